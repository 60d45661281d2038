import type { Words } from '../errors.ts';
import { type Address, applicantColumns } from '../report/forms/index.ts';
import { rowName } from '../report/names.ts';
import type { PrintedRow, Report } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed, type Subject } from './define-check.ts';
import { type Changes, example, row } from './example.ts';
import { applicationSums } from './sums/sum-findings.ts';
import { cut } from './wording.ts';

const organisations = applicantColumns.filter((column) => column !== 'person' && column !== 'total');
const at = (id: string, column: string) => `applications.${id}.${column}` as Address;

/** The clean report with a column 小计 that holds what the five kinds of organisations come to, but for some rows. */
function withSubtotals(changed: Record<string, number | null> = {}, changes: Changes = {}): Subject {
  const subject = example('2021', changes);
  const { report } = subject;
  const table = report.tables.applications!;
  const subtotal = (id: string): PrintedRow['subtotal'] => {
    const sum = organisations.reduce((all, column) => all + (numberAt(report, at(id, column)) ?? 0), 0);
    const value = id in changed ? changed[id]! : sum;
    return {
      value,
      raw: value === null ? '' : String(value),
      state: value === null ? 'blank' : 'number',
      place: { line: 60 },
    };
  };
  const rows = table.rows.map((one) => ({ ...one, subtotal: subtotal(one.id!) }));
  return { ...subject, report: { ...report, tables: { ...report.tables, applications: { ...table, rows } } } };
}

export default defineCheck({
  id: 'applications-organisations',
  title: { zh: '法人小计', en: 'Subtotal of organisations' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '表三另印有“小计”栏的，每一行：五类法人或其他组织之和等于小计，自然人与小计之和等于总计。标准表式没有这一栏，但印了就应当相符。对照原文看是小计还是某一格写错。小计空白的不判断；这一行的横向合计本身不平时，由“横向合计”去说。',
    en: 'Where table 3 prints a column of subtotals, in every row the five kinds of organisations add up to it, and with the persons it makes the total. The form has no such column, but one that is printed has to agree. Look up whether the subtotal or a cell is wrong. A blank subtotal decides nothing, and a row whose own total fails is left to that check.',
  },
  *run({ report }) {
    const rows = report.tables.applications?.rows.filter(({ id, subtotal }) => id !== null && subtotal) ?? [];
    if (!rows.length) return;
    const failing = new Set(
      applicationSums(report).failing.flatMap(({ identity }) =>
        identity.check === 'applications-row-total' ? [identity.right[0]] : [],
      ),
    );
    const wrong = rows.filter(({ id, subtotal }) => {
      const sum = sumOf(report, id!);
      return !failing.has(at(id!, 'total')) && sum !== undefined && subtotal!.value !== null && subtotal!.value !== sum;
    });
    const open = rows.filter(({ id, subtotal }) => subtotal!.value !== null && sumOf(report, id!) === undefined);
    if (open.length) {
      const names = cut(open.map(({ id }) => rowName('applications', id!)));
      yield notAssessed(
        'blank-open',
        `有空白格，差额可能在其中：${names.zh}`,
        `Blank cells could hold the difference: ${names.en}`,
      );
    }
    if (!wrong.length) return;
    const lines = wrong.map((one) => lineOf(report, one));
    const all = cut(lines, '；');
    yield {
      cells: wrong.flatMap(({ id }) => applicantColumns.map((column) => at(id!, column))),
      slot: 'applications.subtotals',
      lines,
      message: { zh: `表三小计栏：${all.zh}`, en: `Subtotals of table 3: ${all.en}` },
    };
  },
  valid: () => [
    example('2021'),
    withSubtotals(),
    // a blank subtotal reports nothing
    withSubtotals({ granted: null }),
    // the row's own total fails: said there
    withSubtotals({ granted: 1 }, { cells: row('granted', 4, 2, 0, 0, 0, 0, 5) }),
  ],
  invalid: () => [
    {
      subject: withSubtotals({ granted: 2 }),
      says: ['表三小计栏：予以公开：五类组织相加 1 件，小计印作 2'],
    },
  ],
  unassessable: () => [
    {
      subject: withSubtotals({ granted: 2 }, { cells: { 'applications.granted.research': '' } }),
      code: 'blank-open',
    },
  ],
});

/** What the five kinds of organisations come to; nothing where a blank could add to it. */
function sumOf(report: Report, id: string): number | undefined {
  const values = organisations.map((column) => numberAt(report, at(id, column)));
  return values.every((value) => value !== undefined) ? values.reduce((all, value) => all + value, 0) : undefined;
}

function lineOf(report: Report, { id, subtotal }: PrintedRow): Words {
  const name = rowName('applications', id!);
  const sum = sumOf(report, id!);
  return {
    zh: `${name.zh}：五类组织相加 ${sum} 件，小计印作 ${subtotal!.value}`,
    en: `${name.en}: the five kinds of organisations add up to ${sum}, the subtotal is printed ${subtotal!.value}`,
  };
}
