import type { Document } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import type { SectionSpan } from '../text/section-span.ts';

/** The unit of money that the head over the fees prints, whichever way its table is drawn. */
export function printedFeesUnit({ lines }: Document, sections: readonly SectionSpan[]): string | undefined {
  const span = sections.find(({ id }) => id === 'disclosures');
  const text = lines.slice(span?.start, span?.end).map((line) => normalise(line.text).replace(/[\s|]/gu, ''));
  return /收费金额\(?单位:?([十百千万亿]*元)/u.exec(text.join(''))?.[1];
}
