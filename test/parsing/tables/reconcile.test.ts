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

test('what stands in a row whose cells are too many or too few is doubted unless it adds up', () => {
  const columns = ['person', 'business', 'research', 'welfare', 'legal', 'other', 'total'] as const;
  const trust = (values: readonly number[], tokens: readonly string[]): unknown[] => {
    const cells = Object.fromEntries(columns.map((column, at) => [`applications.received.${column}`, values[at]!]));
    const placed = Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, reading(value)]));
    const drawn = seen('grid', 0, { cells: {}, rows: [{ id: 'received', label: '', tokens: [...tokens], place: {} }] });
    const found = reconcile('applications', [seen('tokens', 0, { cells: placed }), drawn]).cells;
    return [...new Set(Object.values(found).map((cell) => cell.trust))];
  };
  const six = ['1', '0', '0', '0', '0', '12'];
  expect(trust([1, 0, 0, 0, 0, 12, 0], six)).toEqual(['low']);
  expect(trust([0, 0, 0, 0, 0, 0, 0], six)).toEqual(['low']);
  expect(trust([1, 2, 1, 1, 3, 1, 9], six)).toEqual(['medium']);
  // A 0 may be a stranger: the sum is the same without it.
  expect(trust([1, 0, 0, 0, 0, 1, 2], six)).toEqual(['low']);
  // The whole row in one cell: none are drawn.
  expect(trust([1, 0, 0, 0, 0, 12, 0], [six.join(' ')])).toEqual(['medium']);
});

test('what stands in table 4 is doubted where its drawn row has a cell too few', () => {
  const upheld: Address = 'disputes.litigation.upheld';
  const placed = seen('tokens', 0, {
    table: 'disputes',
    cells: { [upheld]: reading(47), 'disputes.litigation.corrected': reading(0) },
  });
  const row = { id: null, label: '', tokens: Array<string>(14).fill('0'), place: {} };
  const drawn = seen('grid', 0, { table: 'disputes', cells: {}, rows: [row] });
  expect(reconcile('disputes', [placed]).cells[upheld]).toMatchObject({ trust: 'medium' });
  expect(reconcile('disputes', [placed, drawn]).cells[upheld]).toMatchObject({ trust: 'low' });
  // Two values in one column, and words alone show fifteen: parts in another order add up as well.
  const [four, words] = (['tokens', 'text'] as const).map((reader, at) =>
    seen(reader, 0, {
      table: 'disputes',
      cells: at === 0 ? {} : { [upheld]: reading(4), 'disputes.litigation.total': reading(4) },
      rows: at === 0 ? [{ ...row, tokens: Array<string>(15).fill('0') }] : [],
    }),
  );
  expect(reconcile('disputes', [words!]).cells[upheld]).toMatchObject({ trust: 'medium' });
  expect(reconcile('disputes', [four!, words!]).cells[upheld]).toMatchObject({ trust: 'medium' });
  words!.cells['disputes.litigation.corrected'] = reading(0);
  expect(reconcile('disputes', [four!, words!]).cells[upheld]).toMatchObject({ trust: 'low' });
});

test('a row of table three that a reader of places refused is doubted, unless its numbers add up', () => {
  const columns = ['person', 'business', 'research', 'welfare', 'legal', 'other', 'total'];
  const of = (values: readonly (number | null)[], row = 'granted') =>
    Object.fromEntries(
      values.map((value, at) => [
        `applications.${row}.${columns[at]}`,
        value === null ? { value, raw: '/', state: 'placeholder', place: { page: 1 } } : reading(value),
      ]),
    ) as ReadTable['cells'];
  const refused = {
    cells: {},
    rows: [{ id: 'granted', label: '（一）予以公开', tokens: Array(7).fill('2'), place: {} }],
  };
  const trust = (values: (number | null)[], concluded: number[] = [], column = 'person') =>
    reconcile('applications', [
      seen('text', 0, { cells: { ...of(values), ...of(concluded, 'concluded') } }),
      seen('tokens', 0, refused as Partial<ReadTable>),
    ]).cells[`applications.granted.${column}` as Address]?.trust;
  expect(trust([2, null, null, 6, 7, null, 15])).toBe('low');
  expect(trust([2, 1, 1, 6, 7, 1, 18])).toBe('medium');
  // With a 0 the row adds up with or without it; the columns tell where it stands.
  expect(trust([2, 0, 0, 6, 7, 0, 15])).toBe('low');
  expect(trust([2, 0, 0, 6, 7, 0, 15], [2, 0, 0, 6, 7, 0, 15])).toBe('medium');
  expect(trust([2, 0, 0, 6, 7, 0, 15], [2, 0, 6, 0, 7, 0, 15])).toBe('low');
  // No sum tells a 0 from a blank that a 0 beside the row was taken for.
  expect(trust([2, 0, 0, 6, 7, 0, 15], [2, 0, 0, 6, 7, 0, 15], 'research')).toBe('low');
});
