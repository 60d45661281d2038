import type { Address } from '../report/report.ts';
import type { CaseFile } from '../store/case-store.ts';
import { caseKey } from '../store/keys.ts';
import type { YearRow } from '../store/store.ts';
import { answerMessage } from '../views/answer/answer.ts';
import type { MessageFile } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { cellsSheet } from './export/cells-sheet.ts';
import { csvOf } from './export/csv.ts';
import { factsSheet } from './export/facts-sheet.ts';
import { issuesSheet } from './export/issues-sheet.ts';
import { jsonOf } from './export/json.ts';
import type { Sheet } from './export/sheet.ts';
import { summarySheet, tableSheets } from './export/summary-sheet.ts';
import { workbookOf } from './export/workbook.ts';
import { limitsText } from './limits-text.ts';
import { fitting, ofScope, openIssues } from './open-issues.ts';
import { overlapNotes } from './overlap.ts';
import type { Format } from './question/lexicon.ts';
import { asksForIssues, type Question } from './question/question.ts';
import { byName, rowsIn, scopeOf, yearsAsked, yearsText } from './scope.ts';
import { tally } from './statistics.ts';

/** So many reports are opened cell by cell in one export; the summary has no such limit. A workbook takes fewer. */
const openedAtMost = { csv: 1000, json: 1000, xlsx: 400 } as const satisfies Record<Format, number>;
/** More reports than these take longer than a moment. */
const soon = 20;

/** 导出 待办, 导出 勾稽: wants the issues that the same words list, and their reports. */
const keepsToIssues = (question: Question): boolean => asksForIssues(question) || question.check !== null;

/** Files of what was asked for: a summary, and every cell, issue and sentence with where it stands. */
export const exportCommand = defineCommand({
  id: 'export',
  usage: {
    zh: '导出 [年份] [地区或机关] [指标] [xlsx｜csv｜json]',
    en: 'export [year] [region or bureau] [measure] [xlsx | csv | json]',
  },
  examples: ['导出 2021', '导出 2021 xlsx'],
  suits: ({ verb }) => verb === 'export',
  bounded: true,
  dated: keepsToIssues,
  async run(asked) {
    const { question, directory, asker, now } = asked;
    const { locale } = asker;
    const { bureaus, name } = scopeOf(question, directory);
    const all = question.years.length === 0 && question.newest === null;
    const years = yearsAsked({ ...question, all: question.all || all }, directory.years);
    const listed = await issuesOnly(asked);
    const rows: YearRow[] = [];
    let [leftOut, beyond] = [0, 0];
    for (const year of years) {
      const all = await rowsIn(bureaus, year, asked);
      const found = listed ? all.filter(({ bureauKey }) => listed.has(caseKey(bureauKey, year))) : all;
      const within = question.limits.length > 0 ? tally(found, question.measures[0]!, question.limits) : null;
      const kept = within?.counted ?? found;
      leftOut += found.length - kept.length;
      beyond += within?.beyond ?? 0;
      rows.push(...kept.toSorted((a, b) => order(a).localeCompare(order(b)) || byName(a.bureau, b.bureau)));
    }
    if (rows.length === 0 && leftOut > 0)
      return answerMessage({
        title: say(locale, 'ranking.noneSo', { limits: limitsText(question.limits, locale), others: beyond }),
        lines: [],
      });
    if (rows.length === 0)
      return answerMessage({
        title: say(locale, listed ? 'export.noneOpen' : 'lookup.noReport', {
          name: name ?? say(locale, 'lookup.everybody'),
          year: yearsText(years, locale) || '—',
        }),
        lines: [],
      });
    const format = question.format ?? 'csv';
    if (rows.length > soon) await asker.busy?.(say(locale, 'export.working', { count: rows.length }));
    const overlaps = years.length === 1 ? overlapNotes(bureaus, years, locale) : [];
    const opened = rows.length <= openedAtMost[format];
    const only = listed && new Set(rows.flatMap((row) => listed.get(caseKey(row.bureauKey, row.year)) ?? []));
    const sheets = await sheetsOf(rows, { opened, overlaps, only }, asked);
    const span = years.length === 1 ? `${years[0]}` : `${years[0]}-${years.at(-1)}`;
    const stem = `govinfo_${span}_${now.toISOString().slice(0, 10).replaceAll('-', '')}`;
    const files = await filesOf(sheets, stem, format, asked);
    const inCsv = {
      label: say(locale, 'button.export'),
      question: `${question.text.replace(/xlsx|excel|(?:电子)?表格/gi, ' ').trim()} csv`,
    };
    if (files === null)
      return answerMessage({
        title: say(locale, 'export.tooLarge', { count: rows.length }),
        lines: [say(locale, 'export.tooLargeWhat')],
        buttons: [inCsv],
      });
    return {
      ...answerMessage({
        title: say(locale, 'export.title', {
          count: rows.length,
          years: yearsText(years, locale),
          scope: name ?? say(locale, 'lookup.everybody'),
        }),
        lines: [
          ...files.map(({ name: file }) => file),
          ...(only ? [say(locale, 'export.onlyOpen', { count: only.size })] : []),
          ...(leftOut > 0
            ? [say(locale, 'export.only', { limits: limitsText(question.limits, locale), count: leftOut })]
            : []),
          ...(opened ? [] : [say(locale, 'export.tooMany', { count: openedAtMost[format] })]),
          ...(!opened && rows.length <= openedAtMost.csv
            ? [say(locale, 'export.moreInCsv', { count: openedAtMost.csv })]
            : []),
        ],
        notes: [say(locale, 'export.legend'), ...overlaps],
        ...(!opened && rows.length <= openedAtMost.csv ? { buttons: [inCsv] } : {}),
      }),
      files,
    };
  },
});

