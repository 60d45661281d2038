import type { PixelArea } from './grey-image.ts';
import { modelWidth, type Recogniser, unreadable } from './recogniser.ts';

/** Columns that the model may look at, on one page and in all; a full page of text takes about 150,000. */
const most = { page: 300_000, document: 2_000_000 };

/** No line of writing is so long for its height: it is dust, or the edge of a shadow. */
const longestForHeight = 100;

/**
 * A recogniser for each page of a document in turn. What would cost more than page or document may is unreadable: a page
 * full of dust looks like thousands of words. The cost is counted in columns of the model's input and not by the clock, so
 * that the same file gives the same answer. What was read once on a page is not read again.
 */
export function thrifty(recognise: Recogniser): () => Recogniser {
  let inAll = 0;
  return () => {
    let onPage = 0;
    const known = new Map<string, string>();
    return async (image, area) => {
      const key = `${area.x0} ${area.y0} ${area.x1} ${area.y1}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const cost = modelWidth(area);
      const spent = onPage + cost > most.page || inAll + cost > most.document;
      const text = isTooLong(area) || spent ? unreadable : await recognise(image, area);
      if (!spent) {
        onPage += cost;
        inAll += cost;
      }
      known.set(key, text);
      return text;
    };
  };
}

const isTooLong = ({ x0, y0, x1, y1 }: PixelArea): boolean => x1 - x0 > longestForHeight * (y1 - y0);
