import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextContent, TextItem } from './tokens.ts';

/** What pdfjs tells of a note on the page or a field of a form, as far as it is used here. */
interface Annotation {
  subtype?: string;
  fieldType?: string;
  annotationFlags?: number;
  /** Left, bottom, right, top in points from the lower left corner. */
  rect?: [number, number, number, number];
  fieldValue?: unknown;
  contentsObj?: { str?: string };
  textContent?: string[];
  textAlignment?: number | null;
  defaultAppearanceData?: { fontSize?: number };
}

const hidden = 0b100010; // Hidden, NoView
const usualSize = 10;

/**
 * The text of a page with what was typed onto it later: text notes and fields of a form. They lie over the page's own
 * text, which does not hold them, and whoever opens the file reads them all the same.
 */
export async function withTypedOver(content: TextContent, page: PDFPageProxy): Promise<TextContent> {
  const typed = ((await page.getAnnotations()) as Annotation[]).flatMap(itemsOf);
  if (typed.length === 0) return content;
  const items = [...content.items];
  for (const item of typed) insert(items, item);
  return { ...content, items };
}

function itemsOf(annotation: Annotation): TextItem[] {
  const { annotationFlags = 0, rect, textAlignment, defaultAppearanceData } = annotation;
  if (annotationFlags & hidden || !rect) return [];
  const lines = textOf(annotation)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [left, bottom, right, top] = rect;
  const step = (top - bottom) / lines.length;
  const size = Math.min(defaultAppearanceData?.fontSize || usualSize, step);
  return lines.map((str, i) => {
    const width = Math.min(right - left, [...str].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.5), 0) * size);
    const x = left + ((right - left - width) * (textAlignment ?? 0)) / 2;
    const baseline = top - step * (i + 0.5) - 0.35 * size;
    return {
      str,
      dir: 'ltr',
      width,
      height: size,
      transform: [size, 0, 0, size, x, baseline],
      fontName: '',
      hasEOL: false,
    };
  });
}

/** A note's words as they are drawn, or what a field holds. */
function textOf({ subtype, fieldType, fieldValue, textContent, contentsObj }: Annotation): string {
  if (subtype === 'FreeText') return textContent?.join('\n') || contentsObj?.str || '';
  if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  return [fieldValue].flat().join(' ');
}

/** Puts an item where it is read: behind what stands left of it in its line, else before what stands below it. */
function insert(items: TextContent['items'], item: TextItem): void {
  const [, , , size, x, y] = item.transform as number[];
  const inLine = items.findLastIndex(
    (other) => 'str' in other && Math.abs(other.transform[5] - y!) < 0.6 * size! && other.transform[4] < x!,
  );
  const before = items[inLine];
  if (before && 'str' in before) {
    items[inLine] = { ...before, hasEOL: false };
    items.splice(inLine + 1, 0, { ...item, hasEOL: before.hasEOL });
    return;
  }
  const below = items.findIndex((other) => 'str' in other && other.transform[5] < y! - 0.3 * size!);
  items.splice(below < 0 ? items.length : below, 0, { ...item, hasEOL: true });
}
