import { GovinfoError } from '../errors.ts';
import type { Address, Report } from '../report/report.ts';
import type { Document } from './document.ts';
import { sniff } from './intake/sniff.ts';
import type { SourceFile } from './intake/source-file.ts';
import { parseReport } from './parse-report.ts';
import { docxPictures } from './readers/docx.ts';
import { pageImages } from './readers/scan/page-images.ts';
import { pictureImages } from './readers/scan/picture-images.ts';
import { loadRecogniser } from './readers/scan/recogniser.ts';
import { readScan } from './readers/scan.ts';
import { provenBySums } from './tables/proven-by-sums.ts';

/** The pictures of pages in a scanned PDF, a picture file, or a Word file that holds nothing else. */
const images = {
  pdf: async (bytes: Uint8Array) => pageImages(bytes),
  image: async (bytes: Uint8Array) => pictureImages([bytes]),
  docx: async (bytes: Uint8Array) => pictureImages(await docxPictures(bytes)),
};

/** Recognises pictures of pages, here and now. Throws `E-NO-RECOGNITION` where that is not installed or there are none. */
export async function recogniseDocument({ name, bytes, sha256 }: SourceFile): Promise<Document> {
  const format = await sniff({ name, bytes, sha256 });
  const recognise = await loadRecogniser();
  if (!recognise || !(format === 'pdf' || format === 'image' || format === 'docx')) {
    throw new GovinfoError('E-NO-RECOGNITION', { zh: '没有启用文字识别', en: 'text recognition is not enabled' });
  }
  return readScan(await images[format](bytes), format, recognise);
}

/**
 * A report from pictures. All its readers looked at the same recognised text, so every number is to be confirmed, except
 * where sums prove it.
 */
export async function recogniseReport(file: SourceFile): Promise<Report> {
  const report = parseReport(await recogniseDocument(file));
  const proven = provenBySums(report);
  for (const [address, cell] of Object.entries(report.cells) as [Address, Report['cells'][Address] & object][]) {
    cell.trust = proven.has(address) && !cell.readings ? 'medium' : 'low';
    cell.place.reader = 'ocr';
  }
  return report;
}
