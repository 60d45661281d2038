import type { Reading } from '../../report/report.ts';
import type { Field } from './value-row.ts';

/** Whether a zero has run together with the number behind it: no count is printed so. */
export const beginsWithZero = ({ raw }: Pick<Reading, 'raw'>): boolean => /^\s*0\d/u.test(raw.normalize('NFKC'));

/**
 * Whether two values of a row show that they have run together (`09`, `/0`) and its last value is blank: those behind
 * may have moved up by a cell.
 */
export const hasRunTogether = (values: readonly Field[]): boolean =>
  values.at(-1)!.state === 'blank' && values.some((value) => value.state === 'unreadable' || beginsWithZero(value));

/** Whether parts come to another number than the total behind them, which is printed. A blank or a sign counts nothing. */
export const missesTotal = (values: readonly Field[]): boolean =>
  values.at(-1)!.value !== null &&
  values.slice(0, -1).reduce((sum, { value }) => sum + (value ?? 0), 0) !== values.at(-1)!.value;

/** Whether parts above 0 stand before a total left blank. */
export const lacksTotal = (values: readonly Field[]): boolean =>
  values.at(-1)!.state === 'blank' && values.slice(0, -1).some(({ value }) => value !== null && value > 0);
