import { GovinfoError } from '../../errors.ts';
import type { Line } from '../document.ts';

/** Control characters, private-use characters and replacement characters: letters that the file itself lost. */
const lost = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]|\p{Co}|\p{Cn}/gu;

/** Refuses text of which one character in a hundred is lost: its numbers could not be trusted. Throws `E-TEXT-DAMAGED`. */
export function refuseDamagedText(lines: readonly Line[]): void {
  const text = lines.map((line) => line.text).join('');
  const count = text.match(lost)?.length ?? 0;
  if (count === 0 || count <= text.replace(/\s/g, '').length / 100) return;
  throw new GovinfoError('E-TEXT-DAMAGED', {
    zh: '文件里的文字已损坏（乱码），读出的数字不可信，请重新导出',
    en: 'the text inside the file is damaged, so its numbers could not be trusted; please export the file again',
  });
}
