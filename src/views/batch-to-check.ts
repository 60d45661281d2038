import type { Finding } from '../report/finding.ts';
import type { BatchRow } from './batch.ts';
import { resultText } from './batch.ts';
import { bold, section } from './blocks.ts';
import { clip, clipEscaped, oneLine } from './escape.ts';
import { figureText } from './figure.ts';
import type { Locale, Message } from './message.ts';
import { kindsText } from './report/verdict.ts';
import { say } from './words/say.ts';

/** A report of a batch that is to be checked: what there is, and where it is discussed. */
export interface ToCheck {
  row: BatchRow;
  open: readonly Finding[];
  permalink?: string;
}

const shownAtMost = 20;
const linesInSection = 5;

/** 只看待核的: the reports of a batch that somebody has to look at, each with what is found and the way to it. */
export function batchToCheckMessage(items: readonly ToCheck[], locale: Locale): Message {
  const title = say(locale, items.length ? 'batch.toCheck' : 'batch.noneToCheck', { count: items.length });
  const shown = items.slice(0, shownAtMost);
  const lines = shown.map((item) => lineOf(item, locale));
  const more = items.length > shown.length ? say(locale, 'issues.more', { count: items.length - shown.length }) : '';
  const sections = Array.from({ length: Math.ceil(lines.length / linesInSection) }, (_, index) => {
    const from = index * linesInSection;
    const block = section(...lines.slice(from, from + linesInSection));
    const linked = shown.slice(from, from + linesInSection).map(({ permalink }) => linkText(permalink, locale));
    block.text!.text = block
      .text!.text.split('\n')
      .map((line, at) => line + linked[at])
      .join('\n');
    return block;
  });
  return {
    text: clipEscaped([title, ...lines, more].filter(Boolean).join('\n')),
    blocks: [section([bold(title)]), ...sections, ...(more ? [section(more)] : [])],
  };
}

function lineOf({ row, open }: ToCheck, locale: Locale): string {
  const name = say(locale, 'report.name', { bureau: clip(oneLine(row.bureau ?? row.name), 60), year: row.year ?? '—' });
  const penalties = row.penalties
    ? [`${say(locale, 'short.penalties')} ${figureText(row.penalties, 'count', { locale })}`]
    : [];
  const found = open.length ? [kindsText(open, locale)] : [];
  return [`${name}　${resultText(row, locale)}`, ...found, ...penalties].join(' · ');
}

/** The address is Slack's own; a bar or an angle bracket in it would end the link. */
const linkText = (permalink: string | undefined, locale: Locale): string =>
  permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink) ? ` · <${permalink}|${say(locale, 'todo.open')}>` : '';
