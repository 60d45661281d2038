import type { KnownBlock, TableBlock } from '@slack/web-api';
import type { Figure } from '../report/measures/measure.ts';
import { actionIds } from './actions.ts';
import { actions, bold, button, context, section } from './blocks.ts';
import { clip, clipEscaped, escapeText, oneLine } from './escape.ts';
import { figureText } from './figure.ts';
import type { Locale, Message } from './message.ts';
import { say } from './words/say.ts';

/** One file of a batch and what became of it. `silent` files are no reports and are not counted. */
export interface BatchRow {
  result: 'passed' | 'toCheck' | 'asked' | 'failed' | 'same' | 'replaced' | 'silent';
  name: string;
  bureau?: string;
  year?: number;
  /** Issues of the report that are open. */
  toCheck: number;
  /** Why it failed. */
  code?: string;
  /** Its version, where nobody has said yet whether that is to answer. */
  waits?: number;
  /** The version that has taken its place. */
  by?: number;
  /** Its penalties, where it was filed. */
  penalties?: Figure;
}

export interface Batch {
  id: string;
  /** Files dropped, those in archives included. */
  files: number;
  /** Those that are done, in the order in which they were dropped. */
  rows: readonly BatchRow[];
  /** The file that is being read. */
  current?: string;
  /** Milliseconds since the first was dropped, until the last was answered. */
  elapsed: number;
}

const shownAtMost = 30;
const linesInSection = 15;

/** One message for many files: how far they are, and in the end a table of what became of each. */
export function batchMessage(batch: Batch, locale: Locale): Message {
  return batch.files > batch.rows.length ? workingMessage(batch, locale) : doneMessage(batch, locale);
}

function workingMessage({ files, rows, elapsed, current }: Batch, locale: Locale): Message {
  const told = rows.filter(({ result }) => result !== 'silent');
  const waiting = files - rows.length;
  const title = say(locale, 'batch.working', { files: files - (rows.length - told.length), done: told.length });
  const left = rows.length > 0 ? leftText((elapsed / rows.length) * waiting, locale) : '';
  const now = current
    ? say(locale, 'batch.current', { name: clip(oneLine(current), 80), place: told.length + 1 }) + left
    : left.trim();
  const lines = [countsText(told, waiting, locale), ...(now ? [now] : [])];
  return { text: escapeText([title, ...lines].join('\n')), blocks: [section([bold(title)], ...lines)] };
}

function doneMessage({ id, rows, elapsed }: Batch, locale: Locale): Message {
  const told = rows.filter(({ result }) => result !== 'silent');
  const title = say(locale, 'batch.finished', { files: told.length, time: timeText(elapsed, locale) });
  const counts = countsText(told, 0, locale);
  const shown = told.toSorted((a, b) => weight[b.result] - weight[a.result]).slice(0, shownAtMost);
  const more = told.length > shown.length ? say(locale, 'batch.more', { count: told.length - shown.length }) : '';
  const lines = shown.map((row) => cellsOf(row, locale).join('　'));
  const head = section([bold(title)], counts);
  const foot: KnownBlock[] = [...(more ? [context(more)] : []), ...buttonsOf(id, told, locale)];
  const inLines = Array.from({ length: Math.ceil(lines.length / linesInSection) }, (_, index) =>
    section(...lines.slice(index * linesInSection, (index + 1) * linesInSection)),
  );
  return {
    text: clipEscaped([title, counts, ...lines, more].filter(Boolean).join('\n')),
    blocks: shown.length ? [head, table(shown, locale), ...foot] : [head],
    plain: [head, ...inLines, ...foot],
  };
}

/** Only what there is something for: nothing is offered that would lead nowhere. */
function buttonsOf(id: string, rows: readonly BatchRow[], locale: Locale): KnownBlock[] {
  const [toCheck, failed] = [countOf(rows, 'toCheck'), countOf(rows, 'failed')];
  if (!rows.length) return [];
  return [
    actions([
      ...(toCheck
        ? [button(actionIds.batchToCheck, id, { label: say(locale, 'button.batchToCheck', { count: toCheck }) })]
        : []),
      ...(failed
        ? [button(actionIds.batchRetry, id, { label: say(locale, 'button.batchRetry', { count: failed }) })]
        : []),
      button(actionIds.batchExport, id, { label: say(locale, 'button.export') }),
    ]),
  ];
}

/** What needs somebody stands first. */
const weight = { failed: 5, asked: 4, toCheck: 3, same: 2, replaced: 1, passed: 0, silent: 0 } as const;

export const countOf = (rows: readonly BatchRow[], result: BatchRow['result']): number =>
  rows.filter((row) => row.result === result).length;

function countsText(rows: readonly BatchRow[], waiting: number, locale: Locale): string {
  const others = (['asked', 'same', 'replaced'] as const).flatMap((result) => {
    const count = countOf(rows, result);
    return count ? [say(locale, `batch.${result}`, { count })] : [];
  });
  return [
    say(locale, 'batch.counts', {
      passed: countOf(rows, 'passed'),
      toCheck: countOf(rows, 'toCheck'),
      failed: countOf(rows, 'failed'),
    }),
    ...others,
    ...(waiting ? [say(locale, 'batch.waiting', { count: waiting })] : []),
  ].join(' · ');
}

const secondsIn = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000));

function timeText(milliseconds: number, locale: Locale): string {
  const seconds = secondsIn(milliseconds);
  if (seconds < 60) return say(locale, 'batch.seconds', { seconds });
  return say(locale, 'batch.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** A guess, so in round figures. */
function leftText(milliseconds: number, locale: Locale): string {
  const seconds = secondsIn(milliseconds);
  const time =
    seconds < 60
      ? say(locale, 'batch.seconds', { seconds })
      : say(locale, 'batch.fullMinutes', { minutes: Math.round(seconds / 60) });
  return `　${say(locale, 'batch.left', { time })}`;
}

const cellsOf = (row: BatchRow, locale: Locale): string[] => [
  clip(oneLine(row.bureau ?? row.name), 60) || '—',
  row.year === undefined ? '—' : String(row.year),
  row.penalties ? figureText(row.penalties, 'count', { locale }) : '—',
  resultText(row, locale),
];

/** What became of a file, in a word: `⚠️ 2 项待核`. */
export function resultText({ result, toCheck, waits, by, code = '' }: BatchRow, locale: Locale): string {
  if (result === 'toCheck' && waits !== undefined) return say(locale, 'batch.result.waits', { version: waits });
  if (result === 'toCheck') return say(locale, 'batch.result.toCheck', { count: toCheck });
  if (result === 'failed') return say(locale, 'batch.result.failed', { code }).trim();
  if (result === 'replaced') return say(locale, 'batch.result.replaced', { version: by ?? '' });
  return say(locale, result === 'same' || result === 'asked' ? `batch.result.${result}` : 'batch.result.passed');
}

const table = (rows: readonly BatchRow[], locale: Locale): TableBlock => ({
  type: 'table',
  rows: [
    [
      say(locale, 'batch.bureau'),
      say(locale, 'batch.year'),
      say(locale, 'short.penalties'),
      say(locale, 'batch.result'),
    ],
    ...rows.map((row) => cellsOf(row, locale)),
  ].map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
});
