/** A seeded stream of numbers from 0 up to but without 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const strangers = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多',
];

/** Damages a share of the Han characters: each is replaced, lost or doubled. */
export const damaged = (text: string, share: number, random: () => number): string =>
  [...text]
    .map((char) => {
      if (!/\p{Script=Han}/u.test(char) || random() >= share) return char;
      const kind = random();
      return kind < 0.6 ? strangers[Math.floor(random() * strangers.length)]! : kind < 0.8 ? '' : char + char;
    })
    .join('');

export const mishaps = ['delete', 'split', 'glue', 'move'] as const;

/** The text with one thing done to the number `value`; `null` where it cannot be done there. */
export function mishap(
  text: string,
  kind: (typeof mishaps)[number],
  value: string,
  random: () => number,
  between: RegExp = /^[ \t|]+(?=\d)/u,
): string | null {
  const found = new RegExp(`(?<!\\d)${value}(?!\\d)`, 'u').exec(text);
  if (!found) return null;
  const [from, to] = [found.index, found.index + value.length];
  const without = text.slice(0, from) + text.slice(to);
  if (kind === 'delete') return without;
  if (kind === 'split') {
    const at = from + 1 + Math.floor(random() * (value.length - 1));
    return `${text.slice(0, at)} ${text.slice(at)}`;
  }
  if (kind === 'glue') {
    const gap = between.exec(text.slice(to));
    return gap ? text.slice(0, to) + text.slice(to + gap[0].length) : null;
  }
  const lines = without.split('\n');
  const at = 3 + Math.floor(random() * (lines.length - 8));
  // Moved within its own row, a number is found by the row's sum alone.
  if (lines[at] !== text.split('\n')[at]) return null;
  lines[at] += ` ${value}`;
  return lines.join('\n');
}
