import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { caseName, issueIn } from '../../casework/find-case.ts';
import { outdated } from '../../casework/refusals.ts';
import { mustAct } from '../../casework/rights.ts';
import { settingsOf } from '../../casework/settings.ts';
import { doubtfulCells } from '../../report/doubt.ts';
import type { CaseFile } from '../../store/case-store.ts';
import { actionIds } from '../../views/actions.ts';
import { correctForm, readingWindow } from '../../views/issue-forms.ts';
import type { Locale } from '../../views/message.ts';
import { postButton, tablesMessage, textMessage } from '../../views/report/posted.ts';
import { changesWindow, tablesWindow, textWindow } from '../../views/report/windows.ts';
import { say } from '../../views/words/say.ts';
import { choiceOf } from '../correctable.ts';
import type { Desk } from '../desk.ts';
import { openEvidence, showEvidence } from '../evidence.ts';
import { namedAt, seenCase, threadOf } from '../issue-click.ts';
import { officeOf } from '../office.ts';
import { answerPrivately, tellingOnFailure } from '../question.ts';
import { showWindow } from '../windows.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** The buttons under a summary: windows to read, for whoever may see the report, and the form to correct a number. */
export function registerReports(app: App, desk: Desk): void {
  const on = (
    action: string,
    view: (file: CaseFile, locale: Locale, body: BlockAction) => ModalView | Promise<ModalView>,
  ) =>
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, async () => {
        const { locale } = await desk.people.get(place.user);
        const file = await seenCase(desk, place.user, caseName(chosenIn(body)));
        await showWindow(desk, body, await view(file, locale, body));
      });
    });

  on(actionIds.showTables, (file, locale, body) =>
    tablesWindow(markedIn(file), locale, postButton('tables', placeIn(body), chosenIn(body), locale)),
  );
  on(actionIds.showText, ({ report }, locale, body) =>
    textWindow(report, locale, postButton('text', placeIn(body), chosenIn(body), locale)),
  );
  on(actionIds.showChanges, (file, locale) => changesOf(desk, file, locale));
  on(actionIds.correct, async (file, locale, body) => {
    const { user, channel } = placeOf(body);
    await mustAct(officeOf(desk), user, file);
    const ref = chosenIn(body);
    const subject = { ref, seen: file.seen, channel, thread: threadOf(body) };
    const title = say(locale, 'report.name', { bureau: file.stored.bureau, year: file.year });
    return correctForm(subject, title, choiceOf(file, caseName(ref), undefined, locale), locale);
  });

  /** ⋯: 全部变动 in a window, 同类对比 as an answer to the one who asks. */
  app.action<BlockAction>(named(actionIds.reportMore), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      const [what, ref = ''] = chosenIn(body).split(' ');
      const file = await seenCase(desk, place.user, caseName(ref));
      const { locale } = await desk.people.get(place.user);
      if (what === 'changes') await showWindow(desk, body, await changesOf(desk, file, locale));
      else if (what === 'peers')
        await answerPrivately(desk, { ...place, text: `同类对比 ${file.stored.bureau} ${file.year}` }, respond);
      else throw outdated();
    });
  });

  app.action<BlockAction>(named(actionIds.showSource), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      const ref = chosenIn(body);
      const file = await seenCase(desk, place.user, caseName(ref));
      const at = { channel: place.channel, thread: threadOf(body) };
      const shown = { file, user: place.user };
      if (isThreadOf(file, at)) await showEvidence(desk, shown, at);
      else await openEvidence(desk, shown, body, ref);
    });
  });

  /** 发到本帖: what a window shows, for everybody in the thread; said in the window where it is done. */
  app.action<BlockAction>(named(actionIds.postWindow), async ({ ack, body }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, undefined, async () => {
      const [what = '', thread = '', ref = ''] = chosenIn(body).split(' ');
      const { locale } = await desk.people.get(place.user);
      const told = (words: string) => readingWindow(say(locale, 'window.post'), [words], locale);
      const view_id = await showWindow(desk, body, told(say(locale, 'window.posting')));
      await postFromWindow(desk, place.user, { what, at: threadFrom(thread), ref });
      await desk.clients.fast.views.update({ view_id, view: told(say(locale, 'window.posted')) });
    });
  });
}

/** Where a click was made, as `<channel>/<thread>`. */
const placeIn = (body: BlockAction): string => `${placeOf(body).channel}/${threadOf(body)}`;
const threadFrom = (text: string) => {
  const [channel = '', thread = ''] = text.split('/');
  return { channel, thread };
};
const isThreadOf = ({ stored }: CaseFile, { channel, thread }: { channel: string; thread: string }): boolean =>
  stored.origins.some((origin) => origin.channel === channel && origin.thread === thread);

/** The report as people settled it so far; what nobody has settled marks its cells. */
const markedIn = ({ report, issues }: CaseFile) => {
  const unsettled = issues.filter(({ state }) => state !== 'resolved' && state !== 'ignored');
  return { report, doubtful: doubtfulCells({ report, findings: unsettled.map(({ finding }) => finding) }) };
};

async function changesOf(desk: Desk, file: CaseFile, locale: Locale): Promise<ModalView> {
  const previous = await desk.store.cases.get({ bureauKey: file.bureauKey, year: file.year - 1 });
  return changesWindow(markedIn(file), previous && markedIn(previous), locale);
}

/** Posts in a thread what the report's own people may see there; elsewhere in the report's thread. */
async function postFromWindow(
  desk: Desk,
  user: string,
  { what, at, ref }: { what: string; at: { channel: string; thread: string }; ref: string },
): Promise<void> {
  const name = await namedAt(desk, ref, at.channel, at.thread);
  const file = await seenCase(desk, user, name);
  const { channel = '', thread = '' } = file.stored.origin;
  const to = isThreadOf(file, at) ? at : { channel, thread };
  if (!to.channel || !to.thread) throw outdated();
  if (what === 'source') {
    const issue = issueIn(file, name);
    return showEvidence(desk, { file, user, ...(issue && { issue }) }, to);
  }
  const { locale } = await settingsOf(desk.store, to.channel);
  const title = say(locale, 'report.name', { bureau: file.stored.bureau, year: file.year });
  if (what !== 'tables' && what !== 'text') throw outdated();
  const message =
    what === 'tables' ? tablesMessage(title, markedIn(file), locale) : textMessage(title, file.report, locale);
  const mark = `window ${what} ${ref} ${file.seen} ${to.channel}/${to.thread}`;
  await desk.courier.post(to, message, { mark, again: true });
}
