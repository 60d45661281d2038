import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './cast.ts';
import { keepFile, say } from './deeds.ts';
import { change, post } from './posting.ts';
import type { Workspace } from './workspace.ts';

const WELCOME = 'C0REPORTS';
const TRY = 'workspace_try_samples';

export const isWelcomeButton = (actionId: string): boolean => actionId === TRY;

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

const intro =
  '*把年报拖进来，我在帖子里回复。*\n' +
  '我会读政府信息公开工作年度报告（PDF、Word、网页、文本、扫描件），核对勾稽，每个数都注明出自原文哪里。空着的不当作 0，没把握的会标出来。';

const tries =
  '接着可以试试：\n' +
  '• 输入 `/govinfo 处罚 2023`\n' +
  '• 在回复里点“看原文”，看每个数在原件的位置\n' +
  '• 点“更正数据”，改一个读错的数\n' +
  '• 左下角换成“韩梅（访客）”，看看没有编辑权限的人看到什么';

/** The first message of a fresh workspace. Its button is the workspace's own; everything after it is the app's work. */
export function welcome(ws: Workspace): void {
  const button = {
    type: 'button',
    action_id: TRY,
    style: 'primary',
    text: { type: 'plain_text', text: '用示例年报试试' },
  };
  const text = '把年报拖进来，我在帖子里回复。也可以点“用示例年报试试”。';
  const actions = sampleFiles(ws).length > 0 ? [{ type: 'actions', elements: [button] }] : [];
  post(ws, { channel: WELCOME, user: app.botUserId, text, blocks: [section(intro), ...actions] });
}

/** Posts the sample reports as 王敏, one message a file, and lists what to try next under the welcome. */
export function postSamples(ws: Workspace, channel: string, ts: string): void {
  const before = ws.state.message(channel, ts);
  if (before) change(ws, before, { blocks: [section(intro), { type: 'divider' }, section(tries)] });
  sampleFiles(ws).forEach((path, index) => {
    ws.later(() => {
      const file = keepFile(ws, 'U0WANGMIN', path.split('/').at(-1) ?? path, readFileSync(path));
      say(ws, 'U0WANGMIN', { channel: WELCOME, text: '', fileIds: [file.id] });
    }, index * 400);
  });
}

function sampleFiles(ws: Workspace): string[] {
  const folder = ws.samples;
  if (!folder) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && /\.(pdf|docx?|html?|txt|md|xlsx)$/i.test(entry.name) && !/^readme/i.test(entry.name),
      )
      .map((entry) => join(folder, entry.name))
      .sort((a, b) => yearOf(a).localeCompare(yearOf(b)) || a.localeCompare(b));
  } catch {
    return [];
  }
}

/** Older years first, so that the changes against last year can be shown. */
const yearOf = (path: string): string => /(?:19|20)\d\d/.exec(path)?.[0] ?? '0';
