import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type ChannelSettings, settingsSchema } from '../report/channel-settings.ts';
import type { Store } from '../store/store.ts';
import { whomToAsk } from './editors.ts';
import type { Office } from './office.ts';
import { guestOnlyReads } from './refusals.ts';

const changeSchema = z.object({ at: z.string(), by: z.string(), before: settingsSchema, after: settingsSchema });
export type SettingsChange = z.infer<typeof changeSchema>;

const kept = (store: Store) => store.collection('channel-settings', settingsSchema);
const changes = (store: Store) => store.collection('channel-settings-changes', changeSchema);

export const settingsOf = async (store: Store, channel: string | undefined): Promise<ChannelSettings> =>
  (channel && (await kept(store).get(channel))) || settingsSchema.parse({});

export const hasSettings = async (store: Store, channel: string): Promise<boolean> =>
  (await kept(store).get(channel)) !== undefined;

/** Channels that have chosen something. */
export const channelsWithSettings = (store: Store): AsyncIterable<[string, ChannelSettings]> => kept(store).entries();

/**
 * Changes what a channel has chosen and writes down who did, before and after. Guests may not; where editors are named,
 * only they and those who look after the workspace.
 */
export async function changeSettings(
  office: Office,
  by: string,
  channel: string,
  after: ChannelSettings,
): Promise<ChannelSettings> {
  const { store } = office;
  const person = await office.colleague(by);
  if (person.guest) throw guestOnlyReads();
  return store.exclusively(`settings ${channel}`, async () => {
    const before = await settingsOf(store, channel);
    if (before.editors.length && !before.editors.includes(by) && !person.admin) {
      throw await whomToAsk(office, before.editors);
    }
    const checked = settingsSchema.parse(after);
    if (isDeepStrictEqual(before, checked)) return checked;
    const at = office.now().toISOString();
    await changes(store).set(`${channel}/${at}`, { at, by, before, after: checked });
    await kept(store).set(channel, checked);
    return checked;
  });
}

/** Who changed a channel's settings, oldest first. */
export async function settingsHistory(store: Store, channel: string): Promise<SettingsChange[]> {
  const found: SettingsChange[] = [];
  for await (const [, change] of changes(store).entries(`${channel}/`)) found.push(change);
  return found.sort((a, b) => a.at.localeCompare(b.at));
}
