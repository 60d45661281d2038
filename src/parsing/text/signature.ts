import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';
import type { Labelled } from './page-labels.ts';
import type { SectionSpan } from './section-span.ts';
import { organisation } from './title.ts';

const dated =
  /^(?:20[0-3]\d|二[〇○零0][一二三][〇○零一二三四五六七八九])年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/u;
const name = /^(?<name>[\p{Script=Han}（）]{3,40})$/u;

/** The name with which a report is signed: on a line of its own over its date, after the last section began. */
export function findSignature(document: Document, spans: readonly SectionSpan[]): Labelled | null {
  const last = spans.at(-1);
  if (!last) return null;
  const { tidy } = foldedLines(document);
  let under: string | null = null;
  for (let line = tidy.length - 1; line > last.start; line--) {
    const text = tidy[line]!;
    if (text === '') continue;
    const signed = under !== null && dated.test(under) ? name.exec(text)?.groups?.name : undefined;
    if (signed && organisation.test(signed)) return { name: signed, quote: `${text} ${under}`, line };
    under = text;
  }
  return null;
}
