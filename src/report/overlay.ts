import type { Cell } from './cell.ts';
import type { Correction } from './issue.ts';
import type { Address, Report } from './report.ts';

/** Whether a document prints what a correction was made for. */
const answers = (correction: Correction, cell: Cell | undefined): boolean =>
  correction.printed === null
    ? cell === undefined
    : cell !== undefined && correction.printed.value === cell.value && correction.printed.state === cell.state;

/**
 * The report with people's values laid over it. `raw` and `place` stay those of the document; a cell that the document
 * does not have gets an empty place. Corrections of something that this version prints otherwise are left out.
 */
export function overlay(report: Report, corrections: readonly Correction[]): { report: Report; applied: Correction[] } {
  const applied = corrections.filter((correction) => answers(correction, report.cells[correction.address]));
  const laid = applied.map(({ address, value, basis }): [Address, Cell] => {
    const { raw, place } = report.cells[address] ?? { raw: '', place: {} };
    return [address, { value, raw, state: 'number', place, trust: 'high', corrected: basis }];
  });
  return { report: { ...report, cells: Object.assign({}, report.cells, Object.fromEntries(laid)) }, applied };
}

/** Corrections that a new version contradicts: it prints neither what was corrected nor what it was corrected to. */
export const contradicted = (report: Report, corrections: readonly Correction[]): Correction[] =>
  corrections.filter((correction) => {
    const cell = report.cells[correction.address];
    return !answers(correction, cell) && cell?.value !== correction.value;
  });
