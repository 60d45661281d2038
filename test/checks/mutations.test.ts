import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { repairOf } from '../../src/checks/sums/repair.ts';
import { applicationSums, disputeSums, type Outcome } from '../../src/checks/sums/sum-findings.ts';
import { readDocument } from '../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../src/parsing/parse-report.ts';
import { partsOf } from '../../src/report/address.ts';
import {
  type Address,
  addressesOf,
  applicantColumns,
  applicationRows,
  type FormId,
} from '../../src/report/forms/index.ts';
import type { Report } from '../../src/report/report.ts';
import { random } from './random.ts';

/**
 * With `GOVINFO_MUTATIONS=full` every pair of cells is tried and random cases number thousands, which takes minutes; each
 * part then prints how many cases it tried and what became of them.
 */
const full = process.env.GOVINFO_MUTATIONS === 'full';
const rounds = (few: number, many: number): number => (full ? many : few);
const tell = (table: string, fault: string, figures: Record<string, number>): void => {
  if (full) process.stdout.write(`${table} | ${fault} | ${JSON.stringify(figures)}\n`);
};

type Figures = Partial<Record<Address, number>>;

const folder = process.env.GOVINFO_REPORTS ?? resolve(import.meta.dirname, '../../../shared/reports');

/** Figures of real reports, where they lie beside the project; nothing where they do not. */
function real(name: string): { form: FormId; figures: Figures } | undefined {
  const path = resolve(folder, `${name}.truth.json`);
  if (!existsSync(path)) return undefined;
  const { cells, forms } = JSON.parse(readFileSync(path, 'utf8'));
  return { form: forms.applications, figures: cells };
}

const own = (form: FormId) => {
  const { cells } = example(form).report;
  return { form, figures: Object.fromEntries(Object.entries(cells).map(([a, cell]) => [a, cell.value])) as Figures };
};

const tables = [
  ['the clean report of 2021', own('2021')],
  ['the clean report of 2019', own('2019')],
  ['a city, 2024', real('huaian-2024')],
  ['a city, 2023', real('suqian-2023')],
  ['a district on the form of 2019', real('hongze-2023')],
  ['a bureau without requests', real('000_f5b491c861a0fe44')],
  ['a second', real('001_69cc14a885013a2f')],
  ['a third', real('002_46832cd4adf57c74')],
  ['a fourth', real('003_6b82844896c800e4')],
  ['a bureau with one request', real('004_93ae09122aa543fb')],
].filter((table): table is [string, { form: FormId; figures: Figures }] => table[1] !== undefined);

