import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const chinese =
  /CJK|Source Han|思源|WenQuanYi|文泉|SimHei|黑体|YaHei|雅黑|PingFang|Hiragino|Heiti|Noto Sans SC|Droid Sans Fallback/i;

let family: string | null | undefined;

/** A font of this machine with Chinese characters, digits and signs; `null` where there is none. */
export function chineseFont(): string | null {
  if (family !== undefined) return family;
  const names = GlobalFonts.families.map((font) => font.family).filter((name) => chinese.test(name));
  const sansFirst = names.toSorted((a, b) => Number(/Sans/i.test(b)) - Number(/Sans/i.test(a)) || (a < b ? -1 : 1));
  family = sansFirst.find((name) => ['金', '未', '8', '×'].every((character) => isDrawn(character, name))) ?? null;
  return family;
}

/** Whether a font has a character: one that no font has is drawn as a box, and this one must look otherwise. */
function isDrawn(character: string, name: string): boolean {
  const looks = (text: string): string => {
    const pen = createCanvas(48, 48).getContext('2d');
    pen.font = `32px "${name}"`;
    pen.fillText(text, 4, 38);
    return Buffer.from(pen.getImageData(0, 0, 48, 48).data.buffer).toString('base64');
  };
  return looks(character) !== looks('\u{10FFFD}') && looks(character) !== looks(' ');
}

/** A number beside a bar or a point. */
export const shown = (value: number): string =>
  new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }).format(value);
