import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Drawing, drawing } from './drawing.ts';
import { type FontFacts, fontFacts } from './font-facts.ts';
import { doubtTwinDigits } from './twin-digits.ts';
import { doubtTwoColours } from './two-colours.ts';

/** Letters under a picture beyond which it is no stamp: what is read there is not what one sees. */
const mostCovered = 100;

/** How a page is drawn, and whether its text is what some program recognised in a picture of the page. */
export interface DrawnPage extends Drawing {
  recognised: boolean;
}

export async function drawnPage(
  page: PDFPageProxy,
  viewport: PageViewport,
  document: PDFDocumentProxy,
): Promise<DrawnPage> {
  const list = await page.getOperatorList();
  const hasParts = list.fnArray.some(
    (operator, i) => operator === OPS.beginMarkedContentProps && list.argsArray[i][0] === 'OC',
  );
  const parts = hasParts ? await document.getOptionalContentConfig() : null;
  const fonts = new Map<string, FontFacts>();
  const drawn = drawing(list, viewport, {
    fontFacts(name) {
      const facts = fonts.get(name) ?? fontFacts(name, page);
      fonts.set(name, facts);
      return facts;
    },
    isShown: (group) => parts?.isVisible(group) ?? true,
  });
  const covered = await lettersCovered(drawn.overText, page);
  // Invisible text over or under a picture of the page is what some other program recognised in a scan.
  const recognised = (drawn.hidesText && drawn.pictures > 0.5) || covered.length > mostCovered;
  // What a smaller picture covers may be told by that.
  for (const letter of covered) if (letter.sight === 'seen') letter.sight = 'doubtful';
  doubtTwinDigits(drawn.letters);
  doubtTwoColours(drawn.letters);
  return { ...drawn, recognised };
}

/** Letters below pictures that let nothing through. */
async function lettersCovered(overText: Drawing['overText'], page: PDFPageProxy): Promise<Drawing['letters']> {
  const opaque = await Promise.all(overText.map(({ picture }) => isOpaque(picture, page)));
  return overText.filter((_, at) => opaque[at]).flatMap(({ letters }) => letters);
}

/** How pdfjs keeps a picture with a mask or an alpha channel. */
const withAlpha = 3;

async function isOpaque(picture: unknown, { objs, commonObjs }: PDFPageProxy): Promise<boolean> {
  const kept = typeof picture === 'string' && (picture.startsWith('g_') ? commonObjs : objs);
  const image = kept ? await new Promise((resolve) => kept.get(picture as string, resolve)) : picture;
  const kind = (image as { kind?: number } | null)?.kind;
  return kind !== undefined && kind !== withAlpha;
}
