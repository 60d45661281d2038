import { z } from 'zod';
import type { ThreadRef } from '../store/case-store.ts';
import { findInThread, findIssue } from './find-case.ts';
import type { Office } from './office.ts';
import { noteTooLong } from './refusals.ts';
import { mustAct } from './rights.ts';

/** The longest reply that is kept with an issue. */
const longest = 4000;

/** Where a reply is kept, by the message it is. */
const placeSchema = z.object({ bureauKey: z.string(), year: z.number(), issue: z.string(), by: z.string() });
const kept = ({ store }: Office) => store.collection('notes', placeSchema);

/** A reply in a thread. */
export interface Reply extends ThreadRef {
  ts: string;
  by: string;
  text: string;
}

const keyOf = ({ channel, ts }: Pick<Reply, 'channel' | 'ts'>): string => `${channel}/${ts}`;

/** The issue that a reply speaks of: it begins with `#2`, `＃2` or 第2项. */
export function numberSpokenOf(text: string): number | undefined {
  const [, sign, word] = /^\s*(?:#(\d{1,4})(?!\d)|第\s*(\d{1,4})\s*项)/.exec(text.normalize('NFKC')) ?? [];
  const number = Number(sign ?? word);
  return number > 0 ? number : undefined;
}

/**
 * Keeps a reply that speaks of an issue, follows its edits, and forgets it when it no longer does. `true` where it is
 * kept. Other replies are none of ours: `false`, and nothing is stored.
 */
export async function keepNote(office: Office, reply: Reply): Promise<boolean> {
  const number = numberSpokenOf(reply.text);
  const before = await kept(office).get(keyOf(reply));
  if (number === undefined) {
    if (before) await forgetNote(office, reply);
    return false;
  }
  const known = await office.store.cases.byNumber(reply, number);
  if (!known && !before) return false;
  const { file, issue } = await findIssue(office.store, await findInThread(office.store, reply, number));
  await mustAct(office, reply.by, file);
  if ([...reply.text].length > longest) throw noteTooLong(longest);
  if (before && before.issue !== issue.id) await forgetNote(office, reply);
  const { bureauKey, year } = file;
  await office.store.cases.note(
    { bureauKey, year, issue: issue.id },
    { key: keyOf(reply), text: reply.text, by: reply.by },
  );
  await kept(office).set(keyOf(reply), { bureauKey, year, issue: issue.id, by: reply.by });
  return true;
}

/** Forgets a reply that was deleted; others are let pass. */
export async function forgetNote(office: Office, at: Pick<Reply, 'channel' | 'ts'>): Promise<void> {
  const before = await kept(office).get(keyOf(at));
  if (!before) return;
  const { by, ...ref } = before;
  await office.store.cases.unnote(ref, { key: keyOf(at), by });
  await kept(office).delete(keyOf(at));
}
