import type { Letter } from './letters.ts';

/**
 * Doubts the digits that a font has twice: where 3 and 8 are both said to be 8, one of them is not what it says.
 */
export function doubtTwinDigits(letters: readonly Letter[]): void {
  const codes = new Map<string, number>();
  const twins = new Set<string>();
  const keyOf = ({ font, text }: Letter): string => `${text}${font}`;
  const digits = letters.filter(({ text }) => text >= '0' && text <= '9' && text.length === 1);
  for (const letter of digits) {
    const key = keyOf(letter);
    const code = codes.get(key);
    if (code === undefined) codes.set(key, letter.code);
    else if (code !== letter.code) twins.add(key);
  }
  if (twins.size === 0) return;
  for (const letter of digits) if (letter.sight === 'seen' && twins.has(keyOf(letter))) letter.sight = 'doubtful';
}
