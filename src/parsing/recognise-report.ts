import { GovinfoError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import type { Document } from './document.ts';
import { sniff } from './intake/sniff.ts';
import type { SourceFile } from './intake/source-file.ts';
import { parseReport } from './parse-report.ts';
import { loadRecogniser } from './readers/scan/recogniser.ts';
import { mayBeScanned, scannedPages } from './readers/scan/scanned-pages.ts';
import { readScan } from './readers/scan.ts';

/** Recognises pictures of pages, here and now. Throws `E-NO-RECOGNITION` where that is not installed or there are none. */
export async function recogniseDocument({ name, bytes, sha256 }: SourceFile): Promise<Document> {
  const format = await sniff({ name, bytes, sha256 });
  const recognise = await loadRecogniser();
  if (!recognise || !mayBeScanned(format)) {
    throw new GovinfoError('E-NO-RECOGNITION', { zh: '没有启用文字识别', en: 'text recognition is not enabled' });
  }
  return readScan(await scannedPages[format](bytes), format, recognise);
}

/** A report from pictures of pages. */
export const recogniseReport = async (file: SourceFile): Promise<Report> => parseReport(await recogniseDocument(file));
