import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import type { Address } from '../report/report.ts';
import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import type { Locale, Message } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { evidenceCells, evidenceMessage, evidenceThere } from '../views/report/evidence.ts';
import { evidenceWindow, preparingWindow } from '../views/report/evidence-window.ts';
import { say } from '../views/words/say.ts';
import type { Desk } from './desk.ts';
import { tellDirectly } from './direct.ts';
import { uploadedPictures } from './evidence-pictures.ts';
import { isRefusal } from './ladder.ts';
import { type Opener, showWindow } from './windows.ts';

/** So long nobody wonders whether the button was pressed; milliseconds. */
const patience = 2000;

const shownSchema = z.object({ ts: z.string() });

/** What is to be seen in the source: an issue's cells, or the figures of the summary. */
export interface Shown {
  file: CaseFile;
  issue?: NumberedIssue;
  user: string;
}

/** The figures that a summary shows, where the report's form has them. */
const figures: readonly Address[] = [
  'disclosures.licences.decisions',
  'disclosures.penalties.decisions',
  'disclosures.coerciveMeasures.decisions',
  'disclosures.fees.amount',
  'applications.received.total',
  'applications.concluded.total',
  'applications.carriedOut.total',
  'disputes.reconsideration.total',
  'disputes.litigation.total',
  'disputes.litigationAfterReconsideration.total',
];

function cellsShown({ file, issue }: Shown): Address[] {
  if (issue) return evidenceCells(issue.finding);
  const { forms } = file.stored.entry.report;
  return figures.filter((address) => forms.disclosures !== '2019' || address !== 'disclosures.fees.amount');
}

const nameOf = ({ file: { bureauKey, year, stored }, issue }: Shown): string =>
  `${issue?.id ?? `${bureauKey}/${year}`}/v${stored.version}`;

async function messageOf(desk: Desk, shown: Shown, locale: Locale): Promise<Message> {
  const { entry, file: source } = shown.file.stored;
  const cells = cellsShown(shown);
  const pictures = await uploadedPictures(desk, shown.file, cells, nameOf(shown));
  const { issue } = shown;
  const evidence = { cells, report: entry.report, file: source.name, pictures, ...(issue && { issue }) };
  return evidenceMessage(evidence, locale);
}

/**
 * 看原文 in a thread: one reply for each issue and version, whoever asks; later askers are led to it. The rows as a
 * picture where the file is a PDF that can still be had, as printed otherwise.
 */
export async function showEvidence(
  desk: Desk,
  shown: Shown,
  { channel, thread }: { channel: string; thread: string },
): Promise<void> {
  const { user, issue } = shown;
  const { locale } = await desk.people.get(user);
  const key = `${nameOf(shown)}/${channel}/${thread}`;
  const posted = desk.store.collection('evidence-shown', shownSchema);
  await desk.store.exclusively(`evidence ${key}`, async () => {
    const before = await posted.get(key);
    if (before) {
      const link = await desk.channels.linkTo(channel, before.ts);
      await desk.courier.whisper({ user, channel, thread }, evidenceThere(issue?.number, link, locale));
      return;
    }
    // Nobody can take these words back once they are said: only who would wait hears them, and they stay true.
    const waiting = setTimeout(() => {
      const words = wordsMessage(say(locale, 'evidence.soon'));
      desk.courier.whisper({ user, channel, thread }, words).catch((error: unknown) => desk.log.warn({ err: error }));
    }, patience);
    const there = (await settingsOf(desk.store, channel)).locale;
    const message = await messageOf(desk, shown, there).finally(() => clearTimeout(waiting));
    const ts = await desk.courier.post({ channel, thread }, message, { mark: `evidence ${key}`, again: true });
    await posted.set(key, { ts });
  });
}

/**
 * 看原文 away from the report's thread: a window, from which it can be posted there. Where Slack refuses the picture in
 * a window, the words stand in it and the picture goes to the person.
 */
export async function openEvidence(desk: Desk, shown: Shown, click: Opener, ref: string): Promise<void> {
  const { locale } = await desk.people.get(shown.user);
  const view_id = await showWindow(desk, click, preparingWindow(locale));
  const message = await messageOf(desk, shown, locale);
  const { channel, thread } = shown.file.stored.origin;
  const place = channel && thread ? `${channel}/${thread}` : undefined;
  const { views } = desk.clients.fast;
  try {
    await views.update({ view_id, view: evidenceWindow(message.blocks, ref, place, locale) });
  } catch (error) {
    if (!message.plain || !isRefusal(error)) throw error;
    await views.update({ view_id, view: evidenceWindow(message.plain, ref, place, locale) });
    await tellDirectly(desk, shown.user, message, `evidence ${nameOf(shown)} ${view_id}`);
  }
}
