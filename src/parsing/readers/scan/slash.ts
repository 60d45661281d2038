import { type GreyImage, isDark, type PixelArea } from './grey-image.ts';

/** What the model makes of a slash that stands alone, since it was trained on lines of text. */
const lookalikes = new Set(['1', '7', 'l', 'I', '|', 'J', '／', '丿', 'ノ', '/']);

/** Whether ink read as one sign is a slash: a single straight stroke that leans to the right, without foot or flag. */
export const isSlash = (image: GreyImage, area: PixelArea, text: string): boolean =>
  lookalikes.has(text) && leans(image, area);

function leans(image: GreyImage, { x0, y0, x1, y1 }: PixelArea): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height < 8 || width < 0.22 * height) return false;
  const ink: [number, number][] = [];
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (isDark(image, x, y)) ink.push([x, y]);
  const mean = (at: 0 | 1) => ink.reduce((sum, point) => sum + point[at], 0) / ink.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of ink) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx > 0 && yy > 0 && xy / Math.sqrt(xx * yy) < -0.9;
}
