import type { App, BlockAction } from '@slack/bolt';
import { actionIds } from '../../views/actions.ts';
import type { Desk } from '../desk.ts';
import type { HomeTabs } from '../home-tab.ts';
import { tellingOnFailure } from '../question.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** The Home tab: drawn whenever somebody opens it, and for another year when one is chosen. */
export function registerHome(app: App, desk: Desk, tabs: HomeTabs): void {
  app.event('app_home_opened', async ({ event: { user, tab } }) => {
    if (tab === 'home') await tabs.show(user);
  });

  app.action<BlockAction>(named(actionIds.homeYear), async ({ ack, body }) => {
    await ack();
    const place = placeOf(body);
    const year = Number(chosenIn(body)) || undefined;
    await tellingOnFailure(desk, place, undefined, () => tabs.show(place.user, year));
  });
}
