import type { App, BlockAction } from '@slack/bolt';
import { caseName, findCase } from '../../casework/find-case.ts';
import { draftLetter } from '../../casework/letter.ts';
import { letterDocx } from '../../casework/letter-docx.ts';
import { mustSee } from '../../casework/rights.ts';
import { settingsOf } from '../../casework/settings.ts';
import { actionIds } from '../../views/actions.ts';
import { letterForm, letterFrom } from '../../views/letter-form.ts';
import { wordsMessage } from '../../views/plain-words.ts';
import { say } from '../../views/words/say.ts';
import { namesOf } from '../case-messages.ts';
import type { Desk } from '../desk.ts';
import { tellDirectly } from '../direct.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** 核实函: drafted from what was confirmed, edited in a form, and handed over as files: to the person, and in the thread if wished. */
export function registerLetters(app: App, desk: Desk): void {
  const office = officeOf(desk);
  app.action<BlockAction>(named(actionIds.draftLetter), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, () =>
      openLetter(desk, { user: place.user, ref: chosenIn(body), trigger: body.trigger_id }),
    );
  });

  app.view('letter', async ({ ack, body, view }) => {
    await ack();
    const user = body.user.id;
    await tellingOnFailure(desk, { user, channel: '' }, undefined, async () => {
      const { locale } = await desk.people.get(user);
      const file = await findCase(desk.store, caseName(view.private_metadata));
      await mustSee(office, user, file);
      const { values } = view.state;
      const fields = view.blocks.flatMap(({ block_id = '' }) => (/^text( \d+)?$/.test(block_id) ? [block_id] : []));
      const text = letterFrom(fields.map((field) => values[field]?.text?.value));
      const name = `核实函_${file.stored.bureau.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 60)}_${file.year}`;
      const files = [
        { name: `${name}.docx`, bytes: await letterDocx(text) },
        { name: `${name}.txt`, bytes: Buffer.from(`\ufeff${text}`) },
      ];
      const mark = `letter ${user} ${view.id}`;
      await tellDirectly(desk, user, { ...wordsMessage(say(locale, 'letter.sent')), files }, mark);
      const { channel, thread } = file.stored.origin;
      if (!channel || !thread || values.to?.to?.selected_option?.value !== 'thread') return;
      const names = await namesOf(desk, [user], locale);
      const there = (await settingsOf(desk.store, channel)).locale;
      const message = { ...wordsMessage(say(there, 'letter.sentBy', { who: names(user) })), files };
      await desk.courier.post({ channel, thread }, message, { mark: `${mark} thread` });
    });
  });
}

/** Opens the draft for a report, to be edited; who may not see the report, or where nothing is confirmed, is told so. */
export async function openLetter(
  desk: Desk,
  { user, ref, trigger }: { user: string; ref: string; trigger: string },
): Promise<void> {
  const { locale } = await desk.people.get(user);
  const name = caseName(ref);
  const { text } = await draftLetter(officeOf(desk), user, name);
  const { channel, thread } = (await findCase(desk.store, name)).stored.origin;
  const view = letterForm(ref, text, channel !== undefined && thread !== undefined, locale);
  await desk.clients.fast.views.open({ trigger_id: trigger, view });
}
