import type { Region } from '../report/report.ts';
import { isWithin, type KnownPlace, places, placesAtStart, stemsAtStart } from './places.ts';
import { calledAfter } from './zones.ts';

/** What the places in a name come to. */
export interface Located {
  /** The narrowest places that the name can mean; one where it is clear, none where it names no known place. */
  candidates: Region[];
  /** The name without the places it begins with. */
  rest: string;
}

/** Put before the place by bodies that are led from Beijing, 国家税务总局宜兴市税务局, and by those of the party. */
const system = /^(?:国家税务总局(?=\p{Script=Han}{2,}税务局)|中国共产党|中共)/u;

/**
 * Reads the places at the start of a bureau's name from the widest to the narrowest: 宁夏银川市金凤区卫生健康局. A branch
 * names its place at the end: 银川市公安局金凤区分局. A zone is where the place is that it is called after, 银川经济技术开发区,
 * and a bureau sent by a city where it was sent, 无锡市宜兴生态环境局. A place in no list (an abolished district) stays in `rest`.
 */
export function locate(name: string): Located {
  let rest = name.replace(system, '');
  let found: KnownPlace[] = [];
  for (;;) {
    const next = placesAtStart(rest) ?? (stemFits(rest, found) ? stemsAtStart(rest) : null);
    if (!next) break;
    const inside =
      found.length > 0 ? next.places.filter((place) => found.some((outer) => isWithin(place, outer))) : next.places;
    if (inside.length === 0) break;
    found = inside;
    rest = rest.slice(next.name.length);
  }
  const after = calledAfter(rest, found);
  if (after) {
    found = [...after.places];
    rest = rest.slice(after.name.length);
  }
  const branch = /局(?<stem>\p{Script=Han}{2,6}?)(?:区|县|市)?分局$/u.exec(rest)?.groups?.stem;
  const local = branch
    ? places.filter((place) => place.stem === branch && found.some((outer) => isWithin(place, outer)))
    : [];
  return { candidates: (local.length > 0 ? local : found).map(({ code, path }) => ({ code, path })), rest };
}

/** A bare stem counts for a province (上海科委), or where the next words name a place inside it (银川金凤区, 南京江北新区). */
function stemFits(text: string, found: readonly KnownPlace[]): boolean {
  const stem = stemsAtStart(text);
  if (!stem || found.length > 0) return false;
  if (stem.places.every((place) => place.level === 'province')) return true;
  const behind = text.slice(stem.name.length);
  const next = placesAtStart(behind);
  return (
    (next?.places.some((inner) => stem.places.some((outer) => isWithin(inner, outer))) ?? false) ||
    calledAfter(behind, stem.places) !== null
  );
}

/** Keeps the candidates for which one of the texts names a wider place they lie in; all of them if none is named. */
export function narrow(candidates: readonly Region[], texts: readonly string[]): Region[] {
  const named = candidates.filter(({ path }) =>
    path.slice(0, -1).some((outer) => texts.some((text) => text.includes(outer))),
  );
  return named.length > 0 ? named : [...candidates];
}

/**
 * The place of a bureau that calls itself 市…, 区… or 县… without a name, from the address it gives: 区统计局 at
 * 银川市金凤区… is in 金凤区. `[]` where the address does not reach that level.
 */
export function fromAddress(name: string, address: string): Region[] {
  const { candidates } = locate(address);
  const level = /^[区县旗]/u.test(name) ? 3 : /^[市州盟]/u.test(name) ? 2 : /^省/u.test(name) ? 1 : 0;
  if (level === 0 || candidates.length !== 1) return [];
  const { code, path } = candidates[0]!;
  if (level === 3) return code.endsWith('00') ? [] : [candidates[0]!];
  const outer = level === 1 ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
  return places
    .filter((place) => place.code === outer && path.includes(place.path.at(-1)!))
    .map(({ code, path }) => ({ code, path }));
}
