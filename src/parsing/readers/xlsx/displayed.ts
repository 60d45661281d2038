/** Number formats that are named by number only. */
const builtIn: Record<string, string> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' };

/**
 * A stored number as the sheet shows it: by the format where that is a plain one (digits, thousands, percent), else
 * the number itself, without the dust of binary fractions (973.93000000000006 is 973.93).
 */
export function displayed(stored: string, format: string): string {
  const number = Number(stored);
  if (stored === '' || Number.isNaN(number)) return stored;
  const code = (builtIn[format] ?? format).split(';')[0]!.replace(/_.|\\.|"[^"]*"|\s/g, '');
  const plain = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(code);
  if (!plain) return String(Number(number.toPrecision(15)));
  const [, thousands, decimals = '', percent = ''] = plain;
  const digits = {
    useGrouping: Boolean(thousands),
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  };
  return (percent ? number * 100 : number).toLocaleString('en-US', digits) + percent;
}
