import { type Passage, placeAt } from './passage.ts';
import type { Found } from './year.ts';

const date = (name: string, year: string): string =>
  `(?<${name}y>${year})(?<${name}m>\\d{1,2})[月.\\-/](?<${name}d>\\d{1,2})日?`;
const full = new RegExp(
  `${date('a', '20\\d\\d[年.\\-/]')}起?[，,]?(?:至|到|—+|–|~|～|-)${date('b', '(?:20\\d\\d[年.\\-/])?')}`,
  'u',
);
const lead = /(?:统计|期限|时限|周期|时段|期间|数据|起止)/u;

/**
 * The statistics period, `YYYY-MM-DD` at both ends: two dates after words like 统计期限, or 1月1日 to 12月31日 anywhere in
 * the preamble or section one. The second year may be missing. Where signs were lost on the way (20221月1起), it is only
 * read for the `year` the title names.
 */
export function findPeriod(
  passages: readonly Passage[],
  year: number | null,
): Found<{ from: string; to: string }> | null {
  for (const passage of passages) {
    const found = full.exec(passage.text);
    if (!found?.groups) continue;
    const { ay, am, ad, by, bm, bd } = found.groups;
    const from = iso(ay!, am!, ad!);
    const to = iso(by || ay!, bm!, bd!);
    const whole = from.endsWith('-01-01') && to.endsWith('-12-31');
    if (!whole && !lead.test(passage.text.slice(Math.max(0, found.index - 30), found.index))) continue;
    return result(passage, found, from, to);
  }
  if (year === null) return null;
  const lost = new RegExp(`${year}年?0?1月?0?1日?起?(?:至|到|-|—+)(?:${year})?年?12月?31日?`, 'u');
  for (const passage of passages) {
    const found = lost.exec(passage.text);
    if (found) return result(passage, found, `${year}-01-01`, `${year}-12-31`, 'likely');
  }
  return null;
}

const iso = (year: string, month: string, day: string): string =>
  `${year.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const result = (
  passage: Passage,
  found: RegExpExecArray,
  from: string,
  to: string,
  confidence: 'sure' | 'likely' = 'sure',
): Found<{ from: string; to: string }> => ({
  value: { from, to },
  evidence: { from: 'period', quote: found[0], confidence, place: placeAt(passage, found.index) },
});
