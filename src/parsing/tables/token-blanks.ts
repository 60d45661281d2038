import type { Token } from '../document.ts';
import { hanOf } from './labels.ts';
import type { Run } from './token-rows.ts';

/** A label is broken over at most this many words. */
const mostWords = 12;

/**
 * The runs with a run without values for each row that is printed with its label and nothing beside it: a blank row.
 * Only whole labels count, and only where no value stands at their height; the label right before the values of a run
 * is their own. What stands behind the last values comes as `rest`, shortened by the blank rows found in it.
 */
export function withBlankRows(
  runs: readonly Run[],
  rest: readonly Token[],
  labels: readonly string[],
): { runs: Run[]; rest: Token[] } {
  const values = runs.flatMap((run) => run.values);
  const found = runs.flatMap((run): Run[] => {
    const { rows, left } = blankRows(run.before, labels, values, 1);
    return [...rows.map((before) => ({ before, values: [] })), { ...run, before: left }];
  });
  const { rows, left } = blankRows(rest, labels, values, 0);
  return { runs: [...found, ...rows.map((before) => ({ before, values: [] }))], rest: left };
}

/** Words cut behind each label of a blank row; at least `keep` words have to follow. */
function blankRows(
  words: readonly Token[],
  labels: readonly string[],
  values: readonly Token[],
  keep: number,
): { rows: Token[][]; left: Token[] } {
  const rows: Token[][] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const count = labelAt(words, at, labels);
    const label = words.slice(at, at + count);
    const cell = [...label, ...goesOn(words, at + count, labels)];
    if (count === 0 || at + count > words.length - keep || values.some((value) => isBeside(value, cell))) continue;
    rows.push(words.slice(from, at + count));
    from = at + count;
    at = from - 1;
  }
  return { rows, left: words.slice(from) };
}

/** Words right below a label that are no label: the rest of its cell, a note. The values may stand on its last line. */
function goesOn(words: readonly Token[], from: number, labels: readonly string[]): Token[] {
  const more: Token[] = [];
  for (let at = from; at > 0 && at < words.length; at++) {
    const [above, word] = [words[at - 1]!, words[at]!];
    const gap = word.page === above.page ? word.y - above.y : Number.POSITIVE_INFINITY;
    const isBelow = gap > 0 && gap < 1.8 * above.height && Math.abs(word.x - above.x) < above.height;
    if (!isBelow || hanOf(word.text) === '' || labelAt(words, at, labels) > 0) break;
    more.push(word);
  }
  return more;
}

/** The end of a bracket may stand alone on the last line of a label, the one that the values stand on. */
const closing = /^[）)]$/u;

/** How many words from `at` on are one whole label, the longest; 0 where none is. */
function labelAt(words: readonly Token[], at: number, labels: readonly string[]): number {
  let text = '';
  let best = 0;
  for (let count = 1; count <= mostWords && at + count <= words.length; count++) {
    const part = hanOf(words[at + count - 1]!.text);
    if (count === 1 && part === '') return 0;
    text += part;
    if (!labels.some((label) => label.startsWith(text))) break;
    const closes = best === count - 1 && best > 0 && closing.test(words[at + count - 1]!.text);
    if (closes || (part !== '' && labels.includes(text))) best = count;
  }
  return best;
}

/** Whether a value stands at the height of a label. */
function isBeside(value: Token, label: readonly Token[]): boolean {
  const own = label.filter(({ page }) => page === value.page);
  const middle = value.y + value.height / 2;
  return (
    middle > Math.min(...own.map(({ y }) => y)) - value.height * 0.4 &&
    middle < Math.max(...own.map(({ y, height }) => y + height)) + value.height * 0.4
  );
}
