import { expect, test } from 'vitest';
import { alignCharacters } from '../../../src/parsing/tables/align-characters.ts';
import { lineRows } from '../../../src/parsing/tables/line-rows.ts';
import { placeByCharacters } from '../../../src/parsing/tables/place-by-characters.ts';
import { reconcile } from '../../../src/parsing/tables/reconcile.ts';
import type { ReadTable } from '../../../src/parsing/tables/table-reader.ts';
import { formOf } from '../../../src/report/forms/index.ts';
import type { Address, Reading } from '../../../src/report/report.ts';
import { damaged, seeded } from './mishaps.ts';

test('characters lost, doubled, changed and strange ones before and after are bridged', () => {
  expect([...alignCharacters('甲乙丙丁', '甲乙丙丁')]).toEqual([0, 1, 2, 3]);
  expect([...alignCharacters('序甲乙乙丁跋', '甲乙丙丁')].filter((at) => at >= 0)).toEqual([0, 1, 3]);
  expect([...alignCharacters('', '甲')]).toEqual([]);
});

const { rows } = formOf('2021').applications;
const values = '1 2 3 4 5 6 7';
const table = (line: (label: string) => string) =>
  rows.map((row) => ('group' in row ? row.group : line(row[1]))).join('\n');
const place = (text: string, labels: 'before' | 'after') =>
  placeByCharacters(
    lineRows(
      text.split('\n').map((line) => ({ text: line, place: {} })),
      7,
    ),
    '2021',
    labels,
  );
const all = Array.from({ length: 25 }, (_, at) => at);

test('each row of values belongs to the label before it, or after it where labels stand there', () => {
  const before = place(
    table((label) => `${label} ${values}`),
    'before',
  );
  expect(before).toEqual(all);
  const after = place(
    table((label) => `${values}\n${label}`),
    'after',
  );
  // The first character of all may as well belong to the head: no word on that row is better than a wrong one.
  expect(after.slice(1)).toEqual(all.slice(1));
});

test('a title with words of a label, over a row alone, is not taken for that label', () => {
  const slots = place(`收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 ${values}`, 'before');
  expect([-1, 0]).toContain(slots[0]);
});

test('a fifth of the characters damaged: most rows are placed, and none wrongly', () => {
  const random = seeded(8);
  for (let round = 0; round < 5; round++) {
    const slots = place(
      damaged(
        table((label) => `${label} ${values}`),
        0.2,
        random,
      ),
      'before',
    );
    expect(slots.filter((slot, at) => slot >= 0 && slot !== at)).toEqual([]);
    expect(slots.filter((slot) => slot >= 0).length).toBeGreaterThan(12);
  }
});

test('where the two ways of telling rows apart differ, the cell is doubted and shows both readings', () => {
  const address: Address = 'applications.received.total';
  const reading = (value: number): Reading => ({ value, raw: String(value), state: 'number', place: {} });
  const read: ReadTable = {
    reader: 'text',
    table: 'applications',
    form: '2021',
    decidedBy: [],
    cells: { [address]: reading(3) },
    otherwise: { [address]: reading(4) },
    doubtful: [],
    rows: [],
    labels: { found: 25, expected: 25 },
    place: {},
    remarks: [],
  };
  const cell = reconcile('applications', [read]).cells[address];
  expect(cell).toMatchObject({ value: 3, trust: 'low' });
  expect(cell?.readings?.map(({ value }) => value)).toEqual([3, 4]);
});
