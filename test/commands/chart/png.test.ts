import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { pngOf } from '../../../src/commands/chart/png.ts';

test('a picture is read back pixel by pixel as it was drawn', async () => {
  const [width, height] = [7, 5];
  const drawn = createCanvas(width, height);
  const pen = drawn.getContext('2d');
  for (let i = 0; i < width * height; i++) {
    pen.fillStyle = `rgb(${i * 7}, ${255 - i * 7}, ${i})`;
    pen.fillRect(i % width, Math.floor(i / width), 1, 1);
  }
  const pixels = Buffer.from(pen.getImageData(0, 0, width, height).data);
  const image = await loadImage(Buffer.from(pngOf(drawn)));
  expect([image.width, image.height]).toEqual([width, height]);
  const seen = createCanvas(width, height).getContext('2d');
  seen.drawImage(image, 0, 0);
  expect(Buffer.from(seen.getImageData(0, 0, width, height).data).equals(pixels)).toBe(true);
});
