import type { App, BlockAction } from '@slack/bolt';
import { actionIds } from '../../views/actions.ts';
import type { Desk } from '../desk.ts';
import { answerInWindow, answerPrivately, answerPublicly, tellingOnFailure } from '../question.ts';

/** The buttons of answers: their values are questions, which are asked again at every click. */
export function registerButtons(app: App, desk: Desk): void {
  app.action<BlockAction>(named(actionIds.ask), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    const text = chosenIn(body);
    const replace = body.container.is_ephemeral === true;
    // On the Home tab and in windows there is no channel, and no address to answer to.
    await tellingOnFailure(desk, place, respond, () =>
      place.channel
        ? answerPrivately(desk, { ...place, text }, respond, { replace })
        : answerInWindow(desk, { user: place.user, text }, body),
    );
  });

  app.action<BlockAction>(named(actionIds.publish), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    const text = chosenIn(body);
    await tellingOnFailure(desk, place, respond, () => answerPublicly(desk, { ...place, text }, respond));
  });
}

/** `ask`, and `ask:2` where a message has several of the kind. */
export const named = (action: string): RegExp => new RegExp(`^${action.replaceAll('.', '\\.')}(:\\d+)?$`);

/** Who clicked, and where the answer goes. */
export function placeOf({ user, channel, container }: BlockAction) {
  const thread = container.thread_ts as string | undefined;
  return { user: user.id, channel: channel?.id ?? '', ...(thread && { thread }) };
}

/** What a button or a choice stands for. */
export function chosenIn({ actions: [action] }: BlockAction): string {
  if (!action) return '';
  if ('selected_conversation' in action) return action.selected_conversation ?? '';
  if ('selected_option' in action) return action.selected_option?.value ?? '';
  return 'value' in action ? (action.value ?? '') : '';
}
