import type { Words } from '../../errors.ts';

/** A value of a sheet: words, a number, nothing; or a number that is not clean, which is coloured where colours exist. */
export type Value = string | number | null | { value: number; mark: 'doubtful' | 'corrected' };

export interface Column {
  /** Its name in JSON. */
  id: string;
  title: Words;
  /** What several columns side by side belong to: 表三. */
  group?: Words;
  /** In characters. */
  width?: number;
}

/** One sheet of an export; as many values in each row as there are columns. */
export interface Sheet {
  id: string;
  title: Words;
  columns: readonly Column[];
  rows: Value[][];
  /** The last row adds up those above it. */
  total?: Value[];
}

export const bare = (value: Value): string | number | null =>
  typeof value === 'object' && value !== null ? value.value : value;
