import type { KnownBlock, TableBlock } from '@slack/web-api';
import { bold, context, section } from './blocks.ts';
import { clip, clipEscaped, escapeText, oneLine } from './escape.ts';
import type { Locale, Message } from './message.ts';
import { say } from './words/say.ts';

/** One file of a batch and what became of it. `silent` files are no reports and are not counted. */
export interface BatchRow {
  result: 'passed' | 'toCheck' | 'asked' | 'failed' | 'same' | 'silent';
  name: string;
  bureau?: string;
  year?: number;
  toCheck: number;
  code?: string;
}

export interface Batch {
  /** Files dropped. */
  files: number;
  /** Those that are done, in the order in which they were dropped. */
  rows: readonly BatchRow[];
  /** Milliseconds since the first was dropped. */
  elapsed: number;
}

const shownAtMost = 30;

/** One message for many files: how far they are, and in the end a table of what became of each. */
export function batchMessage({ files, rows, elapsed }: Batch, locale: Locale): Message {
  const told = rows.filter(({ result }) => result !== 'silent');
  const total = files - (rows.length - told.length);
  const waiting = files - rows.length;
  const counts = countsText(told, waiting, locale);
  if (waiting > 0) {
    const title = say(locale, 'batch.working', { files: total, done: told.length });
    const left = rows.length
      ? say(locale, 'batch.left', { time: timeText((elapsed / rows.length) * waiting, locale) })
      : '';
    const lines = [counts, ...(left ? [left] : [])];
    return { text: escapeText([title, ...lines].join('\n')), blocks: [section([bold(title)], ...lines)] };
  }
  const title = say(locale, 'batch.finished', { files: total, time: timeText(elapsed, locale) });
  const shown = told.toSorted((a, b) => weight[b.result] - weight[a.result]).slice(0, shownAtMost);
  const more = told.length > shown.length ? say(locale, 'batch.more', { count: told.length - shown.length }) : '';
  const lines = shown.map((row) => cellsOf(row, locale).join('　'));
  const head = section([bold(title)], counts);
  const foot: KnownBlock[] = more ? [context(more)] : [];
  return {
    text: clipEscaped([title, counts, ...lines, more].filter(Boolean).join('\n')),
    blocks: shown.length ? [head, table(shown, locale), ...foot] : [head],
    plain: [head, ...(shown.length ? [section(...lines)] : []), ...foot],
  };
}

/** What needs somebody stands first. */
const weight = { failed: 4, asked: 3, toCheck: 2, same: 1, passed: 0, silent: 0 } as const;

function countsText(rows: readonly BatchRow[], waiting: number, locale: Locale): string {
  const count = (result: BatchRow['result']) => rows.filter((row) => row.result === result).length;
  const [same, asked] = [count('same'), count('asked')];
  return [
    say(locale, 'batch.counts', { passed: count('passed'), toCheck: count('toCheck'), failed: count('failed') }),
    ...(asked ? [say(locale, 'batch.asked', { count: asked })] : []),
    ...(same ? [say(locale, 'batch.same', { count: same })] : []),
    ...(waiting ? [say(locale, 'batch.waiting', { count: waiting })] : []),
  ].join(' · ');
}

function timeText(milliseconds: number, locale: Locale): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return say(locale, 'batch.seconds', { seconds });
  return say(locale, 'batch.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

const cellsOf = (row: BatchRow, locale: Locale): string[] => [
  clip(oneLine(row.bureau ?? row.name), 60) || '—',
  row.year === undefined ? '—' : String(row.year),
  resultText(row, locale),
];

function resultText({ result, toCheck, code = '' }: BatchRow, locale: Locale): string {
  if (result === 'toCheck') return say(locale, 'batch.result.toCheck', { count: toCheck });
  if (result === 'failed') return say(locale, 'batch.result.failed', { code }).trim();
  return say(locale, result === 'same' || result === 'asked' ? `batch.result.${result}` : 'batch.result.passed');
}

const table = (rows: readonly BatchRow[], locale: Locale): TableBlock => ({
  type: 'table',
  rows: [
    [say(locale, 'batch.bureau'), say(locale, 'batch.year'), say(locale, 'batch.result')],
    ...rows.map((row) => cellsOf(row, locale)),
  ].map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
});
