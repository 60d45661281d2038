/** A picture in shades of grey, 0 black to 255 white, row by row. */
export interface GreyImage {
  width: number;
  height: number;
  data: Uint8Array;
  /** How many times as large a page was painted as its file declares it; places are told in the file's points. */
  enlarged?: number;
  /** By how many quarters the page was turned clockwise to be read. */
  quarters?: 0 | 1 | 2 | 3;
}

/** A rectangle of pixels: from the first ones up to but without the last ones. */
export interface PixelArea {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Brighter than this is paper. */
export const paper = 160;

export const isDark = ({ width, data }: GreyImage, x: number, y: number): boolean => data[y * width + x]! < paper;

/** Dark pixels in each row of an area, or in each column. */
export function darkness(image: GreyImage, { x0, y0, x1, y1 }: PixelArea, by: 'row' | 'column'): number[] {
  const counts = new Array<number>(by === 'row' ? y1 - y0 : x1 - x0).fill(0);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (isDark(image, x, y)) counts[by === 'row' ? y - y0 : x - x0]!++;
  }
  return counts;
}

/** Stretches of an area's rows that hold ink, parted by at least `gap` rows without; each cut to its ink's width. */
export function inkLines(image: GreyImage, area: PixelArea, gap: number): PixelArea[] {
  const stretches: [number, number][] = [];
  for (const [i, count] of darkness(image, area, 'row').entries()) {
    if (count === 0) continue;
    const last = stretches.at(-1);
    if (last && i - last[1] <= gap) last[1] = i + 1;
    else stretches.push([i, i + 1]);
  }
  return stretches.flatMap(([from, to]) => {
    const line = { ...area, y0: area.y0 + from, y1: area.y0 + to };
    const columns = darkness(image, line, 'column');
    const [first, last] = [columns.findIndex(Boolean), columns.findLastIndex(Boolean)];
    return [{ ...line, x0: area.x0 + first, x1: area.x0 + last + 1 }];
  });
}
