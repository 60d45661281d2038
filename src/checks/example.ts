import { partsOf } from '../report/address.ts';
import type { Fact } from '../report/fact.ts';
import {
  type Address,
  addressesOf,
  applicantColumns,
  type FormId,
  formOf,
  type TableId,
} from '../report/forms/index.ts';
import type { Cell, PrintedRow, Report, Section, SectionId } from '../report/report.ts';
import { sectionIds } from '../report/report.ts';
import type { Subject } from './define-check.ts';
import { cleanCells, cleanText } from './example-figures.ts';

/**
 * What to print in a cell of an example: a number; a text as printed (`''` is a blank, `/` a placeholder, `12（其中1件）`
 * a number with a remark, anything else unreadable); `null` for a cell that is absent; or parts of a cell.
 */
export type Printed = number | string | null | Partial<Cell>;

/** How an example departs from the clean report. */
export interface Changes {
  cells?: Partial<Record<Address, Printed>>;
  /** Text of a section, one string a paragraph; `null` takes the section out, heading and all. */
  text?: Partial<Record<SectionId, string | readonly string[] | null>>;
  preamble?: string | readonly string[];
  facts?: readonly (Pick<Fact, 'subject' | 'value'> & Partial<Fact>)[];
  /** Anything else of the report, as it is. */
  report?: Partial<Report>;
  /** The other things a check may look at. */
  subject?: Omit<Partial<Subject>, 'report'>;
}

const placeholders = new Set(['/', '-', '—', '无', '不适用']);

function asCell(printed: Exclude<Printed, null>, line: number): Cell {
  const base = { place: { line, reader: 'text' as const }, trust: 'high' as const };
  if (typeof printed === 'number') return { ...base, value: printed, raw: String(printed), state: 'number' };
  if (typeof printed === 'object')
    return { ...base, value: 0, raw: String(printed.value ?? 0), state: 'number', ...printed };
  if (printed === '') return { ...base, value: null, raw: '', state: 'blank' };
  if (placeholders.has(printed)) return { ...base, value: null, raw: printed, state: 'placeholder' };
  const number = /^[-+]?\d+(\.\d+)?(?=$|[（(\p{Script=Han}\p{No}])/u.exec(printed)?.[0];
  return number === undefined
    ? { ...base, value: null, raw: printed, state: 'unreadable' }
    : { ...base, value: Number(number), raw: printed, state: 'number' };
}

const paragraphs = (text: string | readonly string[], line: number) =>
  [text].flat().map((paragraph, index) => ({ text: paragraph, place: { line: line + index } }));

/** Rows of a table as they would be printed. */
function printedRows(form: FormId, table: TableId, cells: Report['cells']): PrintedRow[] {
  const rows = new Map<string, string[]>();
  for (const address of addressesOf(form, table)) {
    const { row } = partsOf(address);
    const tokens = rows.get(row) ?? [];
    const cell = cells[address];
    if (cell) rows.set(row, [...tokens, cell.raw]);
  }
  const labels = new Map<string, string>();
  const blocks = table === 'disclosures' ? formOf(form).disclosures.blocks : [formOf(form)[table]];
  for (const block of blocks) for (const row of block.rows) if (!('group' in row)) labels.set(row[0], row[1]);
  return [...rows].map(([id, tokens], index) => ({ id, label: labels.get(id)!, tokens, place: { line: 60 + index } }));
}

/** A clean report of either form, on which every check is silent, with the changes that make it an example. */
export function example(form: FormId, changes: Changes = {}): Subject {
  const year = Number(form);
  const cells: Report['cells'] = {};
  const figures: Partial<Record<Address, Printed>> = { ...cleanCells(form), ...changes.cells };
  Object.entries(figures).forEach(([address, printed], index) => {
    if (printed !== null) cells[address as Address] = asCell(printed, 40 + index);
  });
  const tableOf = (table: TableId): Report['tables'][TableId] => {
    const rows = printedRows(form, table, cells);
    const labels = { found: rows.length, expected: rows.length };
    const place = { line: 15 + 20 * sectionIds.indexOf(table) };
    return { form, decidedBy: [], labels, rows, readers: ['text'], place };
  };
  const text = cleanText(form);
  const sections = sectionIds.flatMap((id, index): Section[] => {
    const body = changes.text?.[id] === undefined ? text.sections[id].body : changes.text[id];
    if (body === null) return [];
    const { numeral, title } = text.sections[id];
    const place = { line: 10 + 20 * index };
    return [{ id, heading: `${numeral}、${title}`, numeral, place, paragraphs: paragraphs(body, place.line + 1) }];
  });
  const report: Report = {
    bureau: '示例区卫生健康局',
    bureauKey: '640199:卫生健康局',
    aliases: [],
    region: { code: '640199', path: ['宁夏回族自治区', '银川市', '示例区'] },
    regionCandidates: [],
    year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    publishedOn: `${year + 1}-01-20`,
    title: `示例区卫生健康局${year}年政府信息公开工作年度报告`,
    identity: { bureau: null, region: null, year: null, period: null },
    forms: { disclosures: form, applications: form, disputes: form },
    cells,
    tables: {
      disclosures: tableOf('disclosures'),
      applications: tableOf('applications'),
      disputes: tableOf('disputes'),
    },
    preamble: paragraphs(changes.preamble ?? text.preamble, 2),
    sections,
    facts: (changes.facts ?? []).map((fact) => ({
      unit: '件',
      precision: 'exact',
      sentence: '',
      section: 'overview',
      place: { line: 14 },
      ...fact,
    })),
    problems: [],
    measures: [],
    source: { format: 'text', pages: null, recognised: false },
    ...changes.report,
  };
  return { report, ...changes.subject };
}

/** The seven cells of a row of table 三: `row('received', 3, 0, 0, 0, 0, 0, 3)`. */
export const row = (id: string, ...values: readonly Printed[]): Partial<Record<Address, Printed>> =>
  Object.fromEntries(
    applicantColumns.map((column, index) => [
      `applications.${id}.${column}`,
      index < values.length ? values[index]! : 0,
    ]),
  );

/** Every cell of a table of a form, printed alike. */
export const everyCell = (form: FormId, table: TableId, printed: Printed): Partial<Record<Address, Printed>> =>
  Object.fromEntries(addressesOf(form, table).map((address) => [address, printed]));

/** Last year's clean report beside this one, with changes of its own. */
export const lastYears = (form: FormId, changes: Changes = {}): { previous: Report } => ({
  previous: example(form, { ...changes, report: { year: 2020, ...changes.report } }).report,
});
