import type { App, BlockAction } from '@slack/bolt';
import { outdated } from '../../casework/refusals.ts';
import { mustEdit } from '../../casework/rights.ts';
import { GovinfoError } from '../../errors.ts';
import { actionIds } from '../../views/actions.ts';
import type { Desk } from '../desk.ts';
import type { Intake } from '../intake.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { uploadOf } from '../upload.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** 重试 and 这不是年报, under a file that could not be read. */
export function registerRetries(app: App, desk: Desk, intake: Intake): void {
  app.action<BlockAction>(named(actionIds.retryFile), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      await mustEdit(officeOf(desk), place.user, place.channel);
      const { channel, thread, ts } = messageIn(chosenIn(body));
      const page = await desk.queues.read(() =>
        desk.clients.bulk.conversations.replies({
          channel,
          ts: thread,
          oldest: ts,
          latest: ts,
          inclusive: true,
          limit: 5,
        }),
      );
      const message = page.messages?.find((one) => one.ts === ts);
      const { team, botUser } = desk.self;
      const upload =
        message && uploadOf({ ...message, channel }, { team, botUser, receivedAt: desk.now().toISOString() });
      if (!upload) throw gone();
      const at = body.actions[0]?.action_ts ?? '';
      await intake.take({ ...upload, id: `${upload.id}/${at}`, again: true, mentioned: true });
    });
  });

  app.action<BlockAction>(named(actionIds.notAReport), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      await mustEdit(officeOf(desk), place.user, place.channel);
      const { channel, ts } = messageIn(chosenIn(body));
      const answer = body.message?.ts;
      if (answer) await desk.queues.post(channel, () => desk.clients.post.chat.delete({ channel, ts: answer }));
      await desk.courier.unreact({ channel, ts }, 'x');
      await desk.courier.unreact({ channel, ts }, 'eyes');
    });
  });
}

/** The message that a button names; buttons of older programs may name none. */
function messageIn(value: string): { channel: string; thread: string; ts: string } {
  const [, channel, thread, ts] = /^([CDG]\w+)\/(\d+\.\d+)\/(\d+\.\d+)$/.exec(value) ?? [];
  if (!channel || !thread || !ts) throw outdated();
  return { channel, thread, ts };
}

const gone = () =>
  new GovinfoError('E-FILE-UNAVAILABLE', {
    zh: '拿不到这条消息里的文件，请重新上传',
    en: 'the file of that message is out of reach; please upload it again',
  });
