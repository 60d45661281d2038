import { bodyOf } from '../../naming/bureau-key.ts';
import { isWithin, places, placesAtStart, stemsAtStart } from '../../naming/places.ts';
import type { Region } from '../../report/report.ts';
import type { Bureau, Directory } from './directory.ts';
import type { Place } from './place.ts';

/** Short names by which people mean a kind of bureau without saying 局. */
export const kindNames =
  '卫健 卫生健康 公安 教育 住建 人社 财政 民政 司法 发改 市监 市场监管 应急 应急管理 交通 交通运输 文旅 水务 水利 农业农村 自然资源 生态环境 医保 审计 统计 城管 退役军人 工信 科技 商务'.split(
    ' ',
  );
const kindsAlone = new RegExp(`^(?:${kindNames.join('|')})(?:系统|部门)?`, 'u');
const kindEnding = /(?:局|委|委员会|厅|办|办公室|人民政府|政府|街道|镇|乡|中心|分局|管委会)$/u;

interface Found {
  place: Place;
  length: number;
}

/** The place that `text` begins with: a bureau, a region, a kind of bureau. The longest reading wins. */
export function placeAtStart(text: string, directory: Directory, chosen: ReadonlyMap<string, string>): Found | null {
  const readings = [bureauByName(text, directory), regional(text, directory, chosen), kind(text, directory)];
  return readings
    .filter((found) => found !== null)
    .reduce<Found | null>((best, found) => (best && best.length >= found.length ? best : found), null);
}

/** A bureau by its full name or an alias, exactly as stored. */
function bureauByName(text: string, directory: Directory): Found | null {
  for (let length = Math.min(40, text.length); length >= 3; length--) {
    const said = text.slice(0, length);
    const bureaus = directory.byName(said);
    if (bureaus.length === 1) return { place: { is: 'bureau', said, bureau: bureaus[0]! }, length };
    if (bureaus.length > 1) return { place: { is: 'ambiguous', said, candidates: regionsOf(bureaus) }, length };
  }
  return null;
}

const regionsOf = (bureaus: readonly Bureau[]): Region[] => bureaus.flatMap(({ region }) => (region ? [region] : []));

/** Region names at the start, the narrowest that fits, then a bureau inside it. */
function regional(text: string, directory: Directory, chosen: ReadonlyMap<string, string>): Found | null {
  const coded = /^(\d{6})(?!\d)/.exec(text);
  const named = coded ? byCode(coded[1]!) : regionsAtStart(text, directory);
  if (!named) return null;
  const remembered = chosen.get(named.said);
  const own = named.regions.find(({ code }) => code === remembered);
  const regions = own ? [own] : preferHeld(named.regions, directory);
  const rest = text.slice(named.said.length);
  const inside = bodyAtStart(rest, regions, directory);
  if (inside) return { place: inside.place(named.said), length: named.said.length + inside.length };
  const said = named.said;
  if (regions.length > 1) return { place: { is: 'ambiguous', said, candidates: regions }, length: said.length };
  const missing = unheldBody(rest);
  if (missing && regions[0])
    return { place: { is: 'unheld', said: said + missing, region: regions[0] }, length: said.length + missing.length };
  return { place: { is: 'region', said, region: regions[0]! }, length: said.length };
}

interface Named {
  said: string;
  regions: Region[];
}

const byCode = (code: string): Named | null => {
  const place = places.find((known) => known.code === code);
  return place ? { said: code, regions: [place] } : null;
};

/** 宁夏银川金凤区 is read from the widest to the narrowest; names of places that only the store knows count too. */
function regionsAtStart(text: string, directory: Directory): Named | null {
  let said = '';
  let regions: Region[] = [];
  for (;;) {
    const rest = text.slice(said.length);
    const gap = said === '' ? '' : (/^ ?/.exec(rest)?.[0] ?? '');
    const next = nameAtStart(rest.slice(gap.length), directory);
    if (!next) break;
    const inside =
      regions.length === 0
        ? next.regions
        : next.regions.filter((place) => regions.some((outer) => isWithin(place, outer)));
    if (inside.length === 0) break;
    said += gap + next.said;
    regions = inside;
  }
  return said === '' ? null : { said, regions };
}

function nameAtStart(text: string, directory: Directory): Named | null {
  const full = placesAtStart(text);
  const stem = stemsAtStart(text);
  const own = ownRegionAtStart(text, directory);
  const best = [full, stem].reduce<Named | null>(
    (found, next) =>
      next && next.name.length > (found?.said.length ?? 0) ? { said: next.name, regions: next.places } : found,
    null,
  );
  return own && own.said.length > (best?.said.length ?? 0) ? own : best;
}

function ownRegionAtStart(text: string, directory: Directory): Named | null {
  for (let length = Math.min(12, text.length); length >= 2; length--) {
    const said = text.slice(0, length);
    const region =
      directory.ownRegion(said) ?? [...'区县市'].map((kind) => directory.ownRegion(said + kind)).find(Boolean);
    if (region) return { said, regions: [region] };
  }
  return null;
}

/** Of several regions of one name, those that the store holds reports of. */
function preferHeld(regions: Region[], directory: Directory): Region[] {
  if (regions.length < 2) return regions;
  const held = regions.filter((region) => directory.within(region).length > 0);
  return held.length > 0 ? held : regions;
}

/** The longest start of `text` that is a bureau of one of the regions itself, else of what lies inside it. */
function bodyAtStart(text: string, regions: Region[], directory: Directory) {
  for (let length = Math.min(24, text.length); length >= 2; length--) {
    const said = text.slice(0, length);
    if (/\s/.test(said)) continue;
    const body = bodyOf(said);
    const fitting = regions.flatMap((region) =>
      directory.within(region).filter((bureau) => bureau.body === body && bureau.region?.code === region.code),
    );
    if (fitting.length === 1)
      return { length, place: (region: string): Place => ({ is: 'bureau', said: region + said, bureau: fitting[0]! }) };
    if (fitting.length > 1)
      return {
        length,
        place: (region: string): Place => ({ is: 'ambiguous', said: region + said, candidates: regionsOf(fitting) }),
      };
  }
  return null;
}

/** A word that names a bureau by its ending, up to the next blank: 教育局. */
function unheldBody(text: string): string | null {
  const word = /^\p{Script=Han}{1,16}?(?:委员会|人民政府|办公室|管委会|街道办事处|分局|局|委|厅|街道)/u.exec(text)?.[0];
  return word && kindEnding.test(word) ? word : null;
}

/** A kind of bureau anywhere: 卫健局, 教育局. */
function kind(text: string, directory: Directory): Found | null {
  for (let length = Math.min(16, text.length); length >= 2; length--) {
    const said = text.slice(0, length);
    if (!kindEnding.test(said) && !(kindsAlone.exec(said)?.[0] === said)) continue;
    const body = bodyOf(said.replace(/(?:系统|部门)$/u, ''));
    if (directory.withBody(body).length > 0) return { place: { is: 'kind', said, body }, length };
  }
  return null;
}
