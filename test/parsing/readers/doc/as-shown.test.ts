import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDoc } from '../../../../src/parsing/readers/doc.ts';

/** A table of two columns: how the number in its row is set, and the number. */
const file = readFileSync(join(import.meta.dirname, 'text-in-every-dress.doc'));

test('numbers of Word 97 are read as they are shown', async () => {
  const { grids } = await readDoc(file);
  const rows = grids.flatMap(({ cells }) =>
    cells
      .filter(({ c0 }) => c0 === 0)
      .map(({ r0, text }) => [text, cells.find((cell) => cell.r0 === r0 && cell.c0 === 1)!.text]),
  );
  expect(Object.fromEntries(rows)).toEqual({
    plain: '44',
    bold: '44',
    // 4, a hidden 7, 4
    hidden: '44',
    // 43 in front of it struck out once, twice, or deleted while changes were tracked
    strike: '44',
    dstrike: '44',
    del: '44',
    sup: '44¹',
    field: '44',
    // letters a quarter of a point apart, and closer together
    spaced: '44',
    tight: '44',
  });
});
