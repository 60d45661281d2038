import type { App, MessageShortcut } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { queryModal, queryText } from '../../views/query-modal.ts';
import { say } from '../../views/words/say.ts';
import type { Desk } from '../desk.ts';
import { directChannel } from '../direct.ts';
import type { Intake } from '../intake.ts';
import { answerPublicly, tellingOnFailure } from '../question.ts';
import { uploadOf } from '../upload.ts';

/** 核对年报 on a message, 查询年报 anywhere. */
export function registerShortcuts(app: App, desk: Desk, intake: Intake): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: 'check_report' }, async (args) => {
    const { ack, shortcut, respond } = args;
    await ack();
    const place = { user: shortcut.user.id, channel: shortcut.channel.id };
    await tellingOnFailure(desk, place, respond, async () => {
      const { locale } = await desk.people.get(place.user);
      const upload = uploadOf(
        { ...shortcut.message, channel: place.channel, subtype: undefined },
        { team: desk.self.team, botUser: desk.self.botUser, receivedAt: desk.now().toISOString() },
      );
      // Asked by hand: it is read again even if it was read before, and nothing goes unanswered.
      if (upload)
        await intake.take({ ...upload, id: `${upload.id}/${shortcut.action_ts}`, again: true, mentioned: true });
      const text = say(locale, upload ? 'shortcut.taken' : 'shortcut.noFile');
      await respond({ text, response_type: 'ephemeral', replace_original: false });
    });
  });

  app.shortcut({ type: 'shortcut', callback_id: 'open_query' }, async ({ ack, shortcut }) => {
    await ack();
    // A trigger lives three seconds: the form comes before anything that has to be looked up.
    await desk.clients.fast.views
      .open({ trigger_id: shortcut.trigger_id, view: queryModal(desk.people.known(shortcut.user.id)?.locale ?? 'zh') })
      .catch((error: unknown) => {
        if (!(error instanceof WebAPIPlatformError)) throw error;
        desk.log.warn({ err: error }, 'the query form came too late');
      });
  });

  app.view('query', async ({ ack, body, view }) => {
    await ack();
    const user = body.user.id;
    await tellingOnFailure(desk, { user, channel: '' }, undefined, async () =>
      answerPublicly(desk, { text: queryText(view), user, channel: await directChannel(desk, user) }),
    );
  });
}
