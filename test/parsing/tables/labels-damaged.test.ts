import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import { damaged, seeded } from './mishaps.ts';
import { addingFigures, distinctFigures, ending, type Figures, partsOf, preamble, titles } from './printed-report.ts';
import { printedRows, type RowsOfLabels, rowIds, rowsOfLabels, sparseFigures } from './rows-of-labels.ts';

type Form = '2021' | '2019';

const figuresOf: readonly ((form: Form, blank: ReadonlySet<string>, random: () => number) => Figures)[] = [
  (form, blank) => without(distinctFigures(form, 101), blank),
  (form, blank) => without(addingFigures(form, 101), blank),
  sparseFigures,
];
const without = (figures: Figures, blank: ReadonlySet<string>): Figures =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([address, value]) =>
      address.startsWith('applications.')
        ? [[address, blank.has(address.slice(13, address.lastIndexOf('.'))) ? '' : value]]
        : [],
    ),
  );

/** A report of table 三 alone, its table damaged or whole. */
const readTable = (layout: RowsOfLabels, table: string): Report => {
  const around = (texts: readonly string[]): string[] => texts.map(layout.paragraph ?? ((text) => text));
  const text = [...around([...preamble, titles[1]]), table, ...around([titles[2], ...ending])].join('\n');
  return parseReport(layout.document?.(text) ?? readText(Buffer.from(text)));
};

const print = (layout: RowsOfLabels, form: Form, figures: Figures, lost: ReadonlySet<string> = new Set()): string =>
  layout.print(partsOf(form, figures).head, printedRows(form, figures, lost));

function compare(report: Report, figures: Figures) {
  const own = Object.entries(report.cells).filter(([address]) => address.startsWith('applications.'));
  const isRight = (address: string, value: number | null): boolean => {
    const printed = figures[address as Address];
    return printed === '' || printed === undefined ? value === null : value === Number(printed);
  };
  const wrong = own.filter(([address, { value, trust }]) => trust !== 'low' && !isRight(address, value));
  const addresses = Object.keys(figures) as Address[];
  return {
    all: addresses.length,
    right: addresses.filter((address) => isRight(address, report.cells[address]?.value ?? null)).length,
    silent: wrong.map(([address, { raw }]) => `${address}: ${raw}, printed ${figures[address as Address]}`),
  };
}

/** Some rows of the form, none as often as not. */
function someRows(form: Form, random: () => number): Set<string> {
  const ids = rowIds(form);
  const rows = new Set<string>();
  for (let left = [0, 0, 1, 2, 3, 6][Math.floor(random() * 6)]!; left > 0; left--)
    rows.add(ids[Math.floor(random() * ids.length)]!);
  return rows;
}

/** Tables of either form by turns, some of their rows blank or lost, a tenth of their Han characters damaged. */
function* damagedTables(layout: RowsOfLabels, seed: number, times: number) {
  const random = seeded(seed);
  for (let time = 0; time < times; time++) {
    const form = time % 2 === 0 ? '2021' : '2019';
    const blank = someRows(form, random);
    const lost = new Set([...blank].filter(() => random() < 0.2));
    const figures = figuresOf[time % 3]!(form, blank, random);
    yield {
      said: `${time}: ${form}, blank ${[...blank]}`,
      blank,
      figures,
      table: damaged(print(layout, form, figures, lost), 0.1, random),
    };
  }
}

test.each(rowsOfLabels)(
  '$name, rows blank or lost, a tenth of the characters damaged: nothing silently wrong',
  (layout) => {
    let [right, all] = [0, 0];
    for (const { said, blank, figures, table } of damagedTables(layout, 808, 60)) {
      const outcome = compare(readTable(layout, table), figures);
      expect(outcome.silent, said).toEqual([]);
      // Among lines of text a row of blanks cannot be seen, and other rows may be left out for it.
      if (!layout.blanks && blank.size > 0) continue;
      right += outcome.right;
      all += outcome.all;
    }
    expect(right / all).toBeGreaterThan(0.995);
  },
);

const lines = rowsOfLabels[0]!;

test.each([
  [578_100, 26],
  [1_108_673, 50],
])('sums that hold as well with every row moved by one do not move them (%i, %i)', (seed, time) => {
  const { figures, table } = [...damagedTables(lines, seed, time + 1)].at(-1)!;
  expect(compare(readTable(lines, table), figures).silent).toEqual([]);
});

test.each(['2021', '2019'] as const)(
  '%s: a label without its first character is no part of the row above it',
  (form) => {
    const figures = without(distinctFigures(form, 101), new Set(['declined.excessive']));
    const table = print(lines, form, figures)
      .replace('提供公开出版物', '求地分而出版物')
      .replace('无正当理由', '正当理由');
    expect(compare(readTable(lines, table), figures).silent).toEqual([]);
  },
);

test('the last row says 3.其他 though the rows above it are lost: it is none of the form without them', () => {
  const lost = new Set(['other.uncorrected', 'other.unpaid']);
  for (const layout of rowsOfLabels.filter(({ name }) => name.endsWith('labels first'))) {
    const figures = without(distinctFigures('2021', 101), lost);
    const table = print(layout, '2021', figures, lost).replace('（七）总计', '（七）总总计计');
    expect(compare(readTable(layout, table), figures).silent, layout.name).toEqual([]);
  }
});

test('a label that lost characters does not reach over the one between it and the values', () => {
  const layout = rowsOfLabels.find(({ name }) => name === 'lines, values first')!;
  const figures = without(addingFigures('2019', 101), new Set(['carriedOut']));
  const table = print(layout, '2019', figures).replace('（七）总计', '（）总计').replace('四、结转', '、转');
  expect(compare(readTable(layout, table), figures).silent).toEqual([]);
});

test('what is left of a label is no heading of another group, and the row below it not its own', () => {
  const layout = rowsOfLabels.find(({ name }) => name === 'lines, values first')!;
  const figures = without(distinctFigures('2021', 101), new Set(['partlyGranted']));
  const table = print(layout, '2021', figures).replace('（一）予以公开', '（）予公开');
  expect(compare(readTable(layout, table), figures).silent).toEqual([]);
});
