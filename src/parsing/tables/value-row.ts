import type { Place, Reading } from '../../report/report.ts';
import { blotSign, pictureSign } from '../signs.ts';
import { normalise } from '../text/normalise.ts';
import { type CellText, readCellText } from './cell-text.ts';

/** One printed value: a number, a blank, a placeholder or something unreadable. */
export interface Field extends CellText {
  place: Place;
}

export const field = (raw: string, place: Place): Field => {
  const { value, state } = readCellText(raw);
  return { value, raw, state, place };
};

/** A field as what a reader saw in a cell. A sign has no meaning in a count, only where a change is printed. */
export const readingOf = (
  { value, raw, state, place }: Field,
  reader: NonNullable<Place['reader']>,
  isChange = false,
): Reading => {
  const refused = !isChange && isSigned({ raw, state });
  return {
    value: refused ? null : value,
    state: refused ? 'unreadable' : state,
    raw,
    place: { ...place, reader },
  };
};

/** Whether a number is printed as a change: +19, -35, 减7. */
export const isSigned = ({ raw, state }: Pick<Field, 'raw' | 'state'>): boolean =>
  state === 'number' && !/^\s*\d/u.test(raw) && /^\s*[^\d\s]/u.test(raw.normalize('NFKC'));

/** Values that stand together, and the words around them. Every reader makes these; the tables are read from them. */
export interface ValueRow {
  /** The printed words since the values before, in order; the row's label comes last. */
  before: string[];
  /** The printed words up to the next values. */
  after: string[];
  fields: Field[];
  /** Cells left of the first field on its line of text, where tabs or bars part them. */
  lead?: number;
  /** Columns of the line or grid the row stands in, and of these the one each field begins in. */
  sheet?: { width: number; columns: readonly number[] };
  /** `true` where every field is a cell of its own, so that a blank is seen as such. */
  cells?: boolean;
  /** `true` where a column of nothing but blanks stands behind all rows of the table, drawn with bars. */
  padded?: true;
  /**
   * `true` where the row ends elsewhere than most rows of its table do, its first value stands in the cell of its label, or
   * its values in no column that could be told: a cell may be one too many, or two in one.
   */
  ragged?: true;
  /** `true` where a value stands under no word of the head above, or one cell under two of them. */
  offHeads?: true;
  /** `true` where words stand before the values on their line of text: the label, or the end of it. */
  labelAhead?: boolean;
  /** `true` where the first value stands on a line before the others. */
  firstApart?: true;
  /** `true` where the values stand one a line, but for two that share one. */
  paired?: true;
  /** `true` where no words stand in the same row of cells: the label is printed in a row of its own. */
  labelApart?: boolean;
  /** `true` where the labels of its table stand elsewhere on the page than beside their values. */
  apart?: true;
  /** `true` where all words before the values stand in cells that began above: they name a group of rows. */
  unnamed?: true;
  /** `true` where the values cannot be told apart, so that the row gives none. */
  broken?: boolean;
  /** Why these values may not be the whole row; settled where they add up. */
  doubt?: string;
  /** Why these values may belong to the label of another row; no sum settles that. */
  labelDoubt?: string;
}

const numeral = '零〇一二两三四五六七八九十百千万亿';
const amount = String.raw`(?:\d[\d,.]*|[${numeral}]+)[万亿]?`;
const around = `(?:大?约|近|共计?|超过?)?${amount}[余多]?(?:人?次|[件项个条份宗起例元])?[余多]?(?:左右|以[上内])?`;
const spelled = new RegExp(String.raw`^(?:[零〇○Oo]|同上|(?=.*\p{Script=Han})(?![${numeral}]$)${around})$`, 'u');

const signs: ReadonlySet<string> = new Set([pictureSign, blotSign]);

/** A quantity in words (零, 约12, 三十五件, 同上) or a sign for what is no text: a cell of the table, but no number. One numeral alone marks a list. */
export const isSpelledOut = (text: string): boolean =>
  spelled.test(text.normalize('NFKC').trim()) || signs.has(text.trim());

