import type { Office } from '../casework/office.ts';
import type { Desk } from './desk.ts';
import { visibleToPerson } from './visibility.ts';

/** Casework in this workspace: who people are and what they may see is what Slack says. */
export const officeOf = ({
  store,
  people,
  channels,
  now,
}: Pick<Desk, 'store' | 'people' | 'channels' | 'now'>): Office => ({
  store,
  now,
  colleague: (user) => people.get(user),
  maySee: (user, origin) => visibleToPerson(channels, user)(origin),
});
