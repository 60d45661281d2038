import type { App, BlockAction } from '@slack/bolt';
import { nothingFailed, outdated } from '../../casework/refusals.ts';
import { mustEdit } from '../../casework/rights.ts';
import { actionIds } from '../../views/actions.ts';
import { redrawBoard } from '../batch.ts';
import type { Desk } from '../desk.ts';
import type { Intake } from '../intake.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { type Carrier, retryFiles } from '../retry.ts';
import { settleOutcome } from '../settle-outcome.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** 重试 and 这不是年报, under a file that could not be read. */
export function registerRetries(app: App, desk: Desk, intake: Intake): void {
  const on = (action: string, handle: (file: Carrier & { key?: string }, body: BlockAction) => Promise<unknown>) =>
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, async () => {
        await mustEdit(officeOf(desk), place.user, place.channel);
        await handle(fileIn(chosenIn(body)), body);
      });
    });

  on(actionIds.retryFile, ({ key, ...carrier }, body) =>
    retryFiles(desk, intake, carrier, { ...(key && { keys: [key] }), at: body.actions[0]?.action_ts ?? '' }),
  );

  on(actionIds.notAReport, async ({ channel, ts, key }, { message }) => {
    const upload = `${desk.self.team}/${channel}/${ts}`;
    const progress = await desk.progress.get(upload);
    const failed = key ? progress?.files[key]?.outcome : undefined;
    if (failed && failed.result !== 'failed' && failed.result !== 'asked') throw nothingFailed();
    if (key && failed) {
      await settleOutcome(desk, upload, key, { outcome: { result: 'silent', name: failed.name, toCheck: 0 } });
      if (progress?.batch) await redrawBoard(desk, progress.batch);
    }
    if (message?.ts) await desk.courier.remove({ channel, ts: message.ts });
    if (key && failed) return;
    for (const sign of ['x', 'eyes']) await desk.courier.unreact({ channel, ts }, sign);
  });
}

/** The file that a button names; buttons of older programs name only its message, or nothing. */
function fileIn(value: string): Carrier & { key?: string } {
  const [, channel, thread, ts, key] = /^([CDG]\w+)\/(\d+\.\d+)\/(\d+\.\d+)(?: (\S+))?$/.exec(value) ?? [];
  if (!channel || !thread || !ts) throw outdated();
  return { channel, thread, ts, ...(key && { key }) };
}
