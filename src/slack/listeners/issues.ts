import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { decide } from '../../casework/decide.ts';
import type { CaseName } from '../../casework/find-case.ts';
import type { Office } from '../../casework/office.ts';
import { outdated } from '../../casework/refusals.ts';
import { mustAct } from '../../casework/rights.ts';
import { undo } from '../../casework/undo.ts';
import { checks } from '../../checks/index.ts';
import type { Act } from '../../report/issue.ts';
import type { CaseFile, NumberedIssue } from '../../store/case-store.ts';
import { actionIds } from '../../views/actions.ts';
import {
  assignForm,
  correctForm,
  type FormSubject,
  ignoreForm,
  readingWindow,
  snoozeForm,
} from '../../views/issue-forms.ts';
import type { Locale } from '../../views/message.ts';
import { actText } from '../../views/report/decided.ts';
import { say } from '../../views/words/say.ts';
import { namesOf } from '../case-messages.ts';
import { choiceOf } from '../correctable.ts';
import type { Desk } from '../desk.ts';
import { openEvidence, showEvidence } from '../evidence.ts';
import { namedAt, seenIssue, threadOf } from '../issue-click.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { type Opener, showWindow } from '../windows.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** One click on an issue: who, on what, and what it had come to by then. */
export interface Click {
  desk: Desk;
  office: Office;
  user: string;
  file: CaseFile;
  issue: NumberedIssue;
  name: CaseName;
  subject: FormSubject;
  open(view: ModalView): Promise<unknown>;
  /** What the click brings to open windows with. */
  opener: Opener;
  locale: Locale;
}

/** The buttons under an issue. What they decide lives in the store; the replies are drawn anew from there. */
export function registerIssues(app: App, desk: Desk): void {
  const office = officeOf(desk);
  const on = (action: string, handle: (click: Click, choice: string) => Promise<unknown>) =>
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, async () => {
        const { locale } = await desk.people.get(place.user);
        const words = chosenIn(body).split(' ');
        const ref = words.at(-1)!;
        const thread = threadOf(body);
        const name = await namedAt(desk, ref, place.channel, thread);
        const { file, issue } = await seenIssue(desk, place.user, name);
        const subject = { ref, seen: file.seen, channel: place.channel, thread };
        const open = (view: ModalView) => showWindow(desk, body, view);
        await handle(
          { desk, office, user: place.user, file, issue, name, subject, open, opener: body, locale },
          words[0]!,
        );
      });
    });

  on(actionIds.issueConfirm, ({ user, name, file }) => decide(office, user, name, { act: 'confirm' }, file.seen));
  on(actionIds.issueUndo, ({ user, name }) => undo(office, user, name));
  on(actionIds.issueSource, source);
  on(actionIds.issueIgnore, forms.ignore);
  on(actionIds.issueCorrect, forms.correct);
  on(actionIds.openForm, openNamed);
  on(actionIds.issueMore, openNamed);
}

/** Where the report is discussed, a reply that everybody sees; elsewhere (待办, an answer), a window. */
async function source({ desk, user, file, issue, subject, opener }: Click): Promise<void> {
  const { channel, thread } = subject;
  const isItsThread = file.stored.origins.some((origin) => origin.channel === channel && origin.thread === thread);
  if (isItsThread) return showEvidence(desk, { file, issue, user }, { channel, thread });
  await openEvidence(desk, { file, issue, user }, opener, subject.ref);
}

/** What a menu or a button names; one that only an older program knew says so. */
function openNamed(click: Click, what: string): Promise<unknown> {
  if (!Object.hasOwn(forms, what)) throw outdated();
  return forms[what as keyof typeof forms](click);
}

/** Who may not act learns so before filling in a form. */
const form = (draw: (click: Click) => ModalView) => async (click: Click) => {
  await mustAct(click.office, click.user, click.file);
  return click.open(draw(click));
};

/** What opens behind the buttons and the menus of an issue. */
const forms = {
  /** The entry is a link, which Slack follows by itself. */
  open: () => Promise.resolve(),
  mine: ({ office, user, name, file }: Click) => decide(office, user, name, { act: 'assign', to: user }, file.seen),
  source,
  ignore: form(({ subject, issue, locale }) => ignoreForm(subject, issue.finding.message[locale], locale)),
  correct: form(({ subject, file, issue, name, locale }) =>
    correctForm(subject, issue.finding.message[locale], choiceOf(file, name, undefined, locale), locale),
  ),
  assign: form(({ subject, issue, locale }) => assignForm(subject, issue.finding.message[locale], locale)),
  snooze: form(({ subject, issue, locale }) => snoozeForm(subject, issue.finding.message[locale], locale)),
  async history({ desk, open, file, issue, locale }: Click) {
    const lines = await historyOf(desk, file, issue, locale);
    return open(readingWindow(say(locale, 'form.history.title'), lines, locale));
  },
  explain({ open, file, issue, locale }: Click) {
    const check = checks.find(({ id }) => id === issue.finding.check);
    const { bureau } = file.stored;
    const lines = check
      ? [
          `${check.title[locale]}（${check.id}）`,
          check.docs[locale],
          say(locale, 'form.explain.switch', { id: check.id, bureau }),
        ]
      : [];
    return open(readingWindow(say(locale, 'form.explain.title'), lines, locale));
  },
};

/** What happened to an issue, oldest first; a reply that was deleted or changed is not told in its old words. */
export async function historyOf(desk: Desk, file: CaseFile, issue: NumberedIssue, locale: Locale): Promise<string[]> {
  const concerns = (act: Act): boolean => {
    if (act.act === 'observed') return act.seen.some((sighting) => sighting.issue === issue.id);
    if (act.act === 'note' || act.act === 'unnote') return false;
    if (act.act === 'undo') {
      const undone = file.acts[act.of - 1];
      return undone !== undefined && undone.act !== 'undo' && concerns(undone);
    }
    return 'issue' in act && act.issue === issue.id;
  };
  const mine = [...file.acts.filter(concerns), ...issue.notes].sort((a, b) => a.at.localeCompare(b.at));
  const names = await namesOf(
    desk,
    mine.flatMap((act) => ('to' in act && act.to ? [act.by, act.to] : [act.by])),
    locale,
  );
  return mine.flatMap(
    (act) => actText(act, names, locale, act.act === 'undo' ? file.acts[act.of - 1] : undefined) ?? [],
  );
}
