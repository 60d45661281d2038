import { today } from '../casework/office.ts';
import { bureauNeeded } from '../casework/refusals.ts';
import { switchWords } from '../casework/switch-words.ts';
import { restoreCheck, type SwitchWish, turnCheck } from '../casework/switches.ts';
import { checks } from '../checks/index.ts';
import { openDirectory } from '../commands/names/library.ts';
import { understand } from '../commands/question/understand.ts';
import { scopeOf } from '../commands/scope.ts';
import { inReach, isOn } from '../report/switch.ts';
import type { Message } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { checkTitle, reachText } from '../views/switches.ts';
import { say } from '../views/words/say.ts';
import type { Desk } from './desk.ts';
import { officeOf } from './office.ts';
import { visibleToPerson } from './visibility.ts';

/** Turns a check off or down in a person's name, brings the reports it reaches up to date, and says what was done. */
export async function switchCheck(desk: Desk, user: string, wish: SwitchWish): Promise<() => Promise<Message>> {
  const kept = await turnCheck(officeOf(desk), user, wish);
  return async () => {
    const { locale } = await desk.people.get(user);
    await desk.store.switches.settle();
    return wordsMessage(
      say(locale, 'switch.done', {
        state: say(locale, `switch.state.${kept.to}`),
        title: checkTitle(kept.check, locale),
        reach: reachText(kept, wish.channel, locale),
        until: kept.until,
        count: await desk.store.switches.matches(kept),
      }),
    );
  };
}

/**
 * Does what words say of a check, with the rights of the buttons: off or down with a reason and an end date, or on again.
 * A string is the question to answer instead: no more than 关闭, or 恢复 where several could be meant, asks for the check's
 * card. Throws what the buttons would refuse.
 */
export async function switchAsSaid(
  desk: Desk,
  { text, user, channel }: { text: string; user: string; channel: string },
): Promise<Message | string> {
  const office = officeOf(desk);
  const said = switchWords(text, today(office));
  if (!said || !checks.some(({ id }) => id === said.check)) return text;
  const { check, to, reach, place, until, reason } = said;
  const bureauKey = place && reach === undefined ? await bureauNamed(desk, user, place) : undefined;
  const card = `检查 ${check}`;
  if (to === 'on') return (await restore(desk, { user, channel }, { check, reach, bureauKey })) ?? card;
  if (!place && !reach && !until && !reason) return card;
  const wish: SwitchWish = {
    ...{ check, to, channel, reach: bureauKey === undefined ? (reach ?? 'channel') : 'bureau' },
    ...(bureauKey !== undefined && { bureauKey }),
    ...(reason && { reason }),
    ...(until && { until }),
  };
  return (await switchCheck(desk, user, wish))();
}

/** The key of the one bureau that words name, among those that the person may see. Throws where they name none, or several. */
async function bureauNamed(desk: Desk, user: string, words: string): Promise<string> {
  const { locale } = await desk.people.get(user);
  const asker = { locale, team: desk.self.team, user, maySee: visibleToPerson(desk.channels, user) };
  const directory = await openDirectory({ store: desk.store, asker });
  const question = understand(words, directory, { thisYear: desk.now().getFullYear(), chosen: new Map() });
  const [one, ...others] = question.places.length ? scopeOf(question, directory).bureaus : [];
  if (!one || others.length) throw bureauNeeded();
  return one.key;
}

/** Ends the one switch that words mean; `undefined` where there is none or several, which the card shows with buttons. */
async function restore(
  desk: Desk,
  { user, channel }: { user: string; channel: string },
  { check, reach, bureauKey }: { check: string; reach?: string | undefined; bureauKey?: string | undefined },
): Promise<Message | undefined> {
  const office = officeOf(desk);
  const meant = (await desk.store.switches.list()).filter((one) => {
    if (one.check !== check || !isOn(one, today(office))) return false;
    if (bureauKey !== undefined) return one.bureauKey === bureauKey;
    if (reach === 'everywhere') return one.bureauKey === undefined && one.channel === undefined;
    if (reach === 'channel') return one.channel === channel;
    return inReach(one, { bureauKey: one.bureauKey ?? null, channel });
  });
  const [one, ...others] = meant;
  if (!one || others.length) return undefined;
  await restoreCheck(office, user, one.id, channel);
  await desk.store.switches.settle();
  const { locale } = await desk.people.get(user);
  return wordsMessage(
    say(locale, 'switch.restored', { title: checkTitle(check, locale), reach: reachText(one, channel, locale) }),
  );
}
