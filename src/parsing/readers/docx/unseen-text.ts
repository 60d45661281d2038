import { parseXml } from '../xlsx/workbook.ts';

const mayHide = /<w:(?:vanish|dstrike|hidden)\b/u;
const off = ':not([w\\:val="0"], [w\\:val="false"], [w\\:val="off"])';
/** Runs set as hidden text or struck out twice, and table rows that are hidden. */
const unseen = `w\\:r:has(> w\\:rPr > w\\:vanish${off}), w\\:r:has(> w\\:rPr > w\\:dstrike${off}), w\\:tr:has(> w\\:trPr > w\\:hidden${off})`;

/** A part of a Word file without what Word does not show: beside a number, hidden digits would make another one of it. */
export function withoutUnseenText(xml: string): string {
  if (!mayHide.test(xml)) return xml;
  const $ = parseXml(xml);
  $(unseen).remove();
  return $.xml();
}
