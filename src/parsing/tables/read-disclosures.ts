import { distance } from 'fastest-levenshtein';
import { partsOf } from '../../report/address.ts';
import type { Address, FormId } from '../../report/forms/index.ts';
import type { PrintedRow, Reading } from '../../report/report.ts';
import { normalise } from '../text/normalise.ts';
import { type Fit, fitAtEnd, fitAtStart, scoreAtEnd } from './align.ts';
import { mayBeginBlank } from './blank-first.ts';
import { isCutOff } from './cell-text.ts';
import { headDoubt } from './head-order.ts';
import { type BlockLabels, disclosureBlocks, hanOf, type RowLabel } from './labels.ts';
import { isBesidePadding } from './padded-grids.ts';
import { labelled } from './place-rows.ts';
import { rowsOfYears } from './rows-of-years.ts';
import { beginsWithZero, hasRunTogether } from './run-together.ts';
import type { ReadTable } from './table-reader.ts';
import {
  beginsLate,
  type Field,
  isBlank,
  isLongest,
  isSigned,
  mayHaveSlipped,
  mayLackCell,
  readingOf,
  type ValueRow,
  valuesOf,
} from './value-row.ts';

const rowLabels: readonly RowLabel[] = [
  ...new Map(disclosureBlocks.flatMap((block) => block.rows).map((row) => [row.id, row])).values(),
];

/** Words without bracketed notes, as Han characters: a label or a header may carry a guide in brackets. */
const wordsOf = (pieces: readonly string[]): string =>
  hanOf(
    normalise(pieces.join(''))
      .replace(/第二十条第\([^)]*\)项/gu, '')
      .replace(/\([^()]*\)/gu, ''),
  );

interface NamedRow {
  row: ValueRow;
  label: RowLabel | null;
  /** What is printed between the values before and this row's label: the head of a new block, or nothing. */
  head: string;
  printed: string;
  /** `true` where the values may belong to another label as well. */
  contested?: boolean;
}

/** Reads table 二 from the printed rows of one reader; `null` where none of its rows is there. */
export function readDisclosures(rows: readonly ValueRow[], reader: ReadTable['reader']): ReadTable | null {
  const { named, sure } = nameRows(rows);
  if (!named.some(({ label }) => label)) return null;
  const cells: Partial<Record<Address, Reading>> = {};
  const printed: PrintedRow[] = [];
  const remarks: string[] = [];
  const [doubtful, unsure]: [Address[], Address[]] = [[], []];
  const decidedBy = new Set<string>();
  const rowForms: Record<string, FormId> = {};
  const inBlocks = withBlocks(named);
  const ofYears = rowsOfYears(rows);
  if (ofYears) remarks.push(ofYears);
  const isShort = lacksValues(inBlocks);
  const counted = inBlocks.map(({ row, own }) => ({ row, count: own?.columns.length ?? 0 }));
  for (const [at, { row, label, own, certain, contested, printed: words }] of inBlocks.entries()) {
    if (!label && isBlank(row)) continue;
    printed.push(printedRow(label?.id ?? null, words, row));
    if (!label) continue;
    const count = own?.columns.length ?? 0;
    const asLong = inBlocks.filter((other) => other.own?.columns.length === count).map((other) => other.row);
    const values = own && valuesOf(row, count, rows, asLong);
    if (!own) remarks.push(`${label.id}: no column headers found for it`);
    else if (rowForms[label.id]) remarks.push(`${label.id}: printed twice`);
    else {
      rowForms[label.id] = own.form;
      if (!values) remarks.push(`${label.id}: ${row.fields.length} values, not ${count}`);
      else for (const { words: header } of own.columns) decidedBy.add(header);
      if (values && row.ragged) remarks.push(`${label.id}: the row ends elsewhere than others, or a cell is wider`);
      if (values && row.offHeads) remarks.push(`${label.id}: a value under no head, or under two`);
      const misfits = values?.some((value, column) => isMisfit(value, own.columns[column]!.id));
      values?.forEach((value, column) => {
        const { id } = own.columns[column]!;
        const address = `disclosures.${label.id}.${id}` as Address;
        cells[address] = readingOf(value, reader, id === 'itemsChange');
        const moved =
          mayHaveSlipped(values) ||
          hasRunTogether(values) ||
          // `15` and `08` side by side are one number in two cells.
          values.some(beginsWithZero) ||
          mayLackCell(row, values, asLong) ||
          isLongest(row, count, asLong) ||
          beginsLate(row, count, asLong) ||
          mayBeginBlank(counted[at]!, counted) ||
          lacksCell(inBlocks[at - 1]) ||
          misfits ||
          isBesidePadding(row, values);
        const unseen = isShort && !row.cells;
        if (ofYears || !sure || !certain || contested || row.doubt || moved || unseen) doubtful.push(address);
        if (row.ragged || row.offHeads) unsure.push(address);
      });
    }
  }
  const used = new Set((Object.keys(cells) as Address[]).map((address) => rowForms[partsOf(address).row]!));
  const form: FormId | 'mixed' | null = used.size > 1 ? 'mixed' : ([...used][0] ?? null);
  const expected = form === 'mixed' || form === null ? rowLabels.length : rowsIn(form);
  return {
    reader,
    table: 'disclosures',
    form,
    decidedBy: [...decidedBy],
    rowForms,
    cells,
    doubtful,
    unsure,
    apart: rows.some(({ apart }) => apart),
    rows: printed,
    labels: { found: new Set(named.flatMap(({ label }) => label?.id ?? [])).size, expected },
    place: rows[0]!.fields[0]!.place,
    remarks,
  };
}

