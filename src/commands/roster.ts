import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** Names of the bureaus that owe a report every year, as a team gave them. */
const rosterSchema = z.object({ names: z.array(z.string().min(1).max(100)).max(20_000), at: z.string() });
export type Roster = z.infer<typeof rosterSchema>;

const rosters = (store: Store) => store.collection('rosters', rosterSchema);
/** One roster a workspace; the command line has its own. */
const keyOf = (team: string | undefined): string => team ?? 'here';

export const rosterOf = async (store: Store, team: string | undefined): Promise<Roster | undefined> =>
  (await rosters(store).get(keyOf(team))) ??
  (team === undefined ? undefined : await rosters(store).get(keyOf(undefined)));

export const keepRoster = (store: Store, team: string | undefined, roster: Roster): Promise<void> =>
  rosters(store).set(keyOf(team), roster);

/** A name a line, or the first column of a table; blank lines and the heading 机关 are left out. */
export const rosterNames = (text: string): string[] => [
  ...new Set(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map((line) => line.split(/[,\t]/)[0]!.replace(/^"|"$/g, '').trim())
      .filter((name) => name !== '' && !/^(?:机关|机关名称|单位|单位名称|名称|bureau)$/iu.test(name)),
  ),
];
