import { resultRows } from '../../../src/checks/sums/identity.ts';
import {
  type Address,
  applicantColumns,
  applicationRows,
  disputeColumns,
  disputeRows,
  type FormId,
} from '../../../src/report/forms/index.ts';
import { distinctFigures, type Figures } from '../tables/printed-report.ts';

type Random = () => number;
const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const parts = applicantColumns.slice(0, -1);
const outcomes = disputeColumns.slice(0, -1);

/** A report as a bureau may publish it: all sums hold, and `share` of the cells that a bureau counts in are above 0. */
function adding(form: FormId, share: number, random: Random): Figures {
  const cells = new Map<string, number>();
  const at = (table: string, row: string, column: string): string => `${table}.${row}.${column}`;
  const get = (row: string, column: string): number => cells.get(at('applications', row, column)) ?? 0;
  const results = resultRows(form);
  for (const column of parts) {
    for (const row of results)
      cells.set(at('applications', row, column), random() < share ? 1 + upTo(random, random() < 0.2 ? 140 : 8) : 0);
    const concluded = results.reduce((sum, row) => sum + get(row, column), 0);
    const out = random() < share ? 1 + upTo(random, 5) : 0;
    const carried = random() < 0.5 ? Math.min(upTo(random, 4), concluded + out) : 0;
    cells.set(at('applications', 'concluded', column), concluded);
    cells.set(at('applications', 'carriedOut', column), out);
    cells.set(at('applications', 'carriedIn', column), carried);
    cells.set(at('applications', 'received', column), concluded + out - carried);
  }
  for (const row of applicationRows(form))
    cells.set(
      at('applications', row, 'total'),
      parts.reduce((sum, column) => sum + get(row, column), 0),
    );
  for (const row of disputeRows) {
    const values = outcomes.map(() => (random() < share ? 1 + upTo(random, 12) : 0));
    for (const [index, column] of outcomes.entries()) cells.set(at('disputes', row, column), values[index]!);
    cells.set(
      at('disputes', row, 'total'),
      values.reduce((sum, value) => sum + value, 0),
    );
  }
  return Object.fromEntries(
    (Object.keys(distinctFigures(form)) as Address[]).map((address) => [
      address,
      String(cells.get(address) ?? (random() < share ? 1 + upTo(random, random() < 0.3 ? 3000 : 60) : 0)),
    ]),
  );
}

const rowOf = (address: string): string => address.slice(0, address.lastIndexOf('.'));
const isTotal = (address: string): boolean => address.endsWith('.total');
const printedAs = (figures: Figures, print: (address: Address, value: string) => string): Figures =>
  Object.fromEntries(Object.entries(figures).map(([address, value]) => [address, print(address as Address, value)]));

/** A change with its sign, and an amount to the hundredth of its unit; what a change takes away was there. */
function signed(figures: Figures, random: Random, [more, less] = ['+', '-']): Figures {
  return printedAs(figures, (address, value) => {
    if (address.endsWith('.amount') && value !== '0') return `${value}.${1 + upTo(random, 8)}${upTo(random, 9)}`;
    if (!address.endsWith('.itemsChange') || value === '0') return value;
    const most = Number(figures[address.replace('.itemsChange', '.itemsLastYear') as Address]);
    return random() < 0.5 || most === 0 ? `${more}${value}` : `${less}${1 + upTo(random, most - 1)}`;
  });
}

/** Thousands parted by commas, as a bureau with many requests prints them. */
const parted = (figures: Figures): Figures =>
  printedAs(figures, (_, value) => (Number(value) * 37).toLocaleString('en-US'));

const isZeroRow = (figures: Figures, address: string): boolean =>
  Object.entries(figures).every(([other, value]) => rowOf(other) !== rowOf(address) || value === '0');

/** Kinds of reports by what they print where there is nothing. */
export const truths: Record<string, (form: FormId, random: Random) => Figures> = {
  'zeros printed': (form, random) => adding(form, 0.15, random),
  'many numbers': (form, random) => adding(form, 0.7, random),
  'totals of their own': (form) => distinctFigures(form, 101),
  'parts of 0 blank': (form, random) =>
    printedAs(adding(form, 0.2, random), (address, value) => (value === '0' && !isTotal(address) ? '' : value)),
  'every 0 blank': (form, random) => printedAs(adding(form, 0.2, random), (_, value) => (value === '0' ? '' : value)),
  'totals of results blank as well': (form, random) => {
    const results = new Set(resultRows(form).map((row) => `applications.${row}.total`));
    return printedAs(adding(form, 0.25, random), (address, value) =>
      value === '0' || results.has(address) ? '' : value,
    );
  },
  'all totals blank': (form, random) =>
    printedAs(adding(form, 0.25, random), (address, value) =>
      isTotal(address) || address.startsWith('applications.concluded.') ? '' : value,
    ),
  'rows of 0 blank': (form, random) => {
    const figures = adding(form, 0.15, random);
    return printedAs(figures, (address, value) => (isZeroRow(figures, address) ? '' : value));
  },
  '0 and blank mixed': (form, random) =>
    printedAs(adding(form, 0.2, random), (_, value) => (value === '0' && random() < 0.5 ? '' : value)),
  'a few blanks among zeros': (form, random) =>
    printedAs(adding(form, 0.15, random), (_, value) => (value === '0' && random() < 0.05 ? '' : value)),
  'slash for 0': (form, random) => printedAs(adding(form, 0.2, random), (_, value) => (value === '0' ? '/' : value)),
  'slash, dash, blank and 0 mixed': (form, random) =>
    printedAs(adding(form, 0.2, random), (_, value) => (value === '0' ? ['/', '-', '', '0'][upTo(random, 3)]! : value)),
  'changes with a sign, amounts with decimals': (form, random) => signed(adding(form, 0.5, random), random),
  'changes with a sign, every 0 blank': (form, random) =>
    printedAs(signed(adding(form, 0.3, random), random), (_, value) => (value === '0' ? '' : value)),
  'changes in words': (form, random) => signed(adding(form, 0.4, random), random, ['增', '减']),
  'thousands parted by commas': (form, random) => parted(adding(form, 0.4, random)),
  'numbers left out': (form, random) =>
    printedAs(adding(form, 0.4, random), (address, value) => (!isTotal(address) && random() < 0.15 ? '' : value)),
};
