import type { Locale } from '../../views/message.ts';
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
export function csvOf({ columns, rows, total }: Sheet, locale: Locale): Uint8Array {
  const head = columns.map(({ title, group }) =>
    group && group[locale] !== title[locale] ? `${group[locale]} · ${title[locale]}` : title[locale],
  );
  const lines = [head, ...rows, ...(total ? [total] : [])].map((row) => row.map(field).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
