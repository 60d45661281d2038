import { forms } from '../../../report/forms/index.ts';
import type { Box } from '../pdf/box.ts';
import type { GreyImage, PixelArea } from './grey-image.ts';
import type { Recogniser } from './recogniser.ts';

/** The characters that the forms print. Of what is read on a page the right way up, many are among them. */
const printed = new Set(JSON.stringify(forms).match(/\p{Script=Han}/gu));

/** So many lines of a page are tried, the longest; and so many of their characters must be those of the forms. */
const tried = 8;
const fewest = { characters: 8, share: 0.4 };

/** Quarter turns, the most usual first: a page laid into the scanner the other way round, or on its side. */
const turns = [0, 2, 1, 3] as const;

/**
 * A page that was scanned upside down or on its side, turned so that its words can be read; as it is where no way of
 * turning it makes words of the forms. `linesOn` finds the lines of writing on a picture, `reader` begins a new page.
 */
export async function rightWayUp(
  image: GreyImage,
  linesOn: (image: GreyImage) => PixelArea[],
  reader: () => Recogniser,
): Promise<GreyImage> {
  for (const quarters of turns) {
    const candidate = turned(image, quarters);
    if (await isReadable(candidate, linesOn(candidate), reader())) return candidate;
  }
  return image;
}

async function isReadable(image: GreyImage, lines: readonly PixelArea[], read: Recogniser): Promise<boolean> {
  const length = ({ x0, x1, y0, y1 }: PixelArea): number => (x1 - x0) / (y1 - y0);
  const longest = lines.filter((line) => length(line) > 3).sort((a, b) => length(b) - length(a));
  let text = '';
  for (const line of longest.slice(0, tried)) text += await read(image, line);
  const known = [...text].filter((character) => printed.has(character)).length;
  return known >= fewest.characters && known >= fewest.share * text.length;
}

/** The picture turned clockwise by quarters. */
export function turned(image: GreyImage, quarters: 0 | 1 | 2 | 3): GreyImage {
  if (quarters === 0) return image;
  const { width, height, data } = image;
  const [across, down] = quarters === 2 ? [width, height] : [height, width];
  const copy = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [nx, ny] =
        quarters === 1 ? [height - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      copy[ny * across + nx] = data[y * width + x]!;
    }
  return { ...image, width: across, height: down, data: copy, quarters };
}

/** A box on a turned picture, in any unit, as it lies on the page that was turned; `across` and `down` are the turned one's. */
export function turnedBack(
  [x, y, width, height]: Box,
  quarters: GreyImage['quarters'],
  across: number,
  down: number,
): Box {
  if (quarters === 1) return [y, across - x - width, height, width];
  if (quarters === 2) return [across - x - width, down - y - height, width, height];
  return quarters === 3 ? [down - y - height, x, height, width] : [x, y, width, height];
}
