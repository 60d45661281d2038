import { bare, type Sheet } from './sheet.ts';

/** Sheets as one object: `{ summary: [{ bureau, year, … }], cells: […] }`. What is not there is `null`, never 0. */
export const jsonOf = (sheets: readonly Sheet[]): Uint8Array =>
  Buffer.from(
    `${JSON.stringify(
      Object.fromEntries(
        sheets.map(({ id, columns, rows }) => [
          id,
          rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.id, bare(row[index]!)]))),
        ]),
      ),
    )}\n`,
  );
