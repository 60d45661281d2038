import { cellName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { notAssessed, type Unsettled } from '../define-check.ts';
import { cut } from '../wording.ts';

/** The number printed in a cell; nothing where there is none. */
export const numberAt = ({ cells }: Report, address: Address): number | undefined =>
  cells[address]?.state === 'number' ? (cells[address].value ?? undefined) : undefined;

/** The numbers of cells that a rule needs all of, or why it cannot be decided. */
export function numbersAt(report: Report, addresses: readonly Address[]): number[] | Unsettled {
  const values = addresses.map((address) => numberAt(report, address));
  if (values.every((value) => value !== undefined)) return values;
  const lacking = addresses.filter((_, index) => values[index] === undefined);
  const states = new Set(lacking.map((address) => report.cells[address]?.state ?? 'absent'));
  const names = cut(lacking.map(cellName));
  if (states.has('absent')) return notAssessed('absent', `未见：${names.zh}`, `Not found: ${names.en}`);
  if (states.has('unreadable')) return notAssessed('unreadable', `不是数字：${names.zh}`, `Not a number: ${names.en}`);
  return notAssessed('nothing-reported', `未报数：${names.zh}`, `Not reported: ${names.en}`);
}
