import { printedIn } from './cell.ts';
import type { Entry } from './entry.ts';
import type { Cells } from './measures/measure.ts';
import { saidIn } from './measures/said.ts';
import type { Address } from './report.ts';

/**
 * Cells that a person should look at before quoting them: read with low trust, unreadable, or named by an error or a warning. Where
 * a finding has found the one cell that explains it, only that one.
 */
export function doubtfulCells({ report, findings }: Pick<Entry, 'report' | 'findings'>): Set<Address> {
  const read = Object.entries(report.cells) as [Address, NonNullable<(typeof report.cells)[Address]>][];
  return new Set([
    ...read
      .filter(([, cell]) => cell.trust === 'low' || cell.readings || cell.state === 'unreadable')
      .map(([address]) => address),
    ...findings
      .filter(({ severity }) => severity !== 'note')
      .flatMap(({ suspect, cells }) => (suspect ? [suspect.cell] : cells)),
  ]);
}

/** A report as measures see it. */
export function cellsOf(entry: Pick<Entry, 'report' | 'findings'>): Cells {
  const doubtful = doubtfulCells(entry);
  return {
    forms: entry.report.forms,
    cell: (address) => {
      const cell = entry.report.cells[address];
      return cell?.corrected === 'answered' ? { ...cell, printed: printedIn(cell) } : cell;
    },
    doubtful: (address) => doubtful.has(address),
    said: (id) => saidIn(entry.report.facts, id),
  };
}
