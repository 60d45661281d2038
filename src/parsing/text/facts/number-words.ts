import type { NumberToken } from './numbers.ts';

/** Where the words stand that say what a number counts. */
export interface Words {
  from: number;
  to: number;
}

/** 由年初的2300人增加到4122人: what was before, and the word that leads to what is now. */
const wasBefore = /由(?:年初|上年|去年|原来?|此前)?的?$/u;
const became = /^[^，；。\d]{0,3}(?:增|升|减|降|整合|扩|提|压缩|精简|缩减|归并)[^，；。\d]{0,6}[到至为]$/u;
export const isBefore = (left: string, right: string): boolean => wasBefore.test(left) && became.test(right);

/**
 * The words right before a number. Where it stands beside another, 112期368条, or tells what that has become, the words
 * before that one.
 */
export function wordsBefore(
  masked: string,
  token: NumberToken,
  start: number,
  last: { words: Words; token: NumberToken } | undefined,
): Words {
  const between = last && masked.slice(last.token.end, token.start);
  if (last && between === '' && last.token.unit !== token.unit) return last.words;
  if (last && became.test(between!)) {
    const before = masked.slice(last.words.from, last.words.to);
    if (wasBefore.test(before)) return { from: last.words.from, to: last.words.to - wasBefore.exec(before)![0].length };
  }
  return { from: start, to: token.start };
}
