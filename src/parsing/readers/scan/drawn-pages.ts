import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Cell } from '../../../report/report.ts';
import { trustColours } from '../pdf/page-pictures.ts';
import { foundGrids } from '../scan.ts';
import type { GreyImage } from './grey-image.ts';
import { scale } from './upright.ts';

/** Pages that are pictures, as PNG: the grid found on them in thin blue, each cell of the report in the colour of its trust. */
export async function* drawnPages(
  images: AsyncIterable<GreyImage>,
  cells: readonly Cell[],
): AsyncGenerator<{ page: number; png: Buffer }> {
  let page = 0;
  for await (const image of images) {
    page++;
    const context = painted(image);
    const frame = (box: readonly number[], each: number, colour: string, inset: number, line: number) => {
      const [x, y, width, height] = box.map((n) => n * each) as [number, number, number, number];
      context.strokeStyle = colour;
      context.lineWidth = line;
      context.strokeRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
    };
    for (const grid of foundGrids(image, page))
      for (const { place } of grid.cells) if (place.box) frame(place.box, scale, '#0969da', 0, 1);
    for (const { place, trust } of cells)
      if (place.page === page && place.box) frame(place.box, scale * (image.enlarged ?? 1), trustColours[trust], 3, 3);
    yield { page, png: context.canvas.toBuffer('image/png') };
  }
}

function painted({ width, height, data }: GreyImage) {
  const rgba = new Uint8ClampedArray(4 * data.length).fill(255);
  for (const [at, grey] of data.entries()) rgba.fill(grey, 4 * at, 4 * at + 3);
  const context = createCanvas(width, height).getContext('2d');
  context.putImageData(new ImageData(rgba, width, height), 0, 0);
  return context;
}