/** Whether a cell holds words: neither a value, nor a blank, nor a quantity in words. */
export const isWords = (text: string): boolean =>
  field(text, {}).state === 'unreadable' && !isSpelledOut(text) && /\p{Script=Han}/u.test(normalise(text));

export const isBlank = (row: ValueRow): boolean => row.fields.every(({ state }) => state === 'blank');

/** Whether the row can be a full row of `count` values. */
export function mayHold(row: ValueRow, count: number): boolean {
  const filled = row.fields.filter(({ state }) => state !== 'blank').length;
  return !row.broken && row.fields.length >= count && filled <= count;
}

/**
 * The `count` values of a row. Where blanks are printed on either side of a row, which of them belong to the row is
 * settled by rows that leave no choice, `asLong` being those of as many values; `null` where nothing settles it or the number of values is wrong.
 */
export function valuesOf(
  row: ValueRow,
  count: number,
  peers: readonly ValueRow[],
  asLong: readonly ValueRow[] = peers,
): Field[] | null {
  const { fields } = row;
  const filled = fields.filter(({ state }) => state !== 'blank').length;
  if (row.broken || filled > count || fields.length < count || (fields.length > count && areSpread(asLong, row, count)))
    return null;
  const start = certainStart(row, count);
  if (start !== null) return fields.slice(start, start + count);
  const column = usualColumn(row, asLong, count);
  if (column !== null) {
    const at = row.sheet!.columns.indexOf(column);
    const holds = at >= 0 && lastFilled(row) < at + count && (filled === 0 || firstFilled(row) >= at);
    return holds && at + count <= fields.length ? fields.slice(at, at + count) : null;
  }
  if (filled === count) return null;
  if (filled === 0 && peers.some((peer) => peer.fields.length === fields.length && !isBlank(peer)))
    return fields.slice(0, count);
  const others = peers.filter((peer) => peer !== row);
  const settled = asLong.filter((peer) => peer !== row && certainStart(peer, count) !== null);
  // Cells beside the values are known by other rows; without such rows the row must have none.
  const bare = fields.length === count && settled.every((peer) => peer.fields.length === count);
  const known =
    row.lead === undefined
      ? settled.some((peer) => peer.fields.length === fields.length)
      : row.lead + fields.length === usualWidth(peers);
  if (!bare && !known) return null;
  if (filled === 0) return fields.slice(0, count);
  const [first, last] = [firstFilled(row), lastFilled(row)];
  const possible = [...Array(fields.length - count + 1).keys()].filter((at) => at <= first && at + count > last);
  // A row that begins with a value begins there, however many it has.
  const starts = new Set([
    ...settled.filter((peer) => builtAlike(peer, row)).map((peer) => certainStart(peer, count)),
    ...others.filter((peer) => builtAlike(peer, row) && firstFilled(peer) === 0).map(() => 0),
  ]);
  const chosen = possible.length === 1 ? possible : possible.filter((at) => starts.has(at));
  return chosen.length === 1 ? fields.slice(chosen[0]!, chosen[0]! + count) : null;
}

/**
 * The column in which all rows of as many columns that leave no choice begin; at least two have to say so. On lines of
 * text cells may stand packed to the left, so that there only rows count whose label ends in the same column.
 */
function usualColumn(row: ValueRow, peers: readonly ValueRow[], count: number): number | null {
  const starts = peers.flatMap((peer) => {
    const isAlike = peer.sheet?.width === row.sheet?.width && peer.lead === row.lead;
    const start = peer.sheet && isAlike ? certainStart(peer, count) : null;
    return start === null ? [] : [peer.sheet!.columns[start]!];
  });
  return starts.length >= 2 && new Set(starts).size === 1 ? starts[0]! : null;
}

/**
 * Whether rows of as many cells as this one reach over more of them than they have values, so that blanks stand between
 * these: one such row among many may be a slip.
 */
function areSpread(rows: readonly ValueRow[], { fields }: ValueRow, count: number): boolean {
  const filled = rows.filter((row) => row.fields.length === fields.length && !isBlank(row));
  const spread = filled.filter((row) => {
    const values = row.fields.filter(({ state }) => state !== 'blank').length;
    return values <= count && lastFilled(row) - firstFilled(row) >= count;
  });
  return spread.length > (filled.length > 3 ? 1 : 0);
}

