import type { CaseFile } from '../../store/case-store.ts';
import type { Locale } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import type { Sheet, Value } from './sheet.ts';

const column = (id: string, zh: string, en: string, width = 12) => ({ id, title: { zh, en }, width });

/**
 * Every issue there ever was of these reports, with its state and what people said about it; last, what checks found that
 * are off. With `only`, just the issues of these ids.
 */
export const issuesSheet = (
  files: readonly CaseFile[],
  { only, locale }: { only: ReadonlySet<string> | null; locale: Locale },
): Sheet => ({
  id: 'issues',
  title: { zh: '待核事项', en: 'Issues' },
  columns: [
    column('bureau', '机关', 'Bureau', 28),
    column('year', '年度', 'Year', 8),
    column('number', '编号', 'Number', 8),
    column('severity', '轻重', 'Severity', 10),
    column('state', '状态', 'State', 10),
    column('check', '检查', 'Check', 24),
    column('message', '内容', 'What it is', 60),
    column('cells', '涉及的单元格', 'Cells', 36),
    column('since', '自', 'Since', 12),
    column('file', '来源文件', 'File', 32),
    column('version', '版本', 'Version', 8),
    column('notes', '备注', 'Notes', 40),
  ],
  rows: files.flatMap(({ stored, year, issues, off }) => [
    ...issues
      .filter(({ id }) => only?.has(id) ?? true)
      .map(({ number, state, finding, since, notes }): Value[] => [
        ...[stored.bureau, year, number],
        say(locale, `severity.short.${finding.severity}`),
        say(locale, `export.state.${state}`),
        ...[finding.check, finding.message[locale], finding.cells.join(' '), since.slice(0, 10), stored.file.name],
        `v${stored.version}`,
        notes.map(({ text }) => text).join(' / '),
      ]),
    ...(only ? [] : off).map(({ finding, by }): Value[] => [
      ...[stored.bureau, year, null],
      say(locale, `severity.short.${finding.severity}`),
      say(locale, 'export.state.off'),
      ...[finding.check, finding.message[locale], finding.cells.join(' '), by.at.slice(0, 10), stored.file.name],
      `v${stored.version}`,
      `${by.reason} → ${by.until}`,
    ]),
  ]),
});
