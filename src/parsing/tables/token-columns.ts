import type { Token } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import { centre, stacks } from './token-words.ts';

/** From left to right, where each column ends and the next begins. The first and the last are the table's edges. */
export type Columns = readonly number[];

/** Index of the column a token stands in, -1 outside. */
export function columnOf(token: Token, columns: Columns): number {
  const at = columns.findIndex((edge, index) => centre(token) >= edge && centre(token) < (columns[index + 1] ?? edge));
  return at < columns.length - 1 ? at : -1;
}

/** Columns around their middles: borders halfway between neighbours. */
function around(middles: readonly number[]): Columns {
  const half = (at: number): number => ((middles[at + 1] ?? Number.NaN) - middles[at]!) / 2;
  const inner = middles.slice(0, -1).map((middle, at) => middle + half(at));
  return [middles[0]! - half(0), ...inner, middles.at(-1)! + half(middles.length - 2)];
}

/**
 * `count` columns by where the values stand: their middles, cut at the widest gaps. Only where these gaps are far wider
 * than the next one: a column without any value must not be made up. `fewest` values stand in each: where no head is known,
 * a single row does not tell its columns.
 */
export function columnsByValues(values: readonly Token[], count: number, fewest = 1): Columns | null {
  const middles = values.map(centre).sort((a, b) => a - b);
  const gaps = middles.slice(1).map((middle, at) => ({ at, gap: middle - middles[at]! }));
  const widest = gaps.toSorted((a, b) => b.gap - a.gap);
  const [least, next] = [widest[count - 2]?.gap ?? 0, widest[count - 1]?.gap ?? 0];
  if (least < 8 || least < next * 2.5) return null;
  const cuts = widest
    .slice(0, count - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const groups = [-1, ...cuts].map((cut, index) => middles.slice(cut + 1, (cuts[index] ?? middles.length - 1) + 1));
  if (groups.some((group) => group.length < Math.max(fewest, Math.min(3, values.length / count / 4)))) return null;
  return around(groups.map((group) => (group[0]! + group.at(-1)!) / 2));
}

/**
 * Columns by where values stand that are set to the right of their heads, each of them from the beginning of its own head
 * to the end of the next; `null` where some value stands elsewhere.
 */
export function columnsRightOf(values: readonly Token[], heads: readonly Token[]): Columns | null {
  const [first] = heads;
  const own = values.filter(({ x, width }) => x + width > first!.x);
  const columns = columnsByValues(own, heads.length);
  const isRight = (value: Token): boolean => {
    const at = columnOf(value, columns!);
    const [head, next] = [heads[at], heads[at + 1]];
    return (
      head !== undefined && value.x + value.width > head.x && (next === undefined || value.x < next.x + next.width)
    );
  };
  return columns && own.every(isRight) ? columns : null;
}

/** The words of the table's head, each known by how it begins; `null` unless all are there from left to right. */
export function headsOf(words: readonly Token[], heads: readonly RegExp[]): Token[] | null {
  const parted = words.flatMap(headsApart);
  const found = heads.flatMap((head) => parted.find(({ text }) => head.test(normalise(text))) ?? []);
  const inOrder = found.every((word, at) => at === 0 || centre(word) > centre(found[at - 1]!) + 4);
  return found.length === heads.length && inOrder ? found : null;
}

/** Columns around the middles of their heads. */
export const columnsByHead = (heads: readonly Token[]): Columns => around(heads.map(centre));

/** How far, in points, an edge may stand from another that it is flush with. */
const flush = 2;

/**
 * Columns whose values stand flush with their heads on one side, as where a table without lines is set to the right; `null`
 * where a single value does not.
 */
export function columnsByEdge(values: readonly Token[], heads: readonly Token[]): Columns | null {
  const edgesOf: readonly ((token: Token) => number)[] = [({ x }) => x, ({ x, width }) => x + width];
  for (const [side, edgeOf] of edgesOf.entries()) {
    const edges = heads.map(edgeOf);
    const pitch = Math.min(...edges.slice(1).map((edge, at) => edge - edges[at]!));
    const columns =
      side === 0
        ? [...edges.map((edge) => edge - flush), edges.at(-1)! + pitch]
        : [edges[0]! - pitch, ...edges.map((edge) => edge + flush)];
    const inside = values.filter((token) => columnOf(token, columns) >= 0);
    const isFlush = (token: Token): boolean => edges.some((edge) => Math.abs(edgeOf(token) - edge) <= flush);
    if (pitch > 4 * flush && inside.length > 0 && inside.every(isFlush)) return columns;
  }
  return null;
}

const headWord = /自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计/gu;

/** Heads of narrow columns stand so close that they come as one word: cut, each with its share of the width. */
function headsApart(word: Token): Token[] {
  const text = normalise(word.text);
  const found = [...text.matchAll(headWord)];
  if (found.length < 2 || found.reduce((sum, [head]) => sum + head.length, 0) < text.length) return [word];
  const size = word.width / text.length;
  return found.map(({ 0: head, index }) => ({
    ...word,
    text: head,
    x: word.x + size * index,
    width: size * head.length,
  }));
}

/** `columns` where every value stands clearly under one head; `null` where one stands near the border of two. */
export function standsUnder(values: readonly Token[], columns: Columns): Columns | null {
  const isClear = (token: Token): boolean => {
    const at = columnOf(token, columns);
    const [left, right] = [columns[at]!, columns[at + 1]!];
    return Math.abs(centre(token) - (left + right) / 2) <= (right - left) * clearOfBorder;
  };
  return values.every(isClear) ? columns : null;
}

/** Share of a column's width, to either side of its middle, in which a value is certain to be of this column. */
const clearOfBorder = 0.4;

/** Columns by head words that stand stacked over each column; `null` unless they are `count`. */
export function columnsByStacks(words: readonly Token[], count: number): Columns | null {
  const columns = stacks(words);
  if (columns.length !== count || count < 2) return null;
  return around(columns.map(middleOf));
}

/**
 * Whether every value stands under some word of the head of its column. Heads set to the left and values set to the right
 * do not: the middle of a value may then be nearer to the next head.
 */
export function areBelowHeads(values: readonly Token[], heads: readonly Token[], columns: Columns): boolean {
  const over = stacks(heads);
  return values.every((value) => {
    const words = over[columnOf(value, columns)] ?? [];
    return words.some((word) => value.x < word.x + word.width && word.x < value.x + value.width);
  });
}

const middleOf = (stack: readonly Token[]): number =>
  (Math.min(...stack.map(({ x }) => x)) + Math.max(...stack.map(({ x, width }) => x + width))) / 2;

/** Whether no two values beside each other stand far closer together than the others do: these may be of one column. */
export function areEven(values: readonly Token[]): boolean {
  const middles = stacks(values).map(middleOf);
  const gaps = middles.slice(1).map((middle, at) => middle - middles[at]!);
  const sorted = gaps.sort((a, b) => a - b);
  return sorted[0]! * 2 > sorted[Math.floor(sorted.length / 2)]!;
}
