import { z } from 'zod';
import { type Act, ignoreReasons, reaches } from '../report/issue.ts';
import type { CaseFile, NewDecision, NumberedIssue } from '../store/case-store.ts';
import { type CaseName, findIssue } from './find-case.ts';
import { type Office, today } from './office.ts';
import { badDecision, beaten, cannotLookAfter, dayNeeded, dayPast, noteNeeded, noteTooLong } from './refusals.ts';
import { mustAct } from './rights.ts';

/** The longest explanation that is kept with a decision, in characters. */
export const noteLimit = 500;

const note = z.string().trim().optional();
const decisionSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), note }),
  z.object({
    act: z.literal('ignore'),
    reason: z.enum(ignoreReasons),
    reach: z.enum(reaches).default('version'),
    until: z.iso.date().optional(),
    note,
  }),
  z.object({ act: z.literal('snooze'), until: z.union([z.iso.date(), z.literal('version')]) }),
  z.object({ act: z.literal('reopen'), note }),
  z.object({ act: z.literal('assign'), to: z.string().min(1).nullable() }),
]);
export type Decided = z.input<typeof decisionSchema>;

/** Throws where a decision lacks what it needs, or says more than is kept. */
export function checkDecision(office: Office, decision: Decided): NewDecision {
  const parsed = decisionSchema.safeParse(decision);
  if (!parsed.success) throw badDecision();
  const { data } = parsed;
  if ('note' in data && data.note && [...data.note].length > noteLimit) throw noteTooLong(noteLimit);
  if (data.act === 'ignore' && data.reason === 'other' && !data.note) throw noteNeeded();
  if (data.act === 'ignore' && data.reach === 'bureau' && !data.until) throw dayNeeded();
  if ('until' in data && data.until && data.until !== 'version' && data.until <= today(office)) throw dayPast();
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== ''),
  ) as NewDecision;
}

/**
 * Confirms, ignores, snoozes, reopens or assigns an issue in somebody's name. `seen` is how far the case had come when
 * that person looked. Throws where the person may not, where the decision is not whole, and `E-ISSUE-BEATEN` where
 * somebody was quicker.
 */
export async function decide(
  office: Office,
  by: string,
  name: CaseName,
  decision: Decided,
  seen?: number,
): Promise<{ file: CaseFile; issue: NumberedIssue }> {
  const { file, issue } = await findIssue(office.store, name);
  await mustAct(office, by, file);
  const checked = checkDecision(office, decision);
  if (checked.act === 'assign' && checked.to) await mustLookAfter(office, checked.to);
  const first = standing(issue, checked);
  if (first) throw beaten(first, await nameOf(office, first.by), issue.number);
  const result = await office.store.cases.decide({ ...file, issue: issue.id }, checked, {
    by,
    seen: seen ?? file.seen,
  });
  if (result.outcome === 'beaten') throw beaten(result.first, await nameOf(office, result.first.by), issue.number);
  return { file: result.file, issue };
}

/** The decision that stands already, where this one would only be laid over it. */
function standing({ state, decision }: NumberedIssue, { act }: NewDecision): Act | undefined {
  const settles = act === 'confirm' || act === 'ignore' || act === 'snooze';
  return settles && (state === 'confirmed' || state === 'ignored' || state === 'snoozed') && decision
    ? decision
    : undefined;
}

async function mustLookAfter(office: Office, user: string): Promise<void> {
  const { name, gone, guest } = await office.colleague(user);
  if (gone || guest) throw cannotLookAfter(name);
}

export const nameOf = async (office: Office, user: string | null): Promise<string> =>
  user === null ? 'govinfo' : (await office.colleague(user)).name;
