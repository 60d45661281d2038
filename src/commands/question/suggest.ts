import { distance } from 'fastest-levenshtein';
import type { Bureau, Directory } from '../names/directory.ts';
import { pinyinOf } from '../names/pinyin.ts';
import { askingWords } from './lexicon.ts';

/** At most so many suggestions stand in an answer. */
const atMost = 4;

/** How far two words are apart: by characters, or by sound, whichever is nearer. `null` beyond two steps. */
function apart(said: string, name: string): number | null {
  const limit = Math.min(2, Math.max(1, Math.floor(said.length / 2)));
  if (Math.abs(said.length - name.length) <= limit) {
    const steps = distance(said, name);
    // One of two characters is half of a name: 金额 is not 金凤, but 金风 sounds like it.
    if (steps <= limit && (said.length > 2 || distance(pinyinOf(said), pinyinOf(name)) <= 2)) return steps;
  }
  if (!/\p{Script=Han}/u.test(said) && said.length < 4) return null;
  const sound = pinyinOf(said);
  const nameSound = pinyinOf(name);
  if (Math.abs(sound.length - nameSound.length) > 2) return null;
  const steps = distance(sound, nameSound);
  return steps <= (sound.length > 5 ? 2 : 1) ? steps + 0.5 : null;
}

/** What a piece of text may have been meant for, and how many reports there are of it; none of a word that asks. */
export interface Suggestion {
  name: string;
  reports: number;
}

/** Names and words that a piece of text may have been meant for, the nearest first. */
export function suggestionsFor(said: string, directory: Directory): Suggestion[] {
  const names = new Map<string, number>();
  const count = (name: string, { rows }: Bureau) => names.set(name, (names.get(name) ?? 0) + rows.size);
  for (const bureau of directory.bureaus) {
    const { region, name } = bureau;
    if (region) count(region.path.at(-1)!, bureau);
    if (Math.abs(name.length - said.length) <= 2 && directory.bureaus.length <= 20_000) count(name, bureau);
  }
  for (const word of askingWords) if (word.length >= 2 && !names.has(word)) names.set(word, 0);
  return [...names]
    .flatMap(([name, reports]) => {
      const steps =
        apart(said, name) ?? (name.length > 2 && /[区县市旗州]$/.test(name) ? apart(said, name.slice(0, -1)) : null);
      return steps === null ? [] : [{ name, reports, steps }];
    })
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, atMost);
}
