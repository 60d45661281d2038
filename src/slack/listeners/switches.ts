import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { today } from '../../casework/office.ts';
import { outdated } from '../../casework/refusals.ts';
import { mustEdit } from '../../casework/rights.ts';
import { restoreCheck, type SwitchWish } from '../../casework/switches.ts';
import { checks } from '../../checks/index.ts';
import { GovinfoError } from '../../errors.ts';
import { actionIds } from '../../views/actions.ts';
import { switchForm } from '../../views/switch-form.ts';
import type { Desk } from '../desk.ts';
import { tellDirectly } from '../direct.ts';
import { officeOf } from '../office.ts';
import { answerPrivately, sentenceFor, tellingOnFailure } from '../question.ts';
import { switchCheck } from '../switch-check.ts';
import { visibleToPerson } from '../visibility.ts';
import { showWindow } from '../windows.ts';
import { chosenIn, named, placeOf } from './buttons.ts';
import { filled } from './issue-forms.ts';

const subjectSchema = z.object({ check: z.string(), to: z.enum(['off', 'lower']), channel: z.string() });
const fieldOf: Record<string, string> = {
  'E-NOTE-LONG': 'note',
  'E-NOTE-MISSING': 'note',
  'E-DAY-MISSING': 'until',
  'E-DAY-PAST': 'until',
  'E-BUREAU-MISSING': 'bureau',
};
const year = 365 * 24 * 3600 * 1000;

/** The buttons on a check's card: turn it off or down, and on again. The reports it reaches are brought up to date after. */
export function registerSwitches(app: App, desk: Desk): void {
  const office = officeOf(desk);

  app.action<BlockAction>(named(actionIds.switchCheck), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      const [to, check = '', about] = chosenIn(body).split(' ');
      const known = checks.find(({ id }) => id === check);
      if (!known || (to !== 'off' && to !== 'lower')) throw outdated();
      const { user, channel } = place;
      await mustEdit(office, user, channel);
      const { locale, admin } = await desk.people.get(user);
      const bureaus = await bureausWith(desk, user, check, about);
      const until = new Date(Date.parse(today(office)) + year).toISOString().slice(0, 10);
      const choice = { title: known.title, bureaus, everywhere: admin, until };
      const view = switchForm({ check, to, channel }, choice, locale);
      await showWindow(desk, body, view);
    });
  });

  app.view('switch', async ({ ack, body, view }) => {
    const user = body.user.id;
    const subject = subjectSchema.parse(JSON.parse(view.private_metadata));
    const { locale } = await desk.people.get(user);
    const { reach, bureau, note, until } = filled(view);
    try {
      const wish = { ...subject, reach, ...(bureau && { bureauKey: bureau }), reason: note, until } as SwitchWish;
      const done = await switchCheck(desk, user, wish);
      await ack();
      const { channel } = subject;
      await tellingOnFailure(desk, { user, channel }, undefined, async () => {
        const message = await done();
        if (channel) await desk.courier.whisper({ user, channel }, message);
        else await tellDirectly(desk, user, message, `switch ${user} ${view.id}`);
      });
    } catch (error) {
      const words = sentenceFor(desk, error, { user, form: 'switch' })[locale];
      const field = fieldOf[error instanceof GovinfoError ? error.code : ''] ?? 'reach';
      const shown = view.blocks.some(({ block_id }) => block_id === field) ? field : 'reach';
      await ack({ response_action: 'errors', errors: { [shown]: words } });
    }
  });

  app.action<BlockAction>(named(actionIds.restoreCheck), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      const { check } = await restoreCheck(office, place.user, chosenIn(body), place.channel);
      await desk.store.switches.settle();
      const replace = body.container.is_ephemeral === true;
      await answerPrivately(desk, { ...place, text: `检查 ${check}` }, respond, { replace });
    });
  });
}

/** The bureau that was asked about, or those that the person may see in which the check finds something now. */
async function bureausWith({ store, channels }: Desk, user: string, check: string, about: string | undefined) {
  const maySee = visibleToPerson(channels, user);
  const found = new Map<string, string>();
  for (const year of (await store.reports.years()).reverse())
    for (const { bureauKey, bureau, found: checks, origins } of await store.reports.year(year)) {
      if (about === undefined ? !checks.includes(check) : bureauKey !== about) continue;
      if (!found.has(bureauKey) && (await Promise.all(origins.map(maySee))).includes(true))
        found.set(bureauKey, bureau);
    }
  return [...found].map(([key, name]) => ({ key, name }));
}
