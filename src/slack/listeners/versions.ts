import type { App, BlockAction } from '@slack/bolt';
import { caseName } from '../../casework/find-case.ts';
import { adopt } from '../../casework/versions.ts';
import { actionIds } from '../../views/actions.ts';
import type { Desk } from '../desk.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { refreshCase } from '../refresh-case.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** 采用 v2, 改回 v1, 保留 v1: which file answers for a bureau and year. */
export function registerVersions(app: App, desk: Desk): void {
  for (const action of [actionIds.adoptVersion, actionIds.keepVersion])
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, async () => {
        const file = await adopt(officeOf(desk), place.user, caseName(chosenIn(body)));
        await refreshCase(desk, file);
      });
    });
}
