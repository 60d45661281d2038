import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from '@napi-rs/canvas';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * An opaque drawing as a PNG, and its memory given back, which otherwise waits for the next collection. Flat colours need
 * neither the filters nor the alpha that the drawing library spends most of its time on: a fifth of the time, a smaller file.
 */
export function pngOf(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits each of red, green and blue.
  head.set([8, 2], 8);
  const pixels = deflateSync(rows(canvas.data(), width, height), { level: 3 });
  canvas.width = 0;
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** Every row begins with the number of its filter: none. */
function rows(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array((1 + 3 * width) * height);
  let to = 0;
  for (let y = 0, from = 0; y < height; y++) {
    to++;
    for (const end = from + 4 * width; from < end; from += 4) {
      bytes[to++] = rgba[from]!;
      bytes[to++] = rgba[from + 1]!;
      bytes[to++] = rgba[from + 2]!;
    }
  }
  return bytes;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}
