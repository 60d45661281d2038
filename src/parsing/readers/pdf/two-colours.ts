import type { Letter } from './letters.ts';

/** The part of a letter's size by which the ink of two digits of one number may stand apart. */
const apart = 0.6;
/** The part of a letter's size by which one of them may stand higher; a note mark stands higher still. */
const higher = 0.15;

/**
 * Doubts digits that stand side by side in two colours: browsers print white text in grey, so that one may be left over
 * from what nobody saw on the page.
 */
export function doubtTwoColours(letters: readonly Letter[]): void {
  let before: Letter | undefined;
  for (const letter of letters) {
    const isDigit = letter.text >= '0' && letter.text <= '9' && letter.text.length === 1;
    if (isDigit && before && before.colour !== letter.colour && isBeside(before, letter))
      for (const one of [before, letter]) if (one.sight === 'seen') one.sight = 'doubtful';
    before = isDigit ? letter : undefined;
  }
}

const isBeside = (one: Letter, other: Letter): boolean =>
  Math.abs(other.y - one.y) < higher * one.size && Math.abs(other.ink[0] - one.ink[2]) < apart * one.size;
