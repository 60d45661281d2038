import type { Locale } from '../../views/message.ts';
import { bytesInTurns } from './in-turns.ts';
import { bare, type Sheet, type Value } from './sheet.ts';

/** What a spreadsheet would take for a formula: it begins with one of these signs, full-width ones too. */
const formula = /^\s*[=+\-@|%＝＋－＠\t\r\n]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

function field(value: Value): string {
  const plain = bare(value);
  if (plain === null) return '';
  if (typeof plain === 'number') return String(plain);
  const safe = formula.test(plain) && !plainNumber.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A sheet as CSV that Excel opens as it is meant: UTF-8 with its mark, and no text that it could run as a formula. */
export async function csvOf({ columns, rows, total }: Sheet, locale: Locale): Promise<Uint8Array> {
  const head = columns.map(({ title, group }) =>
    group && group[locale] !== title[locale] ? `${group[locale]} · ${title[locale]}` : title[locale],
  );
  const all = [head, ...rows, ...(total ? [total] : [])];
  const lines = await bytesInTurns(all, (row) => `${row.map(field).join(',')}\r\n`);
  return Buffer.concat([Buffer.from('\uFEFF', 'utf8'), lines]);
}
