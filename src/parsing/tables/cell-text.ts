import type { Reading } from '../../report/report.ts';
import { withoutNoteMarks } from '../note-marks.ts';

/** What a printed cell says; place and reader are added by whoever saw it. */
export type CellText = Omit<Reading, 'place'>;

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const unit = '(?:件|项|个|条|份|宗|起|例|元|万元)';
/** A remark in brackets, or those of a raised note mark. */
const note = String.raw`\([^()]*\)|\[\]`;
const change = String.raw`(?<sign>[+\-\u2212\u2013]|增加?|减少?|新增)?`;
const printedNumber = new RegExp(`^${change}\\s*(?<digits>${number})\\s*${unit}?\\s*(?:${note})?$`, 'u');

const placeholder = /^(?:[-\u2010-\u2015\u2212/\\×*~_]+|无|暂无|没有|不适用|不涉及|N\/A|n\/a)$/u;

/** Signs of the words above as traditional pages print them. */
const simplified: Record<string, string> = {
  ...{ 減: '减', 無: '无', 暫: '暂', 沒: '没', 適: '适', 項: '项', 個: '个', 條: '条', 萬: '万' },
};
const traditional = /[減無暫沒適項個條萬]/gu;

/** The text of a cell folded for reading: half width, no note marks, no blanks around. A full-width comma is no thousands mark. */
const folded = (raw: string): string =>
  withoutNoteMarks(raw)
    .replaceAll('，', '\u0001')
    .normalize('NFKC')
    .replace(traditional, (sign) => simplified[sign]!)
    .replace(/[\u200B-\u200F\u2060\uFEFF\r]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * Reads the text of one cell. The value is the leading number, its unit, a note mark and a bracketed note stay in `raw`; a sign or
 * 增/减 makes it a change. Whatever is printed but is no such number is `unreadable`, never 0.
 */
export function readCellText(raw: string): CellText {
  if (raw === '') return { value: null, raw, state: 'blank' };
  if (/^\d+$/u.test(raw)) return { value: Number(raw), raw, state: 'number' }; // as most cells are
  if (/^[\u4E00-\u9FFF、。“”]{6,}$/u.test(raw)) return { value: null, raw, state: 'unreadable' }; // as labels are
  const text = folded(raw);
  if (text === '') return { value: null, raw, state: /\p{No}/u.test(raw) ? 'unreadable' : 'blank' };
  if (placeholder.test(text)) return { value: null, raw, state: 'placeholder' };
  const match = printedNumber.exec(text);
  if (!match?.groups) return { value: null, raw, state: 'unreadable' };
  const { digits = '', sign = '' } = match.groups;
  const value = Number(digits.replaceAll(',', ''));
  const negative = value !== 0 && /^[-\u2212\u2013减]/u.test(sign);
  return { value: negative ? -value : value, raw, state: 'number' };
}

/** `2,` and `9.`: before digits the first half of a number, before words a list mark. */
export const isCutOff = (text: string): boolean => /^[+-]?\d[\d,.]*[,.]$/u.test(text.normalize('NFKC').trim());

/**
 * Digits parted by a comma, a point, a sign or a stroke as no number is: one of its halves (`,344`), or two run together
 * (`79-71`, `/0`). A list mark (`1.`) is none.
 */
export const isBroken = (text: string): boolean =>
  broken.test(text.normalize('NFKC').trim()) && readCellText(text).state === 'unreadable';
const broken =
  /^(?:[+-]?\d*(?:, ?\d+)*(?:\. ?\d+)?|\d[\d,.]*[+\-\u2010-\u2015\u2212]\d[\d,.]*|[/\-\u2010-\u2015\u2212]+\d+|\d+[/\-\u2010-\u2015\u2212]+)$/u;
