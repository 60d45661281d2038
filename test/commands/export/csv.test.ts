import { expect, test } from 'vitest';
import { csvOf } from '../../../src/commands/export/csv.ts';
import type { Value } from '../../../src/commands/export/sheet.ts';

const written = async (...row: Value[]): Promise<string> => {
  const columns = row.map((_, index) => ({ id: `c${index}`, title: { zh: `列${index}`, en: `c${index}` } }));
  const sheet = { id: 's', title: { zh: '表', en: 'sheet' }, columns, rows: [row] };
  return Buffer.from(await csvOf(sheet, 'zh'))
    .toString('utf8')
    .split('\r\n')[1]!;
};

test('begins with the mark by which Excel knows UTF-8', async () => {
  const bytes = await csvOf({ id: 's', title: { zh: '', en: '' }, columns: [], rows: [] }, 'zh');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1＋1', ' =1', '|calc', '\r=1'])(
  'text that a spreadsheet would run is defused: %j',
  async (text) => {
    expect((await written(text)).replace(/^"/, '')).toMatch(/^'/);
  },
);

test('numbers are written as numbers, also negative ones; nothing is nothing and not 0', async () => {
  expect(await written(-5, { value: 973.93, mark: 'doubtful' }, null, 0, '-12')).toBe('-5,973.93,,0,-12');
});

test('commas, quotes and line breaks stay inside their field', async () => {
  expect(await written('a,"b"\n=c')).toBe('"a,""b""\n=c"');
  expect(await written('一，二')).toBe('一，二');
});
