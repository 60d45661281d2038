import { bodyOf } from '../../naming/bureau-key.ts';
import { locate } from '../../naming/region.ts';
import type { Region } from '../../report/report.ts';
import type { Outline } from '../../store/store.ts';

/** A bureau of the store with the years that answer for it. */
export interface Bureau {
  key: string;
  name: string;
  aliases: readonly string[];
  region: Region | null;
  /** What it is, in one spelling for all its names: 卫生健康. */
  body: string;
  rows: ReadonlyMap<number, Outline>;
}

/** All bureaus that an asker may know of, and ways to find them. */
export interface Directory {
  bureaus: readonly Bureau[];
  /** Years with at least one report, ascending. */
  years: readonly number[];
  rowsOf(year: number): readonly Outline[];
  byKey(key: string): Bureau | undefined;
  /** By a full name or an alias, as printed. */
  byName(name: string): readonly Bureau[];
  /** Bureaus of a region and everything inside it. */
  within(region: Region): readonly Bureau[];
  /** Bureaus with this body anywhere. */
  withBody(body: string): readonly Bureau[];
  /** A region that only the store knows, because no official list has it: 示例区. */
  ownRegion(name: string): Region | undefined;
}

/** Codes are in pairs of digits: province, city, county. A code of ours for an unlisted place is `=` and its name. */
export const codePrefix = (code: string): string => (code.startsWith('=') ? code : code.replace(/(?:00){1,2}$/, ''));

/** The place a bureau's name begins with, where no list has it: 示例区教育局 → 示例区. */
const unlisted = /^(?<place>\p{Script=Han}{1,8}?(?:自治[区州县旗]|[省市区县旗州盟]))(?=\p{Script=Han}{2})/u;

/** Code of a row's region; one of ours where no list has it. */
function regionCodeOf({ regionCode, bureau }: Outline): string | null {
  const place = regionCode ? undefined : unlisted.exec(bureau)?.groups?.place;
  return place ? `=${place}` : regionCode;
}

/** 卫生健康, whatever the name: the part of the key behind the region, else the name without its place. */
function bodyFrom({ bureauKey, bureau }: Outline, region: Region | null): string {
  const body = bureauKey.slice(bureauKey.indexOf(':') + 1);
  if (bureauKey.includes(':') && body !== '')
    return region?.code.startsWith('=') ? bodyOf(bureau.slice(region.path[0]!.length)) : body;
  return bodyOf(locate(bureau).rest);
}

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Builds the directory of some years' rows; the newest year names the bureau. */
export function buildDirectory(years: readonly { year: number; rows: readonly Outline[] }[]): Directory {
  const found = new Map<string, Bureau & { rows: Map<number, Outline> }>();
  const names = new Map<string, Bureau[]>();
  const bodies = new Map<string, Bureau[]>();
  const prefixes = new Map<string, Bureau[]>();
  const own = new Map<string, Region>();
  /** Each region once, with the lists of all that it lies in. */
  const regions = new Map<string, { region: Region; lists: Bureau[][] }>();
  const regional = (row: Outline) => {
    const code = regionCodeOf(row);
    if (!code) return undefined;
    const known = regions.get(code);
    if (known) return known;
    const unlisted = code.startsWith('=');
    const whole = codePrefix(code);
    const lengths = unlisted ? [whole.length] : [2, 4, 6].filter((length) => length <= whole.length);
    const lists = lengths.map((length) => {
      const prefix = whole.slice(0, length);
      const list = prefixes.get(prefix) ?? [];
      prefixes.set(prefix, list);
      return list;
    });
    const region = { code, path: unlisted ? [code.slice(1)] : [...row.regionPath] };
    if (unlisted) own.set(region.path[0]!, region);
    regions.set(code, { region, lists });
    return { region, lists };
  };
  for (const { year, rows } of years.toSorted((a, b) => b.year - a.year))
    for (const row of rows) {
      const known = found.get(row.bureauKey);
      if (known) {
        known.rows.set(year, row);
        const { bureau: name, aliases } = row;
        if (name === known.name && aliases.length === 0) continue;
        for (const other of [name, ...aliases]) if (!names.get(other)?.includes(known)) add(names, other, known);
        continue;
      }
      const { region = null, lists = [] } = regional(row) ?? {};
      const bureau = {
        key: row.bureauKey,
        name: row.bureau,
        aliases: row.aliases,
        region,
        body: bodyFrom(row, region),
        rows: new Map([[year, row]]),
      };
      found.set(bureau.key, bureau);
      add(names, bureau.name, bureau);
      for (const alias of new Set(row.aliases)) if (alias !== bureau.name) add(names, alias, bureau);
      add(bodies, bureau.body, bureau);
      for (const list of lists) list.push(bureau);
    }
  const rowsByYear = new Map(years.map(({ year, rows }) => [year, rows]));
  return {
    bureaus: [...found.values()],
    years: years
      .filter(({ rows }) => rows.length > 0)
      .map(({ year }) => year)
      .sort((a, b) => a - b),
    rowsOf: (year) => rowsByYear.get(year) ?? [],
    byKey: (key) => found.get(key),
    byName: (name) => names.get(name) ?? [],
    within: ({ code }) => prefixes.get(codePrefix(code)) ?? [],
    withBody: (body) => bodies.get(body) ?? [],
    ownRegion: (name) => own.get(name),
  };
}
