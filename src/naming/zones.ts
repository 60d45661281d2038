import { isWithin, type KnownPlace, places, stemsAtStart } from './places.ts';

/** What the name of a zone is made of behind the place it is called after: 经济技术开发区, 工业园区. */
const zone =
  /^(?:国家级?|国际|综合|现代|经济|技术|高新|新|产业|工业|农业|科技|科学|生态|循环|化工|旅游|文化|保税|出口|加工|自由|贸易|空港|临空|航空|物流|创新|试验|示范|[东南西北]部)*(?:开发区|园区|新区|经开区|高新区|保税区|港区|示范区|试验区|度假区|加工区|贸易区|合作区|实验区|景区|名胜区|工业园|科技园|产业园)/u;

/** Bureaus that a city sends into its counties; they bear the name of the city, then that of the county without its kind. */
const sent =
  /^(?:生态环境|环境保护|自然资源|国土资源|规划|公安|税务|气象|市场监督管理|市场监管|医疗保障|交通运输|应急管理|住房公积金|消防救援)\p{Script=Han}{0,10}(?:局|支队|大队|中心)$/u;

/** National new areas that are no county of the list, and where they are. */
const newAreas: Readonly<Record<string, string>> = {
  ...{ 两江新区: '500000', 舟山群岛新区: '330900', 兰州新区: '620100', 南沙新区: '440100', 西咸新区: '610000' },
  ...{ 贵安新区: '520000', 西海岸新区: '370200', 金普新区: '210200', 天府新区: '510000', 湘江新区: '430100' },
  ...{ 江北新区: '320100', 福州新区: '350100', 滇中新区: '530100', 哈尔滨新区: '230100', 长春新区: '220100' },
  ...{ 赣江新区: '360000', 雄安新区: '130000' },
};

/**
 * A place at the start of `text` that is named without its kind because the name goes on: as a zone called after it
 * (银川经济技术开发区) or as a bureau sent there by the city found before (宜兴生态环境局).
 */
export function calledAfter(
  text: string,
  outer: readonly KnownPlace[],
): { name: string; places: readonly KnownPlace[] } | null {
  const area = newAreaAtStart(text, outer);
  if (area) return { name: '', places: area };
  const stem = stemsAtStart(text);
  if (!stem) return null;
  const behind = text.slice(stem.name.length);
  const isZone = zone.test(behind);
  if (!isZone && !(outer.length > 0 && sent.test(behind))) return null;
  const inside = stem.places.filter(
    (place) =>
      outer.length === 0 || outer.some((wide) => isWithin(place, wide) || (isZone && place.code === wide.code)),
  );
  // 银川 is the city and, where its county bears the name too, still the city.
  const widest = inside.filter((place) => !inside.some((other) => isWithin(place, other)));
  return widest.length > 0 ? { name: stem.name, places: widest } : null;
}

/** The new area keeps its name, which is what tells it from the province or city it lies in. */
function newAreaAtStart(text: string, outer: readonly KnownPlace[]): KnownPlace[] | null {
  const name = Object.keys(newAreas).find((area) => text.startsWith(area));
  const place = name && places.find(({ code }) => code === newAreas[name]);
  if (!place) return null;
  const fits = outer.length === 0 || outer.some((wide) => wide.code === place.code || isWithin(place, wide));
  return fits ? [place] : null;
}
