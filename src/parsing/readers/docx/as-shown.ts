import type { CheerioAPI } from 'cheerio';
import { limits } from '../../intake/limits.ts';
import { parseXml } from '../xlsx/workbook.ts';

const otherThanShown =
  /<(?:w:(?:vanish|dstrike|hidden|fldSimple|dir|bdo|rubyBase|cr|ptab|gridBefore|gridAfter|hMerge|position)|m:oMath)\b/u;
const off = ':not([w\\:val="0"], [w\\:val="false"], [w\\:val="off"])';
/** Runs set as hidden text or struck out twice, table rows that are hidden, and the small reading over a word. */
const unseen = `w\\:r:has(> w\\:rPr > w\\:vanish${off}), w\\:r:has(> w\\:rPr > w\\:dstrike${off}), w\\:tr:has(> w\\:trPr > w\\:hidden${off}), w\\:rt`;
/** What only stands around text: a sum that Word worked out, a direction of writing, a word with its reading. */
const around = 'w\\:fldSimple, w\\:dir, w\\:bdo, w\\:rubyBase, m\\:oMathPara';

/**
 * A part of a Word file as Word shows it, where the converter would make something else of it: hidden digits beside a
 * number would make another number, a sum that Word worked out would be lost, and a row that begins later would begin
 * too early.
 */
export function asShown(xml: string): string {
  if (!otherThanShown.test(xml)) return xml;
  const $ = parseXml(xml);
  $(unseen).remove();
  for (const element of $(around).toArray()) $(element).replaceWith($(element).contents());
  for (const element of $('w\\:ruby').toArray()) $(element).closest('w\\:r').replaceWith($('> w\\:r', element));
  for (const formula of $('m\\:oMath').toArray())
    $(formula).replaceWith(`<w:r><w:t>${formulaText($, formula)}</w:t></w:r>`);
  $('w\\:cr').replaceWith('<w:br/>');
  $('w\\:ptab').replaceWith('<w:tab/>');
  raisedByHand($);
  unevenRows($);
  return $.xml();
}

/** A formula that is a number, 44, is that number; the parts of any other never run together. */
function formulaText($: CheerioAPI, formula: Parameters<CheerioAPI>[0]): string {
  const texts = $('m\\:t', formula)
    .toArray()
    .map((text) => $(text).text());
  const plain = $(formula)
    .children()
    .toArray()
    .every((child) => 'name' in child && child.name === 'm:r');
  return escaped(texts.join(plain ? '' : ' '));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A piece that stands higher or lower than the one before it is a note mark like one that is set so. */
function raisedByHand($: CheerioAPI): void {
  for (const position of $('w\\:rPr > w\\:position').toArray()) {
    const before = $(position).closest('w\\:r').prevAll('w\\:r').first();
    const alone = before.text().trim() === '' || before.find('w\\:position').length > 0;
    if (alone || $(position).siblings('w\\:vertAlign').length > 0) continue;
    const mark = Number($(position).attr('w:val')) > 0 ? 'superscript' : 'subscript';
    $(position).replaceWith(`<w:vertAlign w:val="${mark}"/>`);
  }
}

/** Rows that begin later or end earlier than others get empty cells there; cells merged in the old way become one that spans. */
function unevenRows($: CheerioAPI): void {
  for (const row of $('w\\:tr:has(> w\\:trPr > w\\:gridBefore), w\\:tr:has(> w\\:trPr > w\\:gridAfter)').toArray()) {
    const skipped = (name: string) =>
      Math.min(Number($(`> w\\:trPr > w\\:${name}`, row).attr('w:val')) || 0, limits.columnSpan);
    $('> w\\:trPr', row).after('<w:tc><w:p/></w:tc>'.repeat(skipped('gridBefore')));
    $(row).append('<w:tc><w:p/></w:tc>'.repeat(skipped('gridAfter')));
  }
  for (const first of $('w\\:tc:has(> w\\:tcPr > w\\:hMerge[w\\:val="restart"])').toArray()) {
    const merged = $(first).nextUntil(':not(w\\:tc:has(> w\\:tcPr > w\\:hMerge:not([w\\:val="restart"])))');
    const span = merged.length + 1;
    $('> w\\:tcPr', first).children('w\\:gridSpan, w\\:hMerge').remove();
    $('> w\\:tcPr', first).append(`<w:gridSpan w:val="${span}"/>`);
    merged.remove();
  }
}
