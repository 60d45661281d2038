import { readXlsx } from '../../src/parsing/readers/xlsx.ts';

/** Rows of each sheet of a workbook, in order, as the text of their cells. */
export async function sheetsIn(bytes: Uint8Array): Promise<Record<string, string[][]>> {
  const sheets: Record<string, string[][]> = {};
  for (const { text, place } of (await readXlsx(bytes)).lines) {
    sheets[place.sheet!] ??= [];
    sheets[place.sheet!]!.push(text.split('\t'));
  }
  return sheets;
}
