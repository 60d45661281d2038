import { bytesInTurns } from './in-turns.ts';
import { bare, type Sheet } from './sheet.ts';

/** Sheets as one object: `{ summary: [{ bureau, year, … }], cells: […] }`. What is not there is `null`, never 0. */
export async function jsonOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (const [number, { id, columns, rows }] of sheets.entries()) {
    parts.push(Buffer.from(`${number === 0 ? '{' : ','}${JSON.stringify(id)}:[`));
    const object = (row: Sheet['rows'][number]): string =>
      JSON.stringify(Object.fromEntries(columns.map((column, index) => [column.id, bare(row[index]!)])));
    parts.push(await bytesInTurns(rows, object, ','), Buffer.from(']'));
  }
  return Buffer.concat([...parts, Buffer.from(sheets.length === 0 ? '{}\n' : '}\n')]);
}
