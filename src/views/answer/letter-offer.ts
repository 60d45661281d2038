import { actionIds, numbered, reportRef } from '../actions.ts';
import { actions, bold, button, section } from '../blocks.ts';
import { clip, clipEscaped, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { wordsMessage } from '../plain-words.ts';
import { listText, say } from '../words/say.ts';

/** A report and how much of it is confirmed. */
interface Draftable {
  bureauKey: string;
  bureau: string;
  year: number;
  confirmed: number;
}

/** At most so many drafts are offered at once. */
const atMost = 5;

/** 核实函: a button for every report of which something is confirmed; a single one opens by itself where it can. */
export function letterOffer(reports: readonly Draftable[], locale: Locale): Message {
  if (!reports.length) return { ...wordsMessage(say(locale, 'letter.whose')), personal: true };
  const ready = reports.filter(({ confirmed }) => confirmed > 0);
  const name = ({ bureau, year }: Draftable) => say(locale, 'report.name', { bureau: oneLine(bureau), year });
  if (!ready.length) {
    const names = reports.slice(0, 3).map((report) => clip(name(report), 120));
    return { ...wordsMessage(say(locale, 'letter.nothing', { names: listText(names, locale) })), personal: true };
  }
  const shown = ready.slice(0, atMost);
  const title = say(locale, 'letter.offer');
  const lines = shown.map((report) => say(locale, 'letter.ready', { name: name(report), count: report.confirmed }));
  const more = ready.length > shown.length ? [say(locale, 'letter.more', { count: ready.length - shown.length })] : [];
  const buttons = shown.map(({ bureauKey, year, ...report }, index) =>
    button(numbered(actionIds.draftLetter, index), reportRef(bureauKey, year), {
      label: ready.length > 1 ? `${clip(oneLine(report.bureau), 50)} ${year}` : say(locale, 'letter.title'),
    }),
  );
  const [only] = ready.length === 1 ? ready : [];
  return {
    text: clipEscaped([title, ...lines, ...more].join('\n')),
    blocks: [section([bold(title)], ...lines, ...more), actions(buttons)],
    personal: true,
    ...(only && { letter: reportRef(only.bureauKey, only.year) }),
  };
}
