import { distance } from 'fastest-levenshtein';
import type { Directory } from '../names/directory.ts';
import { pinyinOf } from '../names/pinyin.ts';
import { askingWords } from './lexicon.ts';

/** At most so many suggestions stand in an answer. */
const atMost = 4;

/** How far two words are apart: by characters, or by sound, whichever is nearer. `null` beyond two steps. */
function apart(said: string, name: string): number | null {
  const limit = Math.min(2, Math.max(1, Math.floor(said.length / 2)));
  if (Math.abs(said.length - name.length) <= limit) {
    const steps = distance(said, name);
    if (steps <= limit) return steps;
  }
  if (!/\p{Script=Han}/u.test(said) && said.length < 4) return null;
  const sound = pinyinOf(said);
  const nameSound = pinyinOf(name);
  if (Math.abs(sound.length - nameSound.length) > 2) return null;
  const steps = distance(sound, nameSound);
  return steps <= (sound.length > 5 ? 2 : 1) ? steps + 0.5 : null;
}

/** Names and words that a piece of text may have been meant for, the nearest first. */
export function suggestionsFor(said: string, directory: Directory): string[] {
  const names = new Set<string>();
  for (const { region, name } of directory.bureaus) {
    if (region) names.add(region.path.at(-1)!);
    if (Math.abs(name.length - said.length) <= 2 && directory.bureaus.length <= 20_000) names.add(name);
  }
  const candidates = [...names, ...askingWords.filter((word) => word.length >= 2)];
  return candidates
    .flatMap((name) => {
      const steps =
        apart(said, name) ?? (name.length > 2 && /[区县市旗州]$/.test(name) ? apart(said, name.slice(0, -1)) : null);
      return steps === null ? [] : [{ name, steps }];
    })
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, atMost)
    .map(({ name }) => name);
}
