import type { TableId } from '../../report/forms/index.ts';
import type { Grid, GridCell } from '../document.ts';
import { hanOf } from './labels.ts';

/** Heads that stand side by side in every form, in their order; of a table on its side they stand below each other. */
const heads: Record<TableId, readonly (readonly string[])[]> = {
  disclosures: [
    ['本年制发件数', '本年废止件数', '现行有效件数'],
    ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
  ],
  applications: [['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构']],
  disputes: [['未经复议直接起诉', '复议后起诉']],
};

/** Words that stand below each other in every form; of a table printed in two parts each has two of them. */
const labels: Record<TableId, readonly string[]> = {
  disclosures: ['行政许可', '行政处罚', '行政强制'],
  applications: ['属于国家秘密', '属于行政查询事项', '重复申请', '要求提供公开出版物'],
  disputes: [],
};

/** Outcomes that the form prints over each of the three kinds of dispute. */
const outcome = '结果维持';

/**
 * The grids as the form prints them: one that lies on its side, its columns printed as rows, is turned by what its heads
 * say, together with what goes on below it on the next page. Places stay those of the printed cells.
 */
export function upright(grids: readonly Grid[], table: TableId): readonly Grid[] {
  const firsts = grids.map(firstCells);
  if (!firsts.some((first) => liesBeside(first, table))) return grids;
  const made: Grid[] = [];
  for (let at = 0; at < grids.length; ) {
    let next = at + 1;
    const goesOn = (): boolean => grids[next]?.columns === grids[at]!.columns && !liesBeside(firsts[next]!, table);
    while (liesBeside(firsts[at]!, table) && goesOn()) next++;
    const whole = stacked(grids.slice(at, next));
    const isTurned = isOnItsSide(whole, table);
    made.push(...(isTurned ? [turned(whole)] : grids.slice(at, next)));
    at = next;
  }
  return made;
}

/** The first cell with each text. */
type FirstCells = ReadonlyMap<string, GridCell>;

const firstCells = ({ cells }: Grid): FirstCells => new Map(cells.toReversed().map((cell) => [hanOf(cell.text), cell]));

const places = (first: FirstCells, words: readonly string[], at: 'r0' | 'c0'): number[] =>
  words.flatMap((word) => first.get(word)?.[at] ?? []);

const inOrder = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place > places[at - 1]!);

/** Whether words that the form prints below each other stand side by side. */
function liesBeside(first: FirstCells, table: TableId): boolean {
  const columns = places(first, labels[table], 'c0');
  return labels[table].length === 0 || (columns.length > 1 && inOrder(columns));
}

function isOnItsSide(grid: Grid, table: TableId): boolean {
  // Table 四 in three rows or columns is read as it lies.
  if (table === 'disputes' && grid.cells.filter(({ text }) => hanOf(text) === outcome).length !== 3) return false;
  const first = firstCells(grid);
  return heads[table].some((words) => {
    const rows = places(first, words, 'r0');
    return rows.length === words.length && inOrder(rows) && !inOrder(places(first, words, 'c0'));
  });
}

function stacked(grids: readonly Grid[]): Grid {
  let rows = 0;
  const cells = grids.flatMap((grid) => {
    const above = rows;
    rows += grid.rows;
    return grid.cells.map((cell) => ({ ...cell, r0: cell.r0 + above, r1: cell.r1 + above }));
  });
  return { ...grids[0]!, cells, rows };
}

const turned = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.columns,
  columns: grid.rows,
  cells: grid.cells.map((cell) => ({ ...cell, r0: cell.c0, r1: cell.c1, c0: cell.r0, c1: cell.r1 })),
});
