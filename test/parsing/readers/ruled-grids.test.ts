import { describe, expect, test } from 'vitest';
import type { Token } from '../../../src/parsing/document.ts';
import type { Ruling } from '../../../src/parsing/readers/pdf/rulings.ts';
import { ruledGrids } from '../../../src/parsing/readers/ruled-grids.ts';

const level = (at: number, from: number, to: number): Ruling => ({ upright: false, at, from, to });
const upright = (at: number, from: number, to: number): Ruling => ({ upright: true, at, from, to });
const word = (text: string, x: number, y: number, width = 5 * text.length): Token => ({
  text,
  page: 1,
  x,
  y,
  width,
  height: 10,
});
const read = (rulings: Ruling[], ...words: Token[]) => ruledGrids(rulings, words, 1);

test('cells merged over rows and columns', () => {
  // 自 over two rows; 人 over two columns; 1 and 2 below it
  const [grid] = read(
    [
      level(0, 0, 90),
      level(20, 30, 90),
      level(40, 0, 90),
      upright(0, 0, 40),
      upright(30, 0, 40),
      upright(60, 20, 40),
      upright(90, 0, 40),
    ],
    word('自', 5, 15),
    word('人', 55, 5),
    word('1', 40, 25),
    word('2', 70, 25),
  );
  expect(grid!.cells.map(({ text, r0, r1, c0, c1 }) => ({ text, r0, r1, c0, c1 }))).toEqual([
    { text: '自', r0: 0, r1: 1, c0: 0, c1: 0 },
    { text: '人', r0: 0, r1: 0, c0: 1, c1: 2 },
    { text: '1', r0: 1, r1: 1, c0: 1, c1: 1 },
    { text: '2', r0: 1, r1: 1, c0: 2, c1: 2 },
  ]);
});

test('borders drawn cell by cell, each a little off, are one line', () => {
  const pieces = [0, 30, 60].flatMap((x) => [level(0.4, x, x + 30), level(20, x + 1, x + 29), level(40, x, x + 30)]);
  const sides = [0, 30.7, 60, 90].flatMap((x) => [upright(x, 0, 19), upright(x + 0.7, 21, 40)]);
  expect(read([...pieces, ...sides], word('1', 10, 5))[0]).toMatchObject({ rows: 2, columns: 3 });
});

describe('cells with a border each are no further apart for the room between them', () => {
  /** 规章 | blank | 自然人 over 许可 | blank | 7: boxes of 18 by 20 points, so far apart, and lines besides. */
  const boxes = (across: number, down: number, ...more: Ruling[]) => {
    const [xs, ys] = [[0, 1, 2].map((c) => c * (18 + across)), [0, 20 + down]];
    const borders = xs.flatMap((x) =>
      ys.flatMap((y) => [
        ...[y, y + 20].map((at) => level(at, x, x + 18)),
        ...[x, x + 18].map((at) => upright(at, y, y + 20)),
      ]),
    );
    const cells = [
      ['规章', '', '自然人'],
      ['许可', '', '7'],
    ];
    const words = cells.flatMap((row, r) => row.flatMap((text, c) => (text ? word(text, xs[c]! + 1, ys[r]! + 5) : [])));
    return read([...borders, ...more], ...words);
  };
  const frame = [level(-6, -6, 84), level(52, -6, 84), upright(-6, -6, 52), upright(84, -6, 52)];
  const crossing = [upright(18, 0, 44), upright(22, 0, 44), upright(40, 0, 44), upright(44, 0, 44)];
  test.each([
    ['wide room across, little down', boxes(12, 2)],
    ['wide room across, little down, in a frame', boxes(12, 2, ...frame)],
    ['wide room both ways, in a frame', boxes(12, 6, ...frame)],
    ['little room that lines cross', boxes(4, 4, ...crossing)],
  ])('%s', (_, [grid]) => {
    expect(grid).toMatchObject({ rows: 2, columns: 3 });
    expect(grid!.cells.map(({ text, r0, c0 }) => `${r0} ${c0} ${text}`).sort()).toEqual(
      ['0 0 规章', '0 1 ', '0 2 自然人', '1 0 许可', '1 1 ', '1 2 7'].sort(),
    );
  });
});

