import type { Origin } from '../store/store.ts';
import type { Channels } from './channels.ts';

type Seen = Pick<Origin, 'scope' | 'channel' | 'user'>;

/** What one person may see: all that is public, private channels they are in, what they sent us themselves. */
export const visibleToPerson =
  (channels: Channels, user: string) =>
  async (origin: Seen): Promise<boolean> => {
    if (origin.scope === 'workspace') return true;
    if (origin.scope === 'person') return origin.user === user;
    return origin.channel !== undefined && (await channels.members(origin.channel)).has(user);
  };

/** What may be said where everybody in a channel reads it: all that is public, and what came from this very channel. */
export const visibleInChannel =
  (channel: string) =>
  (origin: Seen): boolean =>
    origin.scope === 'workspace' || origin.channel === channel;
