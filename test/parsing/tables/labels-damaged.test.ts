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

/** A report of table 三 alone, a tenth of its Han characters damaged. */
function read(
  layout: RowsOfLabels,
  form: Form,
  figures: Figures,
  lost: ReadonlySet<string>,
  random: () => number,
): Report {
  const table = layout.print(partsOf(form, figures).head, printedRows(form, figures, lost));
  const around = (texts: readonly string[]): string[] => texts.map(layout.paragraph ?? ((text) => text));
  const text = [
    ...around([...preamble, titles[1]]),
    damaged(table, 0.1, random),
    ...around([titles[2], ...ending]),
  ].join('\n');
  return parseReport(layout.document?.(text) ?? readText(Buffer.from(text)));
}

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

test.each(rowsOfLabels)(
  '$name, rows blank or lost, a tenth of the characters damaged: nothing silently wrong',
  (layout) => {
    const random = seeded(808);
    let [right, all] = [0, 0];
    for (let time = 0; time < 60; time++) {
      const form = time % 2 === 0 ? '2021' : '2019';
      const blank = someRows(form, random);
      const lost = new Set([...blank].filter(() => random() < 0.2));
      const figures = figuresOf[time % 3]!(form, blank, random);
      const outcome = compare(read(layout, form, figures, lost, random), figures);
      expect(outcome.silent, `${time}: ${form}, blank ${[...blank]}`).toEqual([]);
      // Among lines of text a row of blanks cannot be seen, and other rows may be left out for it.
      if (!layout.blanks && blank.size > 0) continue;
      right += outcome.right;
      all += outcome.all;
    }
    expect(right / all).toBeGreaterThan(0.995);
  },
);
