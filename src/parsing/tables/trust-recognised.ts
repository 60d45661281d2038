import type { Address, Report } from '../../report/report.ts';
import { provenBySums } from './proven-by-sums.ts';

/**
 * Sets the trust of a report whose text was recognised from pictures, by us or by the program that made the file. All its
 * readers looked at the same text, so every number is to be confirmed, except where sums prove it.
 */
export function trustRecognised(report: Report): Report {
  const proven = provenBySums(report);
  for (const [address, cell] of Object.entries(report.cells) as [Address, Report['cells'][Address] & object][]) {
    cell.trust = proven.has(address) && !cell.readings ? 'medium' : 'low';
    cell.place.reader = 'ocr';
  }
  return report;
}
