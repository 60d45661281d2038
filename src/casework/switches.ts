import { z } from 'zod';
import { type KeptSwitch, type NewSwitch, switchSchema } from '../report/switch.ts';
import { noteLimit } from './decide.ts';
import { type Office, today } from './office.ts';
import {
  adminNeeded,
  badDecision,
  bureauNeeded,
  dayNeeded,
  dayPast,
  noteTooLong,
  reasonNeeded,
  unknownReport,
} from './refusals.ts';
import { mustAct, mustEdit } from './rights.ts';

/** What a person wants of a check, and where: for one bureau, for what comes to this channel, or everywhere. */
const wishSchema = z.object({
  check: z.string(),
  to: switchSchema.shape.to,
  reach: z.enum(['bureau', 'channel', 'everywhere']),
  channel: z.string(),
  bureauKey: z.string().optional(),
  reason: z.string().trim().optional(),
  until: z.iso.date().optional(),
});
export type SwitchWish = z.input<typeof wishSchema>;

/**
 * Turns a check off or down in somebody's name. Whoever may decide about its issues may switch a check for a bureau or a
 * channel; everywhere, only who looks after the workspace. Throws where something is missing or the person may not.
 */
export async function turnCheck(office: Office, by: string, wish: SwitchWish): Promise<KeptSwitch> {
  const parsed = wishSchema.safeParse(wish);
  if (!parsed.success) throw badDecision();
  const { check, to, reach, channel, bureauKey, reason, until } = parsed.data;
  if (!reason) throw reasonNeeded();
  if ([...reason].length > noteLimit) throw noteTooLong(noteLimit);
  if (!until) throw dayNeeded();
  if (until <= today(office)) throw dayPast();
  await mustEdit(office, by, channel);
  const kept: NewSwitch = { check, to, reason, until };
  if (reach === 'everywhere') await mustLookAfterAll(office, by);
  if (reach === 'channel') kept.channel = channel;
  if (reach === 'bureau') Object.assign(kept, await bureauFor(office, by, bureauKey));
  return office.store.switches.turn(kept, by);
}

/** Turns a check on again before its day, with the same rights. */
export async function restoreCheck(office: Office, by: string, id: string, channel: string): Promise<KeptSwitch> {
  const one = (await office.store.switches.list()).find((kept) => kept.id === id);
  await mustEdit(office, by, one?.channel ?? channel);
  if (one?.bureauKey !== undefined) await bureauFor(office, by, one.bureauKey);
  if (one && one.bureauKey === undefined && one.channel === undefined) await mustLookAfterAll(office, by);
  return office.store.switches.end(id, by);
}

async function mustLookAfterAll(office: Office, by: string): Promise<void> {
  if (!(await office.colleague(by)).admin) throw adminNeeded();
}

/** The bureau, if the person may decide about its latest report. */
async function bureauFor(office: Office, by: string, bureauKey: string | undefined) {
  if (!bureauKey) throw bureauNeeded();
  const { store } = office;
  const year = (await store.reports.bureaus()).find((bureau) => bureau.bureauKey === bureauKey)?.years.at(-1);
  const file = year === undefined ? undefined : await store.cases.get({ bureauKey, year });
  if (!file) throw unknownReport();
  await mustAct(office, by, file);
  return { bureauKey, bureau: file.stored.bureau };
}
