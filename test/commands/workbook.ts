import { packageParts } from '../../src/parsing/intake/office-package.ts';
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

/** The parts of a workbook in XML, by name. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const parts = await packageParts(bytes, /\.xml$/);
  return Object.fromEntries(parts);
}
