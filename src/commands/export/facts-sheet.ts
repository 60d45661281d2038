import { factChannels, factSubjects } from '../../report/fact.ts';
import type { CaseFile } from '../../store/case-store.ts';
import type { Locale } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import type { Sheet, Value } from './sheet.ts';

const column = (id: string, zh: string, en: string, width = 12) => ({ id, title: { zh, en }, width });

/** What the sentences of these reports count, and the problems and measures they list: from the text, never from a table. */
export const factsSheet = (files: readonly CaseFile[], locale: Locale): Sheet => ({
  id: 'facts',
  title: { zh: '正文数字', en: 'From the text' },
  columns: [
    column('bureau', '机关', 'Bureau', 28),
    column('year', '年度', 'Year', 8),
    column('subject', '内容', 'Subject', 18),
    column('of', '所指', 'Of', 20),
    column('channel', '渠道', 'Channel', 12),
    column('scope', '范围', 'Scope', 12),
    column('value', '数值', 'Value', 12),
    column('unit', '单位', 'Unit', 8),
    column('precision', '准确程度', 'Precision', 10),
    column('sentence', '原句', 'Sentence', 80),
    column('file', '来源文件', 'File', 32),
    column('page', '页', 'Page', 6),
  ],
  rows: files.flatMap(({ stored, year, report }) => [
    ...report.facts.map((fact): Value[] => [
      ...[stored.bureau, year, factSubjects[fact.subject][locale], fact.of ?? ''],
      fact.channel ? factChannels[fact.channel][locale] : '',
      ...[fact.scope ?? '', fact.value, fact.unit],
      say(locale, `export.precision.${fact.precision}`),
      ...[fact.sentence, stored.file.name, fact.place.page ?? null],
    ]),
    ...(['problems', 'measures'] as const).flatMap((part) =>
      report[part].map(({ text, place }): Value[] => [
        ...[stored.bureau, year, say(locale, part === 'problems' ? 'textPoints.lacking' : 'textPoints.measures')],
        ...['', '', '', null, '', ''],
        ...[text, stored.file.name, place.page ?? null],
      ]),
    ),
  ]),
});
