import { expect, test } from 'vitest';
import type { Act, Issue } from '../../../src/report/issue.ts';
import { actText, decidedText } from '../../../src/views/report/decided.ts';

const names = () => '王敏';
const at = '2026-11-22T00:00:00Z';
const signed = { at, by: 'U1', issue: 'i', version: 1, values: 'v' } as const;
const ignore = { act: 'ignore', ...signed, reason: 'explained', reach: 'version', note: '来电确认' } as const;
const suspect = { cell: 'applications.concluded.total', printed: 11, proposed: 12 } as const;

const issue = (decision: object, finding: object = {}): Issue =>
  ({
    decision: { ...decision, number: 2 },
    waiver: null,
    resolved: null,
    reopened: null,
    ...stateOf(decision),
    finding,
  }) as unknown as Issue;
const stateOf = (decision: { act?: string }) => ({ state: decision.act === 'confirm' ? 'confirmed' : 'ignored' });

test('an ignored issue tells the reason that was chosen, and the words to it', () => {
  expect(decidedText(issue(ignore), names, 'zh')).toBe(
    '已忽略：机关已说明：来电确认 · 只对 v1 有效 · 王敏 11-22 08:00',
  );
  expect(decidedText(issue({ ...ignore, reason: 'other' }), names, 'zh')).toContain('已忽略：来电确认 · ');
  expect(decidedText(issue({ ...ignore, note: undefined }), names, 'en')).toContain(
    'Ignored: Explained by the bureau · ',
  );
});

test('a confirmed one tells the value that is kept, where one cell explains it', () => {
  const confirm = { act: 'confirm', ...signed };
  expect(decidedText(issue(confirm, { suspect }), names, 'zh')).toBe(
    '已确认有误 · 保留原值 11 并标注 · 王敏 11-22 08:00',
  );
  expect(decidedText(issue(confirm), names, 'zh')).toBe('已确认有误 · 保留原值并标注 · 王敏 11-22 08:00');
});

test('the history tells until when something was put off, and what was taken back', () => {
  const snooze = (until: string) => ({ act: 'snooze', ...signed, until }) as Act;
  expect(actText(snooze('2026-12-06'), names, 'zh')).toBe('11-22 08:00 王敏 暂缓至 2026-12-06');
  expect(actText(snooze('version'), names, 'zh')).toBe('11-22 08:00 王敏 暂缓到新版本');
  const undo: Act = { act: 'undo', at, by: 'U1', of: 1 };
  expect(actText(undo, names, 'zh', ignore)).toBe('11-22 08:00 王敏 撤销“忽略”');
  expect(actText(undo, names, 'en', snooze('version'))).toContain('took back: snoozed');
});
