import { namedBody } from '../naming/named-body.ts';
import { keepRoster, type Roster, rosterOf, takeBackRoster } from '../store/rosters.ts';
import type { Office } from './office.ts';
import { rosterChanged } from './refusals.ts';
import { mustEdit } from './rights.ts';

/** A list that waits for somebody to say what to do with it. */
export interface GivenRoster {
  names: readonly string[];
  file: string;
}

/**
 * Makes a list the team's roster, or adds its names to the one there is; whoever may edit in the channel may. Returns
 * the roster and the name of the change, by which it can be taken back.
 */
export async function changeRoster(
  office: Office,
  { by, team, channel }: { by: string; team: string; channel: string },
  { names, file }: GivenRoster,
  how: 'replace' | 'add',
): Promise<{ roster: Roster; change: string }> {
  await mustEdit(office, by, channel);
  const before = how === 'add' ? ((await rosterOf(office.store, team))?.names ?? []) : [];
  const all = [...new Set([...before, ...names])];
  const roster = { names: all, bodies: all.map(namedBody), at: office.now().toISOString(), by, file };
  return { roster, change: await keepRoster(office.store, team, roster) };
}

/** Puts back the roster that was there before a change. Throws `E-ROSTER-CHANGED` where it was changed again since. */
export async function undoRoster(
  office: Office,
  { by, team, channel }: { by: string; team: string; channel: string },
  change: string,
): Promise<void> {
  await mustEdit(office, by, channel);
  if (!(await takeBackRoster(office.store, team, change))) throw rosterChanged();
}