/** Whether a value belongs to another column: only a change has a sign, which does not stand alone, only an amount a fraction. */
const isMisfit = (value: Field, column: string): boolean =>
  (column !== 'itemsChange' && isSigned(value)) ||
  (column !== 'amount' && !Number.isInteger(value.value ?? 0)) ||
  value.raw.normalize('NFKC').trim() === '+';

/**
 * Whether some row lacks a value and does not show where: its value may stand in another row, and no sum tells.
 */
const lacksValues = (rows: readonly RowInBlock[]): boolean =>
  rows.some(({ row, own }) => own && !row.cells && row.fields.length < own.columns.length);

/** Whether a row has a cell less than its block: the number that it lacks may have run into the one below. */
const lacksCell = (above: RowInBlock | undefined): boolean =>
  above?.own !== undefined && above.row.cells === true && above.row.fields.length < above.own.columns.length;

interface RowInBlock extends NamedRow {
  own: BlockLabels | undefined;
  /** `false` where the column headers are out of order, or too damaged against other blocks of another form. */
  certain: boolean;
}

/** Each row with the block it stands in: all rows under one head are of one form, the one that has them all. */
function withBlocks(named: readonly NamedRow[]): RowInBlock[] {
  const blocks: { head: string; rows: NamedRow[] }[] = [];
  let pending = '';
  for (const entry of named) {
    pending += entry.head;
    if (pending.length >= 3 || blocks.length === 0) blocks.push({ head: pending, rows: [] });
    blocks.at(-1)!.rows.push(entry);
    if (entry.label || !isBlank(entry.row)) pending = '';
  }
  const read = blocks.map(({ head, rows }) => ({ head, rows, found: blockOf(head, rows) }));
  const clear = new Set(read.flatMap(({ found }) => (found && found.score >= 0.85 ? found.block.form : [])));
  return read.flatMap(({ head, rows, found }) =>
    rows.map((entry) => ({
      ...entry,
      own: entry.label && found ? blockFor(found.block, entry.label.id) : undefined,
      certain:
        headDoubt('disclosures', head.slice(head.lastIndexOf('信息内容'))) === null &&
        (!found || found.score >= 0.85 || [...clear].every((form) => form === found.block.form)),
    })),
  );
}

const rowsIn = (form: FormId): number =>
  disclosureBlocks.filter((block) => block.form === form).reduce((sum, block) => sum + block.rows.length, 0);

const printedRow = (id: string | null, label: string, row: ValueRow): PrintedRow => ({
  id,
  label,
  tokens: row.fields.map(({ raw }) => raw.trim()),
  place: row.fields[0]!.place,
});

/** Words of column headers: a label before them is not the label of the values behind them. */
const headWords = /信息内容|本年制|本年废|现行有|本年新|处理决定|上一年|收费金|采购项/u;

/** A label found this well names its row. */
const namesRow = labelled + 0.05;
const nowhere: Fit = { score: 0, start: 0, end: 0 };