/** Ids of issues by their reports, where just those that the question lists are wanted. */
async function issuesOnly(asked: Asked): Promise<ReadonlyMap<string, readonly string[]> | null> {
  if (!keepsToIssues(asked.question)) return null;
  const listed = new Map<string, string[]>();
  for (const { bureauKey, year, issue } of fitting(ofScope(await openIssues(asked), asked), asked)) {
    const report = caseKey(bureauKey, year);
    listed.set(report, [...(listed.get(report) ?? []), issue]);
  }
  return listed;
}

const order = ({ regionCode }: YearRow): string => regionCode ?? '~';

async function sheetsOf(
  rows: readonly YearRow[],
  { opened, overlaps, only }: { opened: boolean; overlaps: readonly string[]; only: ReadonlySet<string> | null },
  { question, store, asker: { locale } }: Asked,
): Promise<Sheet[]> {
  const { measures } = question;
  const summaries =
    question.format === 'xlsx' && measures.length === 0
      ? await tableSheets({ rows, locale, overlaps })
      : [await summarySheet({ rows, measures, locale, overlaps })];
  if (!opened) return summaries;
  const cases: { file: CaseFile; row: YearRow }[] = [];
  for (const row of rows) {
    const file = await store.cases.get(row);
    if (file) cases.push({ file, row });
    // The embedded store never waits: others get their turn here.
    await new Promise(setImmediate);
  }
  const files = cases.map(({ file }) => file);
  const addresses =
    measures.length === 0 ? null : new Set<Address>(measures.flatMap(({ sums, of = [] }) => [...sums, ...of].flat()));
  return [
    ...summaries,
    await cellsSheet(cases, { only: addresses, locale }),
    issuesSheet(files, { only, locale }),
    factsSheet(files, locale),
  ];
}

/** One workbook or JSON file; as CSV a file for each sheet that has something in it. `null` where a workbook cannot hold it. */
async function filesOf(
  sheets: readonly Sheet[],
  stem: string,
  format: Format,
  { asker: { locale } }: Asked,
): Promise<MessageFile[] | null> {
  if (format === 'json') return [{ name: `${stem}.json`, bytes: await jsonOf(sheets) }];
  if (format === 'xlsx') {
    const bytes = await workbookOf(sheets, locale);
    return bytes && [{ name: `${stem}.xlsx`, bytes }];
  }
  const files: MessageFile[] = [];
  for (const sheet of sheets)
    if (sheet.id === 'summary' || sheet.rows.length > 0)
      files.push({
        name: sheet.id === 'summary' ? `${stem}.csv` : `${stem}_${sheet.id}.csv`,
        bytes: await csvOf(sheet, locale),
      });
  return files;
}
