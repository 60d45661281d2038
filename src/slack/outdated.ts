import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Desk } from './desk.ts';
import { remembered } from './progress.ts';

/** What does not say yet what stands in the store: the replies to a report, a batch's message, the sign under an upload. */
const subjectSchema = z.union([
  z.object({ bureauKey: z.string(), year: z.number().int() }),
  z.object({ batch: z.string() }),
  z.object({ upload: z.string() }),
]);
export type Subject = z.infer<typeof subjectSchema>;

const rowSchema = z.object({ subject: subjectSchema, since: z.number(), call: z.string() });
const rows = ({ store }: Desk) => store.collection('replies-outdated', rowSchema);
const keyOf = (subject: Subject) =>
  'bureauKey' in subject ? `report ${subject.bureauKey}/${subject.year}` : Object.entries(subject).flat().join(' ');

/**
 * Brings something up to date, and writes down before that it is not: an edit may wait for minutes, and whoever takes it
 * up after this process finds it. It stands in the store when this resolves, and is crossed off when `done` does, unless
 * it was called for again meanwhile.
 */
export async function bringUpToDate(
  desk: Desk,
  subject: Subject,
  edit: () => Promise<void>,
): Promise<{ done: Promise<void> }> {
  const key = keyOf(subject);
  const call = randomUUID();
  await rows(desk).set(key, { subject, since: desk.now().getTime(), call }, remembered);
  const doing = async () => {
    await edit();
    if ((await rows(desk).get(key))?.call === call) await rows(desk).delete(key);
  };
  return { done: doing() };
}

/** What has been outdated for longer than `age` milliseconds. */
export async function* outdated(desk: Desk, age: number): AsyncGenerator<Subject> {
  const before = desk.now().getTime() - age;
  for await (const [, { subject, since }] of rows(desk).entries()) if (since <= before) yield subject;
}
