import type { Evidence } from '../report/finding.ts';
import { cellName, tableName } from '../report/names.ts';
import type { Address, Report } from '../report/report.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck, type Raised } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import type { Identity } from './sums/identity.ts';
import { applicationIdentities, disputeIdentities } from './sums/identity.ts';
import { cut } from './wording.ts';

const numbers = ({ cells }: Report, addresses: readonly Address[]): number[] =>
  addresses.flatMap((address) => (cells[address]?.state === 'number' ? [cells[address].value ?? 0] : []));
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What a cell would have to be for an equation whose other cells are all printed. */
function askedBy(report: Report, { left, right }: Identity, cell: Address): number | undefined {
  const [own, other] = left.includes(cell) ? [left, right] : [right, left];
  const rest = own.filter((address) => address !== cell);
  if (numbers(report, rest).length < rest.length || numbers(report, other).length < other.length) return undefined;
  return total(numbers(report, other)) - total(numbers(report, rest));
}

/** The parts of a blank total and what they come to: also what stands in each of them rests on no sum. */
const partsOf = ({ cells }: Report, { left, right }: Identity, leftSum: number): Evidence => ({
  kind: 'equation',
  left: [...left],
  right: [...right],
  leftSum,
  rightSum: 0,
  difference: leftSum,
  blanks: [...left, ...right].filter((address) => cells[address]?.state !== 'number'),
});

function* blankTotals(
  report: Report,
  table: 'applications' | 'disputes',
  identities: readonly Identity[],
): Iterable<Raised> {
  if (!cellsOf(report, table).odd.length) return;
  const lines = new Map<Address, { zh: string; en: string }>();
  const evidence: Evidence[] = [];
  for (const identity of identities) {
    const [cell] = identity.right;
    const state = cell && report.cells[cell]?.state;
    if (identity.right.length !== 1 || !cell) continue;
    if (state !== 'blank' && state !== 'placeholder') continue;
    const parts = numbers(report, identity.left);
    if (!parts.some((value) => value > 0)) continue;
    evidence.push(partsOf(report, identity, total(parts)));
    if (lines.has(cell)) continue;
    const asked = identities
      .filter((other) => other !== identity && [...other.left, ...other.right].includes(cell))
      .map((other) => askedBy(report, other, cell))
      .find((value) => value !== undefined && value >= 0);
    const name = cellName(cell);
    lines.set(cell, {
      zh: `${name.zh}（各部分相加 ${total(parts)}${asked === undefined ? '' : `，另一等式要求 ${asked}`}）`,
      en: `${name.en} (its parts add up to ${total(parts)}${asked === undefined ? '' : `, another sum asks for ${asked}`})`,
    });
  }
  if (!lines.size) return;
  const all = cut([...lines.values()]);
  const { zh, en } = tableName(table);
  yield {
    cells: [...lines.keys()],
    slot: table,
    lines: [...lines.values()],
    evidence,
    message: {
      zh: `${zh}有 ${lines.size} 个总计空白：${all.zh}`,
      en: `${en} leaves ${lines.size} totals blank: ${all.en}`,
    },
  };
}

export default defineCheck({
  id: 'total-blank',
  title: { zh: '总计空白', en: 'Total left blank' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '总计空着，而它的各部分有大于 0 的数。表格要求填写总计。请机关补填；库里不替它计算，引用该总计时写明未报。整行没有数字的不提示。',
    en: 'A total is blank while its parts hold numbers above 0. The form asks for the total. Ask the bureau for it; it is never computed into its place, and answers say it was not reported. Rows without any number are left alone.',
  },
  *run({ report }) {
    yield* blankTotals(report, 'applications', applicationIdentities(report.forms.applications));
    yield* blankTotals(report, 'disputes', disputeIdentities);
  },
  valid: () => [
    example('2021', { cells: row('denied.stateSecret', '', '', '', '', '', '', '') }),
    example('2021', { cells: row('denied.stateSecret', 0, 0, 0, 0, 0, 0, '/') }),
    example('2019', { cells: everyCell('2019', 'disputes', '') }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { 'applications.carriedOut.total': '', 'disputes.reconsideration.total': '' },
      }),
      says: [
        '表三有 1 个总计空白：表三「结转下年度」总计（各部分相加 1，另一等式要求 1）',
        '表四有 1 个总计空白：表四「行政复议」总计（各部分相加 2）',
      ],
    },
    // the rows that would tell the form were not read: this row is the same in each
    {
      subject: example('2021', {
        report: { forms: { disclosures: '2021', applications: null, disputes: '2021' } },
        cells: row('granted', 4, 1, 0, 0, 0, 0, ''),
      }),
      says: ['表三有 1 个总计空白：表三「予以公开」总计（各部分相加 5）'],
    },
  ],
});
