import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../../src/report/forms/index.ts';
import { cellIn, encodeCells, encodedCells, type FactCell, order } from '../../src/store/fact-cells.ts';

const mark = { doubtful: fc.boolean(), corrected: fc.boolean() };
const cell: fc.Arbitrary<FactCell | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ value: 0, state: 'number' as const, doubtful: false, corrected: false }) },
  fc.record({ value: fc.nat(), state: fc.constant('number' as const), ...mark }),
  fc.record({
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
    state: fc.constant('number' as const),
    ...mark,
  }),
  fc.record({
    value: fc.constant(null),
    state: fc.constantFrom('blank' as const, 'placeholder' as const, 'unreadable' as const),
    ...mark,
  }),
  fc.constant(undefined),
);

test('every cell comes back as it was: value, state and marks; absent stays absent', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: order.length, maxLength: order.length }), (cells) => {
      const given = new Map(order.flatMap((address, i) => (cells[i] ? [[address, cells[i]] as const] : [])));
      const encoded = encodeCells(given);
      expect(encoded).toMatch(encodedCells);
      // Reports stand one behind the other, and questions jump between them.
      const before = '7?,b,,3*9';
      const bytes = Buffer.from(`${before}${encoded}1,2,3`, 'latin1');
      const read = (address: Address) => cellIn(bytes, before.length, before.length + encoded.length, address);
      for (const address of order) expect(read(address)).toEqual(given.get(address));
      for (const address of order.toReversed()) expect(read(address)).toEqual(given.get(address));
      for (const [i, address] of order.entries()) {
        if (i % 2) expect(cellIn(bytes, 0, before.length, order[0]!)).toMatchObject({ value: 7, doubtful: true });
        else read(order[(i * 7) % order.length]!);
        expect(read(address)).toEqual(given.get(address));
      }
    }),
  );
});

test('places of cells never move: stored rows of earlier programs stay readable', () => {
  expect(order.slice(0, 3)).toEqual([
    'disclosures.regulations.newlyMade',
    'disclosures.regulations.newlyDisclosed',
    'disclosures.regulations.totalDisclosed',
  ]);
  expect(order.length).toBeGreaterThanOrEqual(226);
  expect(order.indexOf('applications.received.person')).toBe(22);
  expect(order.indexOf('disputes.reconsideration.upheld')).toBe(183);
  expect(order.indexOf('disclosures.fees.amount')).toBe(204);
});

test('a report without any cell is an empty string', () => {
  expect(encodeCells(new Map())).toBe('');
  expect(cellIn(Buffer.from('1,2'), 1, 1, order[0]!)).toBeUndefined();
});
