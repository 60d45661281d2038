import { type GreyImage, isDark } from './grey-image.ts';

/** Steps of the angles that are tried, in radians: a tenth of a degree, up to two degrees to either side. */
const step = Math.PI / 1800;
const farthest = 20;

/** How far a page was turned clockwise when it was scanned, in radians: where its rows of ink stand out most sharply. */
export function skewOf(image: GreyImage): number {
  const dark = sample(image);
  let [best, sharpest] = [0, sharpness(dark, 0)];
  for (let i = -farthest; i <= farthest; i++) {
    const found = sharpness(dark, i * step);
    if (found > sharpest * 1.001) [best, sharpest] = [i * step, found];
  }
  return best;
}

function sample(image: GreyImage): [number, number][] {
  const dark: [number, number][] = [];
  for (let y = 0; y < image.height; y++) {
    for (let x = y % 5; x < image.width; x += 5) if (isDark(image, x, y)) dark.push([x, y]);
  }
  return dark;
}

/** Sum of the squares of the ink in each row, if the page were turned back by this angle. */
function sharpness(dark: [number, number][], angle: number): number {
  const rows = new Map<number, number>();
  const slope = Math.tan(angle);
  for (const [x, y] of dark) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}