/** How many cells most lines of the table have. */
function usualWidth(rows: readonly ValueRow[]): number {
  const widths = rows.flatMap(({ lead, fields }) => (lead === undefined ? [] : [lead + fields.length]));
  const times = (width: number): number => widths.filter((other) => other === width).length;
  return widths.reduce((a, b) => (times(b) > times(a) ? b : a), widths[0] ?? 0);
}

const builtAlike = (a: ValueRow, b: ValueRow): boolean =>
  a.fields.length === b.fields.length && a.lead === b.lead && a.sheet?.columns[0] === b.sheet?.columns[0];

/** Whether a row has cells beside its values that no other row has: one of its values may stand in the wrong place. */
export const isOdd = (row: ValueRow, count: number, peers: readonly ValueRow[]): boolean =>
  row.fields.length !== count && !peers.some((peer) => peer !== row && builtAlike(peer, row));

/** Whether a row has more cells than its values and than any other row: one of them may be printed twice. */
export const isLongest = (row: ValueRow, count: number, peers: readonly ValueRow[]): boolean => {
  const filled = row.fields.filter(({ state }) => state !== 'blank').length;
  // A row of its own block may be padded; where it has blanks between its values, nothing tells which cell is the padding.
  const isAlone = peers.length < 2 && (filled === 0 || filled === count);
  return (
    row.fields.length > count &&
    !isAlone &&
    peers.every((peer) => peer === row || peer.fields.length < row.fields.length)
  );
};

/**
 * Whether two numbers of a row may have run together, and those behind them moved up: only the last value is blank, and
 * some number has more than one digit.
 */
export const mayHaveSlipped = (values: readonly Field[]): boolean =>
  isLastAloneBlank(values) && values.some(({ raw }) => /\d{2}/u.test(raw.normalize('NFKC')));

/** Whether a row has one blank value, its last. */
export const isLastAloneBlank = (values: readonly Field[]): boolean =>
  values.length > 1 && values.findIndex(({ state }) => state === 'blank') === values.length - 1;

/**
 * Whether a row has fewer cells than most rows beside it, and its last value is blank: a cell may be lost, those behind it
 * have moved up, and the blank is that of a column behind the values.
 */
export function mayLackCell(row: ValueRow, values: readonly Field[], peers: readonly ValueRow[]): boolean {
  if (!row.cells || values.at(-1)!.state !== 'blank') return false;
  const whole = peers.filter((peer) => peer !== row && peer.fields.length >= values.length);
  return whole.filter((peer) => peer.fields.length > row.fields.length).length * 2 > whole.length;
}

const firstFilled = (row: ValueRow): number => row.fields.findIndex(({ state }) => state !== 'blank');
const lastFilled = (row: ValueRow): number => row.fields.findLastIndex(({ state }) => state !== 'blank');

/**
 * Whether the first and last value of a row tell that it begins further right than other rows whose label ends there: the
 * blank before it may be its first value, and the row have one too many.
 */
export function beginsLate(row: ValueRow, count: number, rows: readonly ValueRow[]): boolean {
  const start = certainStart(row, count);
  const others = rows.filter((other) => other !== row && builtAlike(other, row));
  const usual = start === null || row.fields.length === count ? null : usualColumn(row, others, count);
  return usual !== null && row.sheet!.columns[start!]! > usual;
}

/** Where a row begins whose first and last value are printed: it can begin nowhere else. */
function certainStart(row: ValueRow, count: number): number | null {
  const first = firstFilled(row);
  return !row.broken && first >= 0 && lastFilled(row) - first === count - 1 ? first : null;
}

/** Whether all values are numbers and the last one is the sum of the others: proof that none is missing or broken. */
export const addsUp = (values: readonly Field[]): boolean =>
  values.every(({ value }) => value !== null) &&
  values.slice(0, -1).reduce((sum, { value }) => sum + value!, 0) === values.at(-1)!.value;
