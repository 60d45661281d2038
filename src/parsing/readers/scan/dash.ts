import { type GreyImage, isDark, type PixelArea } from './grey-image.ts';

/**
 * Whether ink that stands alone in a cell is a dash: a level stroke, thin and solid, in the middle of the cell's height
 * and well clear of its walls. The model takes it for a 1, for 一, or for nothing.
 */
export function isDash(image: GreyImage, ink: PixelArea, cell: PixelArea): boolean {
  const [width, height] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const across = cell.x1 - cell.x0;
  const middle = ((ink.y0 + ink.y1) / 2 - cell.y0) / (cell.y1 - cell.y0);
  if (width < 6 || width < 3 * height || width > 0.7 * across || middle < 0.35 || middle > 0.7) return false;
  if (ink.x0 - cell.x0 < 3 || cell.x1 - ink.x1 < 3) return false;
  let dark = 0;
  for (let x = ink.x0; x < ink.x1; x++) for (let y = ink.y0; y < ink.y1; y++) if (isDark(image, x, y)) dark++;
  return dark >= 0.6 * width * height;
}
