import { joinedLines } from '../joined-lines.ts';
import { halfWidths } from './half-widths.ts';
import type { TextLine } from './pasted-rows.ts';

/** A cell between two edges of the frame, counted in half widths of a Han character. */
interface Cell {
  from: number;
  to: number;
  lines: string[];
}

/** Rows between bars of the lines of one frame; `null` where an edge is not met, or a wall begins beside one. */
export function rowsOfFrame(block: readonly TextLine[], ambiguousAsWide: boolean): TextLine[] | null {
  const drawn = block.map(({ text, line }) => ({ signs: signsOf(text, ambiguousAsWide), line }));
  const rules = drawn.map(({ signs }) => signs.flatMap((_, x) => (isJoint(signs, x) ? [x] : [])));
  const edges = [...new Set(rules.flat())].sort((a, b) => a - b);
  if (edges.length < 2 || !drawn.every(({ signs }) => keepsTo(signs, edges))) return null;
  const rows: { line: number; cells: Map<number, Cell> }[] = [];
  let open = new Map<number, Cell>();
  for (const [at, { signs }] of drawn.entries()) {
    const next = drawn[at + 1];
    if (rules[at]!.length === 0) {
      const walls = wallsOf(signs, edges);
      if (walls.length !== open.size + 1 || !walls.slice(0, -1).every((x) => open.has(x))) return null;
      for (const cell of open.values()) add(cell, signs);
    } else if (next && rules[at + 1]!.length === 0) {
      const begun = cellsUnder(signs, wallsOf(next.signs, edges), open);
      if (!begun) return null;
      open = begun.all;
      rows.push({ line: next.line, cells: begun.own });
    }
  }
  const first = edges.slice(0, -1);
  return rows.map(({ line, cells }) => {
    const texts = first.map((from) => joinedLines(cells.get(from)?.lines ?? []).replaceAll('|', '\\|'));
    return { text: `| ${texts.join(' | ')} |`, line };
  });
}

const across = /[─━═┄┅┈┉╌╍]/u;
const down = /[│┃║┆┇┊┋╎╏]/u;

/** A line in half widths, the signs of the frame as `-`, `|` and `+`. */
function signsOf(text: string, ambiguousAsWide: boolean): string[] {
  const plain = /^[ +|=-]+$/u.test(text) ? text.replaceAll('=', '-') : text;
  const signs = halfWidths(plain, ambiguousAsWide);
  return signs.map((sign, x) => {
    if (across.test(sign || signs[x - 1]!)) return '-';
    return down.test(sign) ? '|' : /[\u2500-\u257F]/u.test(sign) ? '+' : sign;
  });
}

/** Whether a rule of the frame begins, ends or crosses here: `+19` in a cell is none. */
const isJoint = (signs: readonly string[], x: number): boolean =>
  signs[x] === '+' && [signs[x - 1], signs[x + 1] || signs[x + 2]].includes('-');

const keepsTo = (signs: readonly string[], edges: readonly number[]): boolean =>
  signs.findIndex((sign) => sign !== ' ') === edges[0] &&
  signs.findLastIndex((sign) => sign !== '') === edges.at(-1) &&
  wallsOf(signs, edges).length === signs.filter((sign) => sign === '|').length;

const wallsOf = (signs: readonly string[], edges: readonly number[]): number[] => edges.filter((x) => signs[x] === '|');

/** The cells between walls under a rule: those of the row, and with them those that go on from above, where nothing is drawn. */
function cellsUnder(
  rule: readonly string[],
  walls: readonly number[],
  above: ReadonlyMap<number, Cell>,
): { all: Map<number, Cell>; own: Map<number, Cell> } | null {
  const [all, own] = [new Map<number, Cell>(), new Map<number, Cell>()];
  for (const [at, from] of walls.slice(0, -1).entries()) {
    const to = walls[at + 1]!;
    const drawn = rule.slice(from + 1, to).filter((sign) => sign !== '');
    const isRuled = drawn.every((sign) => sign === '-' || sign === '+');
    const cell = isRuled ? { from, to, lines: [] } : above.get(from);
    const isTorn = !isRuled && (drawn[0] === '-' || drawn.at(-1) === '-');
    if (!cell || cell.to !== to || isTorn) return null;
    if (isRuled) own.set(from, cell);
    else add(cell, rule);
    all.set(from, cell);
  }
  return { all, own };
}

const add = ({ lines, from, to }: Cell, signs: readonly string[]): void => {
  lines.push(
    signs
      .slice(from + 1, to)
      .join('')
      .trim(),
  );
};
