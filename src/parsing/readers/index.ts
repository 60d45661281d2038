import type { Document } from '../document.ts';
import type { Format } from '../intake/sniff.ts';

/** Makes a document of a file's bytes. Throws `GovinfoError` where the file is damaged or holds no text. */
export type Reader = (bytes: Uint8Array) => Document | Promise<Document>;

/** One reader a format, loaded with its library when the first such file comes. */
export const readers: Record<Exclude<Format, 'image'>, () => Promise<Reader>> = {
  pdf: async () => (await import('./pdf.ts')).readPdf,
  docx: async () => (await import('./docx.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  html: async () => (await import('./html.ts')).readHtml,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  text: async () => (await import('./text.ts')).readText,
};
