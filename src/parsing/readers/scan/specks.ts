import { type GreyImage, isDark, paper } from './grey-image.ts';

/** A spot of ink with as many pixels or fewer, and no longer either way, is a speck; the dot of an i is larger. */
const largest = { pixels: 12, side: 6 };
/** A clean page has a few such spots in its punctuation; only one with this many, in a million pixels, is cleaned. */
const manyInMillion = 100;

/**
 * The picture without its specks, to find lines and words on: with specks in every row a whole page is one stretch of ink.
 * Recognition looks at the picture as it is, where a speck may be a decimal point. A clean page comes back untouched.
 */
export function withoutSpecks(image: GreyImage): GreyImage {
  const { width, height } = image;
  const seen = new Uint8Array(width * height);
  const specks: number[] = [];
  let count = 0;
  let spot = new Int32Array(1024);
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || image.data[start]! >= paper) continue;
    seen[start] = 1;
    spot[0] = start;
    let size = 1;
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let next = 0; next < size; next++) {
      const at = spot[next]!;
      const [x, y] = [at % width, Math.floor(at / width)];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      if (size + 8 > spot.length) {
        const larger = new Int32Array(2 * spot.length);
        larger.set(spot);
        spot = larger;
      }
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const near = ny * width + nx;
          if (seen[near] || !isDark(image, nx, ny)) continue;
          seen[near] = 1;
          spot[size++] = near;
        }
    }
    if (size > largest.pixels || right - left >= largest.side || bottom - top >= largest.side) continue;
    count++;
    for (let at = 0; at < size; at++) specks.push(spot[at]!);
  }
  if (count <= (manyInMillion * seen.length) / 1_000_000) return image;
  const data = image.data.slice();
  for (const at of specks) data[at] = 255;
  return { width, height, data };
}
