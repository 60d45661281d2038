import { simplify } from '../../naming/simplify.ts';
import { withoutNoteMarks } from '../note-marks.ts';
import { remembered } from './remembered.ts';

/**
 * Radicals of U+2E80–2EFF that PDF files carry in place of the character, and that NFKC leaves alone; 戶 is what NFKC
 * makes of the radical ⼾.
 */
const radicals: Record<string, string> = {
  ...{ '⺎': '兀', '⺒': '巳', '⺓': '幺', '⺝': '月', '⺠': '民', '⺬': '示', '⻁': '虎', '⻄': '西', '⻅': '见' },
  ...{ '⻆': '角', '⻉': '贝', '⻋': '车', '⻑': '长', '⻓': '长', '⻔': '门', '⻘': '青', '⻚': '页', '⻛': '风' },
  ...{ '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄' },
  ...{ '⻬': '齐', '⻮': '齿', '⻰': '龙', 戶: '户' },
};
const radical = new RegExp(`[${Object.keys(radicals).join('')}]`, 'gu');

/** How a character is read aloud, set behind it by converters for sites: 報(bào)告. */
const spoken = /(?<=\p{Script=Han})\((?=[a-zü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,7}\)/gu;

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\r]/gu;
/** Anything but what folding leaves as it is: ASCII, common signs and Han, blanks one by one. Most lines have none. */
const unusual = /[^\t\n -~、。《》“”\u4E00-\u6235\u6237-\u9FFF]| {2}/u;

/**
 * The text as the rules compare it: full width, radicals and traditional characters folded, invisible and note marks
 * gone, blanks collapsed (tabs and line ends stay). Works on a copy; what is printed is kept elsewhere.
 */
export const normalise = remembered((text) => simplify(unusual.test(text) ? folded(text) : text));

const folded = (text: string): string =>
  withoutNoteMarks(text.replace(invisible, ''))
    .normalize('NFKC')
    .replace(radical, (sign) => radicals[sign] ?? sign)
    .replace(spoken, '')
    .replace(/[^\S\t\n]+/gu, ' ');

const listNumber = /^(?:\(?[一二三四五六七八九十]{1,2}[)、.,:]|\(\d{1,2}\)|\d{1,2}[、.,)]?(?=\D))/u;

/** A printed label reduced to its words: no blanks, punctuation, Markdown marks or leading list number. */
export function stripLabel(text: string): string {
  const compact = normalise(text).replace(/[\s#*|]+/gu, '');
  return compact.replace(listNumber, '').replace(/[\p{P}\p{S}]+/gu, '');
}
