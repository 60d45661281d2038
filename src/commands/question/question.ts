import type { HappeningKind } from '../../report/happening.ts';
import type { Measure } from '../../report/measures/measure.ts';
import type { Level, Place } from '../names/place.ts';
import type { Format, Meaning, Verb } from './lexicon.ts';
import type { Limit } from './limits.ts';
import type { Period } from './periods.ts';

/** What somebody asked, understood. Order of the words plays no part. */
export interface Question {
  /** The words in one spelling, without page and format: what a button asks again. */
  text: string;
  verb: Verb | null;
  measures: Measure[];
  places: Place[];
  /** 各区县, 市级: only bureaus of that level. */
  level: { said: string; level: Level } | null;
  /** Years named, ascending; `newest` instead for 近三年. */
  years: number[];
  newest: number | null;
  /** 比去年: the year is to be held against the one before it. */
  change: boolean;
  /** 本周, 今天: the days in which something happened. */
  period: Period | null;
  /** Only what happened of this kind. */
  happening: HappeningKind | null;
  order: 'most' | 'least';
  /** 超过 30: only bureaus whose figure is so. */
  limits: Limit[];
  /** 前 10. */
  top: number | null;
  page: number;
  format: Format | null;
  mine: boolean;
  /** Ids of the people named. */
  people: string[];
  chart: boolean;
  /** All years, where 全部 or 各年 was said. */
  all: boolean;
  kind: Extract<Meaning, { is: 'kind' }>['kind'] | null;
  /** 待核: only reports with something to check, where reports are asked for. */
  open: boolean;
  check: string | null;
  language: 'zh' | 'en' | null;
  /** Pieces that mean nothing to us. */
  unknown: string[];
  /** Names that were read as another spelling: `jinfeng` as 金凤. */
  readAs: { said: string; name: string }[];
  /** A choice among regions of one name, to be remembered: `鼓楼区=320302`. */
  choices: Map<string, string>;
}

/** 待办, or 勾稽 alone: asks for what is still to be checked, whatever is to be done with it. */
export const asksForIssues = ({ verb, open, kind, measures }: Question): boolean =>
  verb === 'issues' || open || (kind !== null && measures.length === 0);
