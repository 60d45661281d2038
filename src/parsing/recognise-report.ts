import { GovinfoError } from '../errors.ts';
import type { Address, Report } from '../report/report.ts';
import type { Document } from './document.ts';
import { sniff } from './intake/sniff.ts';
import type { SourceFile } from './intake/source-file.ts';
import { parseReport } from './parse-report.ts';
import { loadRecogniser } from './readers/scan/recogniser.ts';
import { mayBeScanned, scannedPages } from './readers/scan/scanned-pages.ts';
import { readScan } from './readers/scan.ts';
import { provenBySums } from './tables/proven-by-sums.ts';

/** Recognises pictures of pages, here and now. Throws `E-NO-RECOGNITION` where that is not installed or there are none. */
export async function recogniseDocument({ name, bytes, sha256 }: SourceFile): Promise<Document> {
  const format = await sniff({ name, bytes, sha256 });
  const recognise = await loadRecogniser();
  if (!recognise || !mayBeScanned(format)) {
    throw new GovinfoError('E-NO-RECOGNITION', { zh: '没有启用文字识别', en: 'text recognition is not enabled' });
  }
  return readScan(await scannedPages[format](bytes), format, recognise);
}

/** A report from pictures, its numbers trusted as far as sums prove them. */
export const recogniseReport = async (file: SourceFile): Promise<Report> =>
  trustRecognised(parseReport(await recogniseDocument(file)));

/**
 * Sets the trust of a report from pictures. All its readers looked at the same recognised text, so every number is to be
 * confirmed, except where sums prove it.
 */
export function trustRecognised(report: Report): Report {
  const proven = provenBySums(report);
  for (const [address, cell] of Object.entries(report.cells) as [Address, Report['cells'][Address] & object][]) {
    cell.trust = proven.has(address) && !cell.readings ? 'medium' : 'low';
    cell.place.reader = 'ocr';
  }
  return report;
}
