import type { Address } from '../../../src/report/report.ts';

/** A number as bureaus print it: 7, 1,344, 12.50, and of a change +19, -35, 增2 and 减7. */
const printed = /^[+\-增减]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/u;

export const isNumber = (text: string): boolean => printed.test(text);

export const numberOf = (text: string): number =>
  Number(text.replaceAll(',', '').replace('增', '+').replace('减', '-'));

/** What a bureau may print in a cell: a number, a placeholder or none. Only a change has a sign, only an amount decimals. */
export function mayStandIn(address: Address, text: string): boolean {
  if (!isNumber(text)) return /^[/-]?$/u.test(text);
  return (
    (address.endsWith('.itemsChange') || /^\d/u.test(text)) && (address.endsWith('.amount') || !text.includes('.'))
  );
}