describe.each(tables)('%s', (name, { form, figures }) => {
  const { report } = example(form, { cells: figures });
  const cells = addressesOf(form, 'applications');
  const rows = applicationRows(form);
  const at = (address: Address) => figures[address] ?? 0;

  /** The sums with some cells printed otherwise. */
  function withPrinted(changes: [Address, number][]): Outcome {
    const changed = { ...report.cells };
    for (const [address, value] of changes) changed[address] = { ...changed[address]!, value, raw: String(value) };
    return applicationSums({ ...report, cells: changed });
  }
  const detected = ({ failing }: Outcome) => failing.length > 0;

  test('every sum holds unchanged', () => {
    expect(detected(applicationSums(report))).toBe(false);
    expect(repairOf(report)).toBeUndefined();
  });

  test('any one cell off by one, or with a digit misread, is named with its true value', () => {
    const tried = { byOne: 0, misread: 0 };
    for (const address of cells) {
      const value = at(address);
      const digits = String(value);
      const misread = [...digits].flatMap((digit, place) =>
        [...'0123456789']
          .filter((other) => other !== digit)
          .map((other) => Number(digits.slice(0, place) + other + digits.slice(place + 1))),
      );
      for (const printed of [value - 1, value + 1, ...misread])
        expect(withPrinted([[address, printed]]).suspect).toEqual({ cell: address, printed, proposed: value });
      tried.byOne += 2;
      tried.misread += misread.length;
    }
    tell(name, 'one cell: detected, cell and value named', tried);
  });

  test('one moved to another cell is detected, and no cell is named', () => {
    const pick = random(7);
    const some = Array.from({ length: 800 }, () => [cells[pick(cells.length)]!, cells[pick(cells.length)]!] as const);
    const pairs = full ? cells.flatMap((from) => cells.map((to) => [from, to] as const)) : some;
    let tried = 0;
    for (const [from, to] of pairs) {
      if (from === to) continue;
      tried++;
      const outcome = withPrinted([
        [from, at(from) - 1],
        [to, at(to) + 1],
      ]);
      expect(detected(outcome)).toBe(true);
      expect(outcome.suspect).toBeUndefined();
    }
    tell(name, 'one moved: detected, none named', { tried });
  });

  test('two or three cells wrong are always detected and never taken for one, but for corners of a rectangle', () => {
    const pick = random(11);
    const tried = { two: 0, three: 0, rectangles: 0, named: 0 };
    for (let round = 0; round < rounds(400, 3400); round++) {
      const wrong = new Map<Address, number>();
      while (wrong.size < 2 + (round % 2)) {
        const address = cells[pick(cells.length)]!;
        wrong.set(address, at(address) + 1 + pick(12));
      }
      const outcome = withPrinted([...wrong]);
      expect(detected(outcome)).toBe(true);
      const parts = [...wrong.keys()].map(partsOf);
      const rectangle =
        new Set(parts.map(({ row }) => row)).size === 2 && new Set(parts.map((p) => p.column)).size === 2;
      if (wrong.size === 2 || !rectangle) expect(outcome.suspect).toBeUndefined();
      tried[wrong.size === 2 ? 'two' : rectangle ? 'rectangles' : 'three']++;
      if (outcome.suspect) tried.named++;
    }
    tell(name, 'two or three random cells: detected', tried);
  });

  test('three corners of a rectangle are detected even where they look like one cell', () => {
    const pick = random(13);
    const tried = { rectangles: 0, named: 0 };
    for (let round = 0; round < rounds(200, 520); round++) {
      const [r, s] = [rows[pick(rows.length)]!, rows[pick(rows.length)]!];
      const [c, d] = [applicantColumns[pick(7)]!, applicantColumns[pick(7)]!];
      if (r === s || c === d) continue;
      const corner = (row: string, column: string, by: number): [Address, number] => {
        const address = `applications.${row}.${column}` as Address;
        return [address, at(address) + by];
      };
      const outcome = withPrinted([corner(r, c, 1), corner(r, d, -1), corner(s, c, -1)]);
      expect(detected(outcome)).toBe(true);
      tried.rectangles++;
      if (outcome.suspect) tried.named++;
    }
    tell(name, 'three corners: detected; a wrong cell named', tried);
  });

  /** The rows as tokens, one of them edited. */
  const printed = rows.map((row) => applicantColumns.map((column) => String(at(`applications.${row}.${column}`))));
  function readAs(edit: Map<number, string[]>, other?: [number, number, string]): ReturnType<typeof repairOf> {
    const applications = report.tables.applications!;
    const tokens = printed.map((row, index) => [...(edit.get(index) ?? row)]);
    if (other) tokens[other[0]]![other[1]] = other[2];
    const printedRows = applications.rows.map((row, index) => ({ ...row, tokens: tokens[index]! }));
    const changed: Report = {
      ...report,
      tables: { ...report.tables, applications: { ...applications, rows: printedRows } },
    };
    return repairOf(changed);
  }
  /** Whether a reading puts back the true numbers. */
  const isTrue = (repair: ReturnType<typeof repairOf>): boolean =>
    repair !== undefined &&
    [repair, ...(repair.neighbour ? [repair.neighbour] : [])].every(
      ({ row, tokens }) => tokens.join() === printed[rows.indexOf(row as (typeof rows)[number])]!.join(),
    );
  const splits = printed.flatMap((row, index) =>
    row.flatMap((token, column) =>
      Array.from({ length: token.length - 1 }, (_, cut) => {
        const halves = [token.slice(0, cut + 1), token.slice(cut + 1)];
        return new Map([[index, row.toSpliced(column, 1, ...halves)]]);
      }),
    ),
  );
  const lost = printed.flatMap((row, index) => row.map((_, column) => new Map([[index, row.toSpliced(column, 1)]])));
  const glued = printed.flatMap((row, index) => {
    const inside = row
      .slice(1)
      .map((_, column) => new Map([[index, row.toSpliced(column, 2, row[column]! + row[column + 1]!)]]));
    const next = printed[index + 1];
    const over =
      next &&
      new Map([
        [index, row.toSpliced(6, 1, row[6]! + next[0]!)],
        [index + 1, next.slice(1)],
      ]);
    return over ? [...inside, over] : inside;
  });

  test('a number split, glued to its neighbour or lost is read back rightly, and nothing else is proposed', () => {
    for (const edit of [...splits, ...glued, ...lost]) expect(isTrue(readAs(edit))).toBe(true);
    tell(name, 'read back rightly, alone', { split: splits.length, glued: glued.length, lost: lost.length });
  });

  test('with another cell wrong as well nothing wrong is proposed', () => {
    const pick = random(17);
    const faults = [...splits, ...glued, ...lost];
    let tried = 0;
    for (let round = 0; round < rounds(400, 1600); round++) {
      const edit = faults[pick(faults.length)]!;
      const row = pick(rows.length);
      const tokens = edit.get(row) ?? printed[row]!;
      const column = pick(tokens.length);
      const value = String(Number(tokens[column]) + 1 + pick(9));
      const repair = readAs(edit, [row, column, value]);
      // Printed otherwise, what was glued may look like another gluing of the same numbers: that reads them rightly.
      if (!isTrue(repair)) expect(repair).toBeUndefined();
      tried++;
    }
    tell(name, 'and another cell wrong: no wrong proposal', { tried });
  });

  test('any one cell of table 4 is detected, and none is named', () => {
    const holds = disputeSums(report).failing.length === 0;
    let tried = 0;
    for (const address of holds ? addressesOf(form, 'disputes') : [])
      for (const value of [at(address) - 1, at(address) + 1]) {
        const cells = { ...report.cells, [address]: { ...report.cells[address]!, value, raw: String(value) } };
        expect(disputeSums({ ...report, cells }).failing).toHaveLength(1);
        const { findings } = runChecks({ report: { ...report, cells } });
        const found = findings.filter(({ check }) => check === 'disputes-total');
        expect(found).toHaveLength(1);
        expect(found[0]!.suspect).toBeUndefined();
        tried++;
      }
    tell(name, 'table 4, one cell by one: detected, none named', { tried });
  });
});