test('a table without lines at its sides keeps its outer columns', () => {
  const [grid] = read(
    [level(0, 0, 90), level(20, 0, 90), level(40, 0, 90), upright(30, 0, 40), upright(60, 0, 40)],
    word('规章', 5, 5),
    word('3', 70, 25),
  );
  expect(grid).toMatchObject({ rows: 2, columns: 3 });
  expect(grid!.cells.find((cell) => cell.text === '3')).toMatchObject({ r0: 1, c0: 2 });
});

test('an underlined word makes no cell of its own', () => {
  const box = [level(0, 0, 90), level(40, 0, 90), upright(0, 0, 40), upright(90, 0, 40)];
  const [grid] = read([...box, level(20, 10, 50)], word('规章', 10, 8), word('3', 70, 22));
  expect(grid!.cells.map((cell) => cell.text)).toEqual(['规章3']);
});

test('two tables on a page, and lines that are no table', () => {
  const table = (top: number) => [
    level(top, 0, 90),
    level(top + 20, 0, 90),
    upright(0, top, top + 20),
    upright(90, top, top + 20),
  ];
  const grids = read([...table(0), ...table(60), level(120, 0, 90)], word('1', 10, 5), word('2', 10, 65));
  expect(grids.map((grid) => grid.place.box)).toEqual([
    [0, 0, 90, 20],
    [0, 60, 90, 20],
  ]);
});

test('beside a row with a cell too many, the page is no column of the other rows', () => {
  const row = (top: number, right: number) => [
    ...[top, top + 20].map((at) => level(at, 0, right)),
    ...[0, 30, 60, 90, 120].filter((at) => at <= right).map((at) => upright(at, top, top + 20)),
  ];
  // The third row lacks its last cell, so that no line parts it from the page; the fourth reaches beyond the others.
  const [grid] = read(
    [row(0, 90), row(20, 90), row(40, 60), row(60, 120), row(80, 90)].flat(),
    ...['1', '2', '3'].flatMap((text, at) => [0, 20, 60, 80].map((top) => word(text, 10 + 30 * at, top + 5))),
    ...['1', '2'].map((text, at) => word(text, 10 + 30 * at, 45)),
    word('4', 100, 65),
  );
  const rows = Array.from({ length: 5 }, (_, at) => grid!.cells.filter(({ r0, r1 }) => r0 <= at && at <= r1));
  expect(rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    ['1', '2', '3'],
    ['1', '2', '3'],
    ['1', '2'],
    ['1', '2', '3', '4'],
    ['1', '2', '3'],
  ]);
});

test('columns narrower than their numbers: the cells are not read, and with more than two of them the table is not', () => {
  const drawn = (pitch: number, ...words: Token[]) => {
    const walls = Array.from({ length: 6 }, (_, at) => at * pitch);
    const lines = [0, 20, 40].map((at) => level(at, 0, 5 * pitch));
    const [grid] = read([...lines, ...walls.map((at) => upright(at, 0, 40))], word('自然人', 0, 5, 5), ...words);
    return grid?.cells.filter(({ r0, text }) => r0 === 1 && text !== '').map(({ c0, text }) => `${c0} ${text}`);
  };
  expect(drawn(30, word('1344', 5, 25), word('12', 35, 25))).toEqual(['0 1344', '1 12']);
  // 1344 in the second of narrow columns reaches into those beside it, but not across them.
  expect(drawn(14, word('1344', 11, 25), word('7', 60, 25))).toEqual(['1 1344', '4 7']);
  expect(drawn(14, word('13440', 14, 25), word('7', 60, 25))).toEqual(['1 〔涂〕', '2 〔涂〕', '4 7']);
  expect(drawn(5, word('9000009', 0, 25))).toBeUndefined();
  expect(drawn(5, word('/', 1, 25, 3), word('3', 5, 25), word('/', 11, 25, 3))).toBeUndefined();
});
