import { placesAtStart } from '../../naming/places.ts';
import type { Region } from '../../report/report.ts';
import type { Bureau } from './directory.ts';

/** Whom a question is about, and the words that said so. */
export type Place =
  | { is: 'bureau'; said: string; bureau: Bureau }
  | { is: 'region'; said: string; region: Region }
  /** A kind of bureau everywhere: 卫健局. */
  | { is: 'kind'; said: string; body: string }
  /** Several regions of one name; the asker has to choose. */
  | { is: 'ambiguous'; said: string; candidates: Region[] }
  /** A bureau of a known region, or a full name, that the store does not hold. */
  | { is: 'unheld'; said: string; region: Region };

/** 宁夏回族自治区银川市金凤区, without the doubled name of a city that is a province. */
export const pathText = ({ path }: Region): string => path.join('');

export type Level = 'province' | 'city' | 'county';

/** On which level a region stands; a place of no list is taken for a county. */
export const levelOf = ({ code }: Region): Level =>
  code.startsWith('=') ? 'county' : code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';

/** 金凤区; 福州市鼓楼区 where another place has the name too. */
export function regionName({ path }: Region): string {
  const name = path.at(-1)!;
  return (placesAtStart(name)?.places.length ?? 0) > 1 ? path.slice(-2).join('') : name;
}
