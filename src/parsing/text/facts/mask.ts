/** Filler of the same length, so that offsets stay: `□` for words that count nothing, `◌` for a remark to skip. */
const blot = (text: string): string => '□'.repeat(text.length);

/** What holds digits without counting anything: titles, dates, numbers of documents, addresses. */
const noise: readonly RegExp[] = [
  /(?<=《)(?![^》]*公报》)[^》]*(?=》)/gu,
  /(?<=“)(?!(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|[^”\d]*开放日)”)[^“”]{1,40}(?=”)/gu,
  /https?:\/\/[\w./?=&%-]+|www\.[\w./-]+|[\w.-]+@[\w.-]+/gu,
  /〔\d{4}〕\d+号|第\s*\d+\s*[号条款章项届期批次页名位个]|第[一二三四五六七八九十百]+(?!方)[号条款章项届期批次类部]?|\d+号/gu,
  /(?:20\d\d[年.\-/])?\d{1,2}[月.\-/]\d{1,2}日|20\d\d年(?:\d{1,2}月(?:份|底|末)?|度)?|\d{1,2}月(?:份|底|末)|20\d\d[-—–－~至]20\d\d年?/gu,
  /\d{3,4}[-—]\d{7,8}|(?<!\d)1\d{10}(?!\d)|(?:邮编|传真|电话|热线)[：:]?\d{5,}|12(?:345|315|320|329|369|388|333)(?=[^\d.,件条个]|$)/gu,
  /[A-Za-z]+\d+|\d+(?:\.\d+)?[A-Za-z+＋]+\w*|\d+[×x*]\d+/gu,
  /(?<=[：；])\d{1,2}[.、](?=20\d\d年|\p{Script=Han})/gu,
  /^(?:[(（]?[一二三四五六七八九十]{1,2}[)）、.]|[(（]\d{1,2}[)）]|\d{1,2}[、.．](?!\d))/gu,
];

/** A sentence with everything blotted out that must not be counted; offsets stay. */
export function mask(sentence: string): string {
  const masked = noise
    .reduce((text, pattern) => text.replace(pattern, blot), sentence)
    .replace(/“(?=\p{Script=Han}{4}”)|(?<=“\p{Script=Han}{4})”/gu, '◌');
  // A remark without a number belongs to the word before it and stands in nobody's way.
  return masked.replace(/（[^（）]*）/gu, (remark) => (/\d/u.test(remark) ? remark : '◌'.repeat(remark.length)));
}
