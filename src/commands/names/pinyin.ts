import { pinyin } from 'pinyin-pro';
import { places } from '../../naming/places.ts';
import type { Directory } from './directory.ts';
import { kindNames } from './find-place.ts';

const sounds = new Map<string, string>();

/** `jinfengqu` for 金凤区. */
export function pinyinOf(name: string): string {
  const known = sounds.get(name);
  if (known !== undefined) return known;
  const sound = readings[name] ?? pinyin(name, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase();
  if (sounds.size > 20_000) sounds.clear();
  sounds.set(name, sound);
  return sound;
}

/** Places whose names are read otherwise than their characters alone. */
const readings: Readonly<Record<string, string>> = {
  六安: 'luan',
  六安市: 'luanshi',
  台州: 'taizhou',
  蚌埠: 'bengbu',
  亳州: 'bozhou',
  歙县: 'shexian',
  涡阳: 'guoyang',
  会稽: 'kuaiji',
  重庆: 'chongqing',
  重庆市: 'chongqingshi',
  长安区: 'changanqu',
  厦门: 'xiamen',
  厦门市: 'xiamenshi',
  莘县: 'shenxian',
  浚县: 'xunxian',
  乐清市: 'yueqingshi',
  乐清: 'yueqing',
  番禺: 'panyu',
  番禺区: 'panyuqu',
};

let names: Map<string, string> | undefined;

/** Names of places by their pinyin; the first that the official list has, full names before short ones. */
function byPinyin(): Map<string, string> {
  if (names) return names;
  const map = new Map<string, string>();
  const put = (name: string) => {
    const key = pinyinOf(name);
    if (!map.has(key)) map.set(key, name);
  };
  for (const place of places) for (const name of place.names) put(name);
  for (const { stem } of places) if (stem) put(stem);
  names = map;
  return map;
}

let kinds: Map<string, string> | undefined;

/** Kinds of bureaus as they are called in English. */
const inEnglish: Readonly<Record<string, string>> = {
  health: '卫健局',
  education: '教育局',
  publicsecurity: '公安局',
  police: '公安局',
  civilaffairs: '民政局',
  justice: '司法局',
  finance: '财政局',
  transport: '交通运输局',
  water: '水务局',
  audit: '审计局',
  statistics: '统计局',
  housing: '住建局',
  naturalresources: '自然资源局',
  ecology: '生态环境局',
  agriculture: '农业农村局',
  commerce: '商务局',
};

/** 卫健局 for `weijianju` or `health bureau`: the usual kinds of bureaus with their endings. */
function kindInPinyin(letters: string): string | undefined {
  if (!kinds) {
    kinds = new Map();
    for (const ending of ['局', '委', '厅', '委员会', '系统'])
      for (const kind of kindNames) {
        const sound = pinyinOf(kind + ending);
        if (!kinds.has(sound)) kinds.set(sound, kind + ending);
      }
  }
  return kinds.get(letters) ?? inEnglish[/^(\w+?)(?:bureau|commission|department)s?$/.exec(letters)?.[1] ?? ''];
}

/** The Chinese name that a Latin word spells: a place, a kind of bureau, both, or a name that only the store knows. */
export function nameInPinyin(word: string, directory: Directory): string | null {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters.length < 4) return null;
  const own = directory.bureaus.length <= 2000 ? directory.bureaus : [];
  for (const { name, region } of own) {
    if (
      region?.code.startsWith('=') &&
      [region.path[0]!, region.path[0]!.slice(0, -1)].some((place) => pinyinOf(place) === letters)
    )
      return region.path[0]!;
    if (pinyinOf(name) === letters) return name;
  }
  const placeOf = (sound: string) => heldByPinyin(sound, directory) ?? byPinyin().get(sound) ?? null;
  const whole = placeOf(letters) ?? kindInPinyin(letters);
  if (whole) return whole;
  for (let end = 4; end <= letters.length - 4; end++) {
    const kind = kindInPinyin(letters.slice(end));
    const place = kind && placeOf(letters.slice(0, end));
    if (place) return place + kind;
  }
  return null;
}

const heldNames = new WeakMap<Directory, Map<string, string>>();

/** Of places that sound alike, the one the store holds: 鼓楼, 古楼. */
function heldByPinyin(letters: string, directory: Directory): string | null {
  const index = heldNames.get(directory) ?? soundsOf(directory);
  heldNames.set(directory, index);
  return index.get(letters) ?? null;
}

function soundsOf(directory: Directory): Map<string, string> {
  const stems = new Map(places.flatMap(({ names, stem }) => names.map((name) => [name, stem] as const)));
  const index = new Map<string, string>();
  const regions = new Map<string, string>();
  for (const { region } of directory.bureaus)
    if (region && !regions.has(region.code)) regions.set(region.code, region.path.at(-1)!);
  for (const name of new Set(regions.values())) {
    const stem = stems.get(name);
    for (const sound of [pinyinOf(name), ...(stem ? [pinyinOf(stem)] : [])])
      if (!index.has(sound)) index.set(sound, name);
  }
  return index;
}
