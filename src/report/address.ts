import { type Address, addressesOf, forms, type TableId, tableIds } from './forms/index.ts';

const known: ReadonlySet<string> = new Set(
  forms.flatMap((form) => tableIds.flatMap((table) => addressesOf(form.id, table))),
);

/** Whether a string is the address of a cell in some version of the form. */
export const isAddress = (text: string): text is Address => known.has(text);

/** An address taken apart; `row` may contain a dot. */
export function partsOf(address: Address): { table: TableId; row: string; column: string } {
  const first = address.indexOf('.');
  const last = address.lastIndexOf('.');
  return {
    table: address.slice(0, first) as TableId,
    row: address.slice(first + 1, last),
    column: address.slice(last + 1),
  };
}

/** The printed words of a row and column: 表三（七）总计 · 总计. */
export function nameOf(address: Address): { table: string; row: string; column: string } {
  const { table, row, column } = partsOf(address);
  for (const form of forms.toReversed()) {
    const { numeral } = form[table];
    const blocks = table === 'disclosures' ? form.disclosures.blocks : [form[table]];
    for (const block of blocks) {
      const printedRow = block.rows.find((r) => !('group' in r) && r[0] === row);
      const printedColumn = block.columns.find(([id]) => id === column);
      if (printedRow && !('group' in printedRow) && printedColumn)
        return { table: `表${numeral}`, row: printedRow[1], column: printedColumn[1] };
    }
  }
  throw new TypeError(`not a cell of any form: ${address}`);
}