/** The label of each row: the words right before its values, or, where a table prints values first, right after. */
function nameRows(rows: readonly ValueRow[]): { named: NamedRow[]; sure: boolean } {
  const above = rows.map((row): NamedRow => {
    const words = wordsOf(row.before);
    const found = bestLabel((wording) => {
      if (scoreAtEnd(wording, words) < namesRow) return nowhere; // most labels, and this is told faster
      const fit = fitAtEnd(wording, words);
      const near = wording.length > 2 ? !headWords.test(words.slice(fit.end)) : fit.end === words.length;
      return near ? fit : nowhere;
    });
    const head = found ? words.slice(0, found.start) : words;
    // Words that are no head behind a label may be a misprinted label nearer to the values.
    const far = found !== null && !row.cells && words.length - found.end >= 3;
    // 规章, 行政规范性文件, 3, 0, 101 on lines of their own: nothing tells which of the two labels the values belong to.
    const other = found && !row.cells && !row.labelAhead ? labelAtEnd(words.slice(0, found.start)) : null;
    return {
      row,
      label: found?.label ?? null,
      head,
      printed: row.before.at(-1) ?? '',
      ...((far || other || isCutOff(row.before.at(-1) ?? '')) && { contested: true }),
    };
  });
  const isWhole = above.every(({ row, label }) => label || isBlank(row));
  if (isWhole && rows.every((row) => row.cells || row.labelAhead)) return { named: above, sure: true };
  const below = rows.map((row, at): NamedRow => {
    const found = bestLabel((wording) => fitAtStart(wording, wordsOf(row.after).slice(0, wording.length + 4)));
    const previous =
      at === 0 ? null : bestLabel((wording) => fitAtStart(wording, wordsOf(row.before).slice(0, wording.length + 4)));
    const head = wordsOf(row.before).slice(previous ? previous.label.wordings[0]!.length : 0);
    // Behind another label on its line it may be that one's value.
    const isBehind = row.labelAhead && !row.cells;
    return {
      row,
      label: found?.label ?? null,
      head,
      printed: row.after[0] ?? '',
      ...(isBehind && { contested: true }),
    };
  });
  if (isWhole) return { named: contested(above, below, 1), sure: true };
  const count = (named: NamedRow[]) => named.filter(({ row, label }) => label && !isBlank(row)).length;
  // As many labels above as below: an edge of the table is lost, and nothing tells which.
  const sure = count(below) !== count(above);
  const named = count(below) > count(above) ? contested(below, above, -1) : contested(above, below, 1);
  return { named, sure };
}

/**
 * Marks rows on lines of their own that stand between two labels, of which the other one is the label of no row: where
 * blanks are not printed, nothing tells which of the two they belong to. `side` is where the row of the other label stands.
 */
const contested = (named: readonly NamedRow[], otherwise: readonly NamedRow[], side: 1 | -1): NamedRow[] =>
  named.map((entry, at) => {
    const other = otherwise[at]!.label;
    const free = other !== null && other !== entry.label && named[at + side]?.label !== other;
    return entry.row.cells || entry.row.labelAhead || isBlank(entry.row) || !free
      ? entry
      : { ...entry, contested: true };
  });

/** The label that words end in. */
function labelAtEnd(words: string): RowLabel | null {
  const found = bestLabel((wording) => (scoreAtEnd(wording, words) < namesRow ? nowhere : fitAtEnd(wording, words)));
  return found && found.end === words.length ? found.label : null;
}

function bestLabel(fitOf: (wording: string) => Fit): ({ label: RowLabel } & Fit) | null {
  let best: ({ label: RowLabel } & Fit) | null = null;
  for (const label of rowLabels)
    for (const wording of label.wordings) {
      const { score, start, end } = fitOf(wording);
      const better =
        !best || score > best.score || (score === best.score && wording.length > best.label.wordings[0]!.length);
      if (score >= namesRow && better) best = { label, score, start, end };
    }
  return best;
}

/** Words of column headers that one form alone has, by form. */
const ownWords: Record<FormId, RegExp> = {
  '2019': /新制|新公开|对外公开总|上一年|项目数|增减|采购/u,
  '2021': /制发|废止|现行|本年处理|收费金额/u,
};

/** The block whose column headers the words come nearest to, if its form has all rows under them. */
function blockOf(head: string, rows: readonly NamedRow[]): { block: BlockLabels; score: number } | null {
  const words = head.slice(head.lastIndexOf('信息内容') + 1).replace(/^息内容/u, '');
  const ids = rows.flatMap(({ label }) => label?.id ?? []);
  const scored = disclosureBlocks.map((block) => {
    const score = Math.max(...block.headers.map((header) => headScore(words, header)));
    const foreign = Object.entries(ownWords).some(([form, own]) => form !== block.form && own.test(words));
    return { block, score: foreign ? score - 0.3 : score, holds: ids.every((id) => blockFor(block, id)) };
  });
  const fits = scored.filter(({ score, holds }) => holds && score >= 0.5).sort((a, b) => b.score - a.score);
  const best = fits[0];
  // Headers as near to another form's decide nothing.
  const rival = scored.find(({ block, score }) => best && block.form !== best.block.form && score > best.score - 0.1);
  return best && !(rival && (rival.holds || rival.score > best.score)) ? best : null;
}

function headScore(words: string, header: string): number {
  const tail = words.slice(-header.length - 6);
  return 1 - distance(tail, header) / Math.max(tail.length, header.length);
}

/** The block with the columns now in force that has this row. */
const blockFor = (block: BlockLabels, row: string): BlockLabels | undefined =>
  disclosureBlocks.find(
    (other) => other.form === block.form && other.header === block.header && other.rows.some(({ id }) => id === row),
  );
