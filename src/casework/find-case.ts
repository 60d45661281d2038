import type { CaseFile, NumberedIssue, ThreadRef } from '../store/case-store.ts';
import type { Store } from '../store/store.ts';
import { unknownIssue, unknownNumber, unknownReport } from './refusals.ts';

/** One bureau's report of one year, and what of it is meant: an issue by its number, a file by its version. */
export interface CaseName {
  bureauKey: string;
  year: number;
  number?: number;
  /** The issue's name over time, where it is known: numbers belong to a thread, and a report may have several. */
  issue?: string;
  version?: number;
}

/** `<bureauKey>/<year>`, with `#<number>` or `/v<version>` behind it: how buttons and forms name what they are about. */
export function caseName(text: string): CaseName {
  const [, bureauKey, year, number, version] = /^(.+)\/(\d{4})(?:#(\d+)|\/v(\d+))?$/.exec(text) ?? [];
  if (!bureauKey) throw unknownReport();
  return {
    bureauKey,
    year: Number(year),
    ...(number && { number: Number(number) }),
    ...(version && { version: Number(version) }),
  };
}

/** Read anew at every click: what a message shows may be old. */
export async function findCase(store: Store, name: CaseName): Promise<CaseFile> {
  const file = await store.cases.get(name);
  if (!file) throw unknownReport();
  return file;
}

export async function findIssue(store: Store, name: CaseName): Promise<{ file: CaseFile; issue: NumberedIssue }> {
  const file = await findCase(store, name);
  const issue = issueIn(file, name);
  if (!issue) throw unknownIssue();
  return { file, issue };
}

export const issueIn = ({ issues }: CaseFile, { issue, number }: CaseName): NumberedIssue | undefined =>
  issues.find((one) => (issue ? one.id === issue : one.number === number));

/** What `#2` means in a thread. */
export async function findInThread(store: Store, thread: ThreadRef, number: number): Promise<CaseName> {
  const ref = await store.cases.byNumber(thread, number);
  if (!ref) throw unknownNumber(number);
  return { ...ref, number };
}

/** A name as a button in a thread gives it: its number is the one of that thread, whichever version answers now. */
export async function nameInThread(store: Store, name: CaseName, thread: ThreadRef): Promise<CaseName> {
  if (name.number === undefined) return name;
  const ref = await store.cases.byNumber(thread, name.number);
  return ref?.bureauKey === name.bureauKey && ref.year === name.year ? { ...name, issue: ref.issue } : name;
}