test('one wrong cell of table 3 or 4 gives one finding, in either form and where tables of both stand together', () => {
  const hybrid = example('2019', {
    report: { year: 2022, forms: { disclosures: '2021', applications: '2019', disputes: '2019' } },
  });
  for (const { report } of [example('2021'), example('2019'), hybrid]) {
    const said = (changed: Report) =>
      runChecks({ report: changed }).findings.flatMap(({ check, severity }) => (severity === 'note' ? [] : [check]));
    const before = said(report);
    const form = report.forms.applications!;
    for (const address of [...addressesOf(form, 'applications'), ...addressesOf(form, 'disputes')]) {
      const cell = report.cells[address]!;
      const value = cell.value! + 1;
      const cells = { ...report.cells, [address]: { ...cell, value, raw: String(value) } };
      const fresh = said({ ...report, cells }).filter((check) => !before.includes(check));
      expect(fresh, address).toHaveLength(1);
      expect(fresh[0]).toMatch(/^applications-(?:balance|results|row-total)$|^disputes-total$/);
    }
  }
});

/** Changes of every printed count of table 三 of a real report with blanks, and what the sums make of each. */
async function withBlanks(name: string) {
  const report = parseReport(await readDocument(sourceFile(name, readFileSync(resolve(folder, name)))));
  const tally = { changes: 0, fires: 0, named: 0, wrong: 0 };
  for (const address of addressesOf(report.forms.applications!, 'applications')) {
    const cell = report.cells[address];
    if (cell?.state !== 'number' || cell.value === null) continue;
    for (const value of [cell.value - 1, cell.value + 1, cell.value + 10]) {
      if (value < 0) continue;
      const changed = { ...cell, value, raw: String(value) };
      const { failing, suspect } = applicationSums({ ...report, cells: { ...report.cells, [address]: changed } });
      tally.changes++;
      if (failing.length) tally.fires++;
      if (!suspect) continue;
      if (suspect.cell === address && suspect.proposed === cell.value) tally.named++;
      else tally.wrong++;
    }
  }
  return tally;
}

describe.skipIf(!existsSync(resolve(folder, 'kewei-2024.md')))('a table with blanks', () => {
  test('one blank total: every change is found and named rightly', async () => {
    const { changes, fires, named, wrong } = await withBlanks('kewei-2024.md');
    tell('kewei', 'blanks', { changes, fires, named, wrong });
    expect([fires, named, wrong]).toEqual([changes, changes, 0]);
    expect(changes).toBeGreaterThan(300);
  });

  test('most cells blank: what is found is never named wrongly', async () => {
    const { changes, fires, named, wrong } = await withBlanks('shanghai-office-2019.html');
    tell('shanghai', 'blanks', { changes, fires, named, wrong });
    expect(wrong).toBe(0);
    expect(fires / changes).toBeGreaterThanOrEqual(0.8);
    expect(named / changes).toBeGreaterThanOrEqual(46 / 105);
  });
});
