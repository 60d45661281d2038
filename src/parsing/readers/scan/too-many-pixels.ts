import { GovinfoError } from '../../../errors.ts';
import { limits } from '../../intake/limits.ts';

/** Throws `E-PICTURE-SIZE` for a picture of a page that has more pixels than are unpacked. */
export function refuseTooManyPixels(width: number, height: number): void {
  if (width * height > limits.scanPixels) throw tooManyPixels(width, height);
}

const tooManyPixels = (width: number, height: number) =>
  new GovinfoError('E-PICTURE-SIZE', {
    zh: `图片有 ${width} × ${height} 个像素，过大，没有打开；请按 300 dpi 重新扫描，A4 页面足够清楚`,
    en: `the picture has ${width} by ${height} pixels, too many to open; please scan at 300 dpi, which is clear enough for A4`,
  });
