import type { Locale } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import { type Bureau, codePrefix } from './names/directory.ts';
import { namesText } from './scope.ts';

/** What a government is, among the kinds of bodies. */
const government = '人民政府';

/**
 * Says which governments stand in a sum together with bureaus of their own region: the report of a government may
 * already hold what its bureaus report.
 */
export function overlapNotes(bureaus: readonly Bureau[], years: readonly number[], locale: Locale): string[] {
  const inSum = bureaus.filter(({ rows }) => years.some((year) => rows.has(year)));
  const prefixes = new Map<string, Bureau>();
  for (const bureau of inSum)
    if (bureau.body === government && bureau.region) prefixes.set(codePrefix(bureau.region.code), bureau);
  if (prefixes.size === 0) return [];
  const doubled = new Set<Bureau>();
  for (const bureau of inSum) {
    const code = bureau.region ? codePrefix(bureau.region.code) : '';
    for (const length of code.startsWith('=') ? [code.length] : [2, 4, 6]) {
      const over = code.length >= length ? prefixes.get(code.slice(0, length)) : undefined;
      if (over && over !== bureau) doubled.add(over);
    }
  }
  if (doubled.size === 0) return [];
  return [
    say(locale, 'overlap.governments', {
      names: namesText(
        [...doubled].map(({ name }) => name),
        locale,
        3,
      ),
    }),
  ];
}
