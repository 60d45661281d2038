import { checks } from '../checks/index.ts';
import type { ChannelSettings } from '../report/channel-settings.ts';
import type { Locale } from './message.ts';

type Limits = ChannelSettings['limits'];

/** Checks that are off until somebody sets a line. */
const plausibility = checks.filter(({ tags }) => tags.includes('plausibility'));
/** Lines that are counts or only turn a check on; all others are shares. */
const counts: ReadonlySet<string> = new Set(['documents-never-repealed']);
const plainOn: ReadonlySet<string> = new Set(['all-tables-zero']);

/** Lines as a person reads and types them: `结转占比 20%`, one a line. */
export const limitsText = (limits: Limits, locale: Locale): string =>
  plausibility
    .flatMap(({ id, title }) => {
      const limit = limits[id];
      if (limit === undefined) return [];
      const value = plainOn.has(id)
        ? { zh: '开', en: 'on' }[locale]
        : counts.has(id)
          ? String(limit)
          : `${Number((limit * 100).toFixed(4))}%`;
      return [`${title[locale]} ${value}`];
    })
    .join('\n');

/** Names of the checks that take a line. */
export const limitNames = (locale: Locale): string[] => plausibility.map(({ title }) => title[locale]);

/** What a person typed, or the first line of it that names no such check or no value for it. */
export function limitsIn(text: string): { limits: Limits } | { misread: string } {
  const limits: Limits = {};
  for (const line of text.normalize('NFKC').split('\n')) {
    const said = line.trim();
    if (said === '') continue;
    const [, name = '', value = ''] = /^(.*?)[\s:]*(\d+(?:\.\d+)?\s*%?|开|on)$/i.exec(said) ?? [];
    const check = plausibility.find(({ id, title }) =>
      [id, title.zh, title.en].some((known) => known.toLowerCase() === name.toLowerCase()),
    );
    const limit = check && limitOf(check.id, value);
    if (!check || limit === undefined) return { misread: said };
    limits[check.id] = limit;
  }
  return { limits };
}

function limitOf(check: string, value: string): number | undefined {
  if (plainOn.has(check)) return /^(?:开|on)$/i.test(value) ? 0 : undefined;
  const number = Number(value.replace('%', ''));
  if (Number.isNaN(number)) return undefined;
  if (counts.has(check)) return value.includes('%') ? undefined : number;
  const share = value.includes('%') ? number / 100 : number;
  return share <= 1 ? share : undefined;
}
