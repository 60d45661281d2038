import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { GovinfoError } from '../../../errors.ts';
import { limits } from '../../intake/limits.ts';
import type { GreyImage } from './grey-image.ts';
import { refuseTooManyPixels } from './too-many-pixels.ts';
import { scale, uprightImage } from './upright.ts';

/** Sides of an A4 page, in pixels at the scale that pages are read in. */
const [shortSide, longSide] = [595 * scale, 842 * scale];

/** Picture files (PNG, JPEG, WebP, GIF, BMP), each taken for one scanned page. */
export async function* pictureImages(files: readonly Uint8Array[]): AsyncGenerator<GreyImage> {
  for (const bytes of files.slice(0, limits.pages)) yield await pictureImage(bytes);
}

/** The picture on white, as wide as a page; a picture does not reliably say how many dots it has to an inch. */
async function pictureImage(bytes: Uint8Array): Promise<GreyImage> {
  refuseUnfit(bytes);
  const picture = await decoded(bytes);
  const across = picture.width > picture.height * 1.1 ? longSide : shortSide;
  const most = Math.sqrt(limits.imagePixels / (picture.width * picture.height));
  const factor = Math.min(across / picture.width, most);
  const [width, height] = [picture.width, picture.height].map((n) => Math.ceil(n * factor)) as [number, number];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return uprightImage(context);
}

/** By what the picture's own head says, before any of it is unpacked. Throws `E-PICTURE-SIZE` and `E-PICTURE-FORMAT`. */
function refuseUnfit(bytes: Uint8Array): void {
  let declared: ReturnType<typeof imageSize>;
  try {
    declared = imageSize(bytes);
  } catch (cause) {
    throw damaged(cause);
  }
  if (declared.type === 'tiff') throw unsupported();
  refuseTooManyPixels(declared.width, declared.height);
}

const decoded = (bytes: Uint8Array): Promise<Image> =>
  loadImage(Buffer.from(bytes)).catch((cause) => {
    throw damaged(cause);
  });

const unsupported = () =>
  new GovinfoError('E-PICTURE-FORMAT', {
    zh: '不支持 TIFF 图片，请另存为 PDF 或 PNG 后再发',
    en: 'TIFF pictures are not supported; please save it as PDF or PNG and send that',
  });

const damaged = (cause: unknown) =>
  new GovinfoError(
    'E-PICTURE-DAMAGED',
    {
      zh: '这张图片已损坏，无法打开，请重新保存',
      en: 'this picture is damaged and cannot be opened; please save it again',
    },
    { cause },
  );
