import type { App, BlockAction } from '@slack/bolt';
import { identityFrom } from '../../casework/identity.ts';
import { unknownQuestion } from '../../casework/refusals.ts';
import { mustEdit } from '../../casework/rights.ts';
import { GovinfoError } from '../../errors.ts';
import { actionIds } from '../../views/actions.ts';
import { identityForm } from '../../views/report/identity-question.ts';
import { answerQuestion, takeBack } from '../answer-question.ts';
import type { Desk } from '../desk.ts';
import { findQuestion } from '../identity-question.ts';
import { officeOf } from '../office.ts';
import { sentenceFor, tellingOnFailure } from '../question.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** Whose report a file is, where it does not say or says two things: by button or form, and taken back. */
export function registerIdentity(app: App, desk: Desk): void {
  const on = (action: string, handle: (click: { user: string; value: string; trigger: string }) => Promise<void>) =>
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, () =>
        handle({ user: place.user, value: chosenIn(body), trigger: body.trigger_id }),
      );
    });

  on(actionIds.fileAs, async ({ user, value }) => {
    const [id = '', index = ''] = value.split('/');
    const identity = (await findQuestion(desk, id)).doubt.candidates[Number(index)];
    if (!identity) throw unknownQuestion();
    await answerQuestion(desk, id, user, identity);
  });

  on(actionIds.unfile, ({ user, value }) => takeBack(desk, value, user));

  on(actionIds.fileOther, async ({ user, value, trigger }) => {
    const { upload, said } = await findQuestion(desk, value);
    await mustEdit(officeOf(desk), user, upload.channel);
    const { locale } = await desk.people.get(user);
    await desk.clients.fast.views.open({ trigger_id: trigger, view: identityForm(value, said, locale) });
  });

  app.view('identity', async ({ ack, body, view }) => {
    const user = body.user.id;
    const id = view.private_metadata;
    const typed = (name: string) => view.state.values[name]?.[name]?.value ?? '';
    try {
      const { upload } = await findQuestion(desk, id);
      const identity = identityFrom({ bureau: typed('bureau'), year: typed('year') }, desk.now());
      await ack();
      const { channel, thread } = upload;
      await tellingOnFailure(desk, { user, channel, thread }, undefined, () =>
        answerQuestion(desk, id, user, identity),
      );
    } catch (error) {
      const words = sentenceFor(desk, error, { user, form: 'identity' });
      const field = error instanceof GovinfoError && error.code === 'E-YEAR' ? 'year' : 'bureau';
      const { locale } = await desk.people.get(user);
      await ack({ response_action: 'errors', errors: { [field]: words[locale] } });
    }
  });
}
