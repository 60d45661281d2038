import type { Locale } from '../message.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Key = keyof typeof zh;

/** Names between braces: `{year}` → `year`. */
type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;
type Values<K extends Key> = [Slots<(typeof zh)[K]>] extends [never]
  ? []
  : [values: Record<Slots<(typeof zh)[K]>, string | number>];

/** A phrase of the catalogue in the reader's language, its slots filled. Plain text: blocks escape it. */
export function say<K extends Key>(locale: Locale, key: K, ...[values]: Values<K>): string {
  const phrase: string = (locale === 'zh' ? zh : en)[key];
  if (!values) return phrase;
  const filled: Record<string, string | number> = values;
  return phrase.replace(/\{(\w+)\}/g, (_, slot: string) => String(filled[slot]));
}

/** Joins a list as the language does: 、 or comma. */
export const listText = (items: readonly string[], locale: Locale): string => items.join(locale === 'zh' ? '、' : ', ');
