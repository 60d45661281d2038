import type { SKRSContext2D } from '@napi-rs/canvas';
import { createCanvas } from '@napi-rs/canvas';
import type { GreyImage } from './grey-image.ts';
import { skewOf } from './skew.ts';

/** Pixels for each point: 200 dots an inch. */
export const scale = 200 / 72;

/** A painted page as a grey picture, turned back to where its lines run level. */
export function uprightImage(context: SKRSContext2D): GreyImage {
  const { canvas } = context;
  const { width, height } = canvas;
  const image = grey(context);
  const angle = skewOf(image);
  if (angle === 0) return image;
  const upright = createCanvas(width, height).getContext('2d');
  upright.fillStyle = '#ffffff';
  upright.fillRect(0, 0, width, height);
  upright.translate(width / 2, height / 2);
  upright.rotate(-angle);
  upright.drawImage(canvas, -width / 2, -height / 2);
  return grey(upright);
}

function grey(context: SKRSContext2D): GreyImage {
  const { width, height } = context.canvas;
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++)
    data[i] = (rgba[4 * i]! * 30 + rgba[4 * i + 1]! * 59 + rgba[4 * i + 2]! * 11) / 100;
  return { width, height, data };
}
