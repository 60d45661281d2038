import type { Region } from '../report/report.ts';
import { bodyOf, withoutKind } from './bureau-key.ts';
import { locate } from './region.ts';

/** Whether two names differ only in the parent put before them or in a short form. */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [locate(one), locate(other)];
  if (bodyOf(a.rest) !== bodyOf(b.rest)) return false;
  if (a.candidates.length === 0 || b.candidates.length === 0) return one.endsWith(other) || other.endsWith(one);
  return overlap(a.candidates, b.candidates);
}

/**
 * Whether two names may mean one body, as people shorten names: 示例区卫健局 and 示例区卫生健康局. Only names of which
 * neither can be a shorter way to write the other, or whose places differ, are different.
 */
export function mayBeSameBody(one: string, other: string): boolean {
  if (isSameBody(one, other)) return true;
  const [kind, otherKind] = [kindAtEnd(one), kindAtEnd(other)];
  if (kind !== otherKind && kind !== '' && otherKind !== '') return false;
  const [a, b] = [locate(one), locate(other)];
  if (a.candidates.length > 0 && b.candidates.length > 0 && !overlap(a.candidates, b.candidates)) return false;
  const placed = a.candidates.length > 0 && b.candidates.length > 0;
  const [x, y] = placed ? [stem(a.rest), stem(b.rest)] : [stem(one), stem(other)];
  return shortens(x, y) || shortens(y, x);
}

const overlap = (some: readonly Region[], others: readonly Region[]): boolean =>
  some.some((x) => others.some((y) => x.code === y.code));

/** 局 for every kind that may be written as another, 中心 and its like as they are; nothing where a name has no such word. */
const kindAtEnd = (name: string): string =>
  /(?:中心|[院处站所馆队])$/u.exec(name)?.[0] ?? (withoutKind(name) === name ? '' : '局');

/** A name without the word for its kind, which people change freely: 委 for 局, 政府 for 人民政府办公室. */
const stem = (name: string): string => withoutKind(name.replace(/（.*?）|\(.*?\)/gu, '').replace(/办事处$/u, ''));

/** Whether a word's characters stand in another in this order. */
function shortens(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
