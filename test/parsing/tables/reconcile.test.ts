import { expect, test } from 'vitest';
import { reconcile } from '../../../src/parsing/tables/reconcile.ts';
import type { ReadTable } from '../../../src/parsing/tables/table-reader.ts';
import type { Address, Reading } from '../../../src/report/report.ts';

const address: Address = 'applications.received.total';
const reading = (value: number): Reading => ({ value, raw: String(value), state: 'number', place: { page: 1 } });
const seen = (reader: ReadTable['reader'], value: number, more: Partial<ReadTable> = {}): ReadTable => ({
  reader,
  table: 'applications',
  form: '2021',
  decidedBy: [],
  cells: { [address]: reading(value) },
  doubtful: [],
  rows: [],
  labels: { found: 25, expected: 25 },
  place: {},
  remarks: [],
  ...more,
});
const cell = (...read: ReadTable[]) => reconcile('applications', read).cells[address];

test('cells and words that agree are trusted, one reader alone less', () => {
  expect(cell(seen('text', 3), seen('grid', 3))).toMatchObject({ value: 3, trust: 'high' });
  expect(cell(seen('text', 3), seen('tokens', 3))).toMatchObject({ value: 3, trust: 'medium' });
  expect(cell(seen('text', 3))).toMatchObject({ value: 3, trust: 'medium' });
});

test('readers that differ: the better one stands, doubted, beside all readings', () => {
  const settled = cell(seen('text', 30), seen('grid', 3));
  expect(settled).toMatchObject({ value: 3, trust: 'low' });
  expect(settled?.readings?.map(({ value }) => value)).toEqual([3, 30]);
});

test('a reader that doubts its own reading is no second opinion', () => {
  expect(cell(seen('text', 30, { doubtful: [address] }), seen('tokens', 3))).toMatchObject({
    value: 3,
    trust: 'medium',
  });
  expect(cell(seen('text', 30, { doubtful: [address] }))).toMatchObject({ value: 30, trust: 'low' });
});

test('no value is made of nothing, and none of another form', () => {
  expect(cell()).toBeUndefined();
  const other: Address = 'applications.other.uncorrected.total';
  const read = seen('text', 1, { form: '2019', cells: { [other]: reading(1), [address]: reading(2) } });
  expect(Object.keys(reconcile('applications', [read]).cells)).toEqual([address]);
});

test('a row that readers take to be of different forms is doubted', () => {
  const decisions: Address = 'disclosures.licences.decisions';
  const [tokens, text] = (['2021', '2019'] as const).map((form, at) =>
    seen(at === 0 ? 'tokens' : 'text', 131, {
      table: 'disclosures',
      form,
      cells: at === 0 ? { [decisions]: reading(131) } : {},
      rowForms: { licences: form },
    }),
  );
  expect(reconcile('disclosures', [tokens!, text!]).cells[decisions]).toMatchObject({ value: 131, trust: 'low' });
});

test('table 2: a row that another reader saw and could not read is doubted', () => {
  const fees: Address = 'disclosures.fees.amount';
  const text = seen('text', 30, { table: 'disclosures', cells: { [fees]: reading(30) } });
  const row = { id: 'fees', label: '行政事业性收费', tokens: ['3', '0'], place: {} };
  const tokens = seen('tokens', 0, { table: 'disclosures', cells: {}, rows: [row] });
  expect(reconcile('disclosures', [text]).cells[fees]).toMatchObject({ trust: 'medium' });
  expect(reconcile('disclosures', [text, tokens]).cells[fees]).toMatchObject({ value: 30, trust: 'low' });
});
