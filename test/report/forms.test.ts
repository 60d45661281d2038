import { expect, test } from 'vitest';
import { isAddress, nameOf, partsOf } from '../../src/report/address.ts';
import { addressesOf, applicationRows, forms, tableIds } from '../../src/report/forms/index.ts';

const count = (form: '2019' | '2021') => tableIds.map((table) => addressesOf(form, table).length);

test('the 2021 form has 10 + 175 + 15 cells, the 2019 form 22 + 161 + 15', () => {
  expect(count('2021')).toEqual([10, 175, 15]);
  expect(count('2019')).toEqual([22, 161, 15]);
  expect(applicationRows('2021')).toHaveLength(25);
  expect(applicationRows('2019')).toHaveLength(23);
});

test('no address stands twice in a form', () => {
  for (const form of forms) {
    const all = tableIds.flatMap((table) => addressesOf(form.id, table));
    expect(new Set(all).size).toBe(all.length);
  }
});

test('an address comes apart at its first and last dot', () => {
  expect(partsOf('applications.other.other.total')).toEqual({
    table: 'applications',
    row: 'other.other',
    column: 'total',
  });
  expect(partsOf('applications.other.other')).toEqual({ table: 'applications', row: 'other', column: 'other' });
});

test('every address has the printed words of its row and column', () => {
  expect(nameOf('disclosures.penalties.decisions')).toEqual({
    table: '表二',
    row: '行政处罚',
    column: '本年处理决定数量',
  });
  expect(nameOf('disclosures.procurement.amount')).toMatchObject({ row: '政府集中采购', column: '采购总金额' });
  expect(isAddress('applications.denied.stateSecrets.person')).toBe(false);
});
