import { z } from 'zod';
import type { Store } from './store.ts';

/** Names of the bureaus that owe a report every year, as a team gave them; `by` and `file` where they came through Slack. */
export const rosterSchema = z.object({
  names: z.array(z.string().min(1).max(100)).max(20_000),
  at: z.string(),
  by: z.string().optional(),
  file: z.string().optional(),
  /** What each name means; lists given to older programs do not say. */
  bodies: z.array(z.object({ name: z.string(), key: z.string().nullable(), code: z.string().nullable() })).optional(),
});
export type Roster = z.infer<typeof rosterSchema>;

const changeSchema = z.object({ before: rosterSchema.nullable(), after: rosterSchema });

const rosters = (store: Store) => store.collection('rosters', rosterSchema);
const changes = (store: Store) => store.collection('roster-changes', changeSchema);
/** One roster a workspace; the command line has its own. */
export const rosterKey = (team: string | undefined): string => team ?? 'here';

/** The roster of a workspace, else the one that the command line was given. */
export const rosterOf = async (store: Store, team: string | undefined): Promise<Roster | undefined> =>
  (await rosters(store).get(rosterKey(team))) ??
  (team === undefined ? undefined : await rosters(store).get(rosterKey(undefined)));

/** Keeps a roster and what was there before it; returns the name of the change, by which it can be taken back. */
export const keepRoster = (store: Store, team: string | undefined, after: Roster): Promise<string> =>
  store.exclusively(`roster ${rosterKey(team)}`, async () => {
    const before = (await rosters(store).get(rosterKey(team))) ?? null;
    await changes(store).set(`${rosterKey(team)}/${after.at}`, { before, after });
    await rosters(store).set(rosterKey(team), after);
    return after.at;
  });

/** Puts back what was there before a change, unless somebody changed the roster since: then `false`. */
export const takeBackRoster = (store: Store, team: string | undefined, change: string): Promise<boolean> =>
  store.exclusively(`roster ${rosterKey(team)}`, async () => {
    const made = await changes(store).get(`${rosterKey(team)}/${change}`);
    if (!made || (await rosters(store).get(rosterKey(team)))?.at !== made.after.at) return false;
    if (made.before) await rosters(store).set(rosterKey(team), made.before);
    else await rosters(store).delete(rosterKey(team));
    return true;
  });
