import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { caseName } from '../../casework/find-case.ts';
import { mustAct } from '../../casework/rights.ts';
import type { Address, Report } from '../../report/report.ts';
import type { CaseFile } from '../../store/case-store.ts';
import { actionIds } from '../../views/actions.ts';
import { correctForm } from '../../views/issue-forms.ts';
import type { Locale } from '../../views/message.ts';
import { changesWindow, sourceWindow, tablesWindow, textWindow } from '../../views/report/windows.ts';
import { say } from '../../views/words/say.ts';
import { choiceOf } from '../correctable.ts';
import type { Desk } from '../desk.ts';
import { seenCase, threadOf } from '../issue-click.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** The cells that a summary shows. */
const shown: readonly Address[] = [
  'disclosures.licences.decisions',
  'disclosures.penalties.decisions',
  'disclosures.coerciveMeasures.decisions',
  'disclosures.fees.amount',
  'applications.received.total',
  'applications.concluded.total',
  'applications.carriedOut.total',
  'disputes.reconsideration.total',
  'disputes.litigation.total',
  'disputes.litigationAfterReconsideration.total',
];

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
        await desk.clients.fast.views.open({ trigger_id: body.trigger_id, view: await view(file, locale, body) });
      });
    });

  on(actionIds.showTables, ({ report }, locale) => tablesWindow(report, locale));
  on(actionIds.showText, ({ report }, locale) => textWindow(report, locale));
  on(actionIds.showSource, ({ report }, locale) => sourceWindow(report, shownIn(report), [], locale));
  on(actionIds.showChanges, async ({ report, bureauKey, year }, locale) => {
    const previous = await desk.store.cases.get({ bureauKey, year: year - 1 });
    return changesWindow(report, previous?.report, locale);
  });
  on(actionIds.correct, async (file, locale, body) => {
    const { user, channel } = placeOf(body);
    await mustAct(officeOf(desk), user, file);
    const ref = chosenIn(body);
    const subject = { ref, seen: file.seen, channel, thread: threadOf(body) };
    const title = say(locale, 'report.name', { bureau: file.stored.bureau, year: file.year });
    return correctForm(subject, title, choiceOf(file, caseName(ref), undefined, locale), locale);
  });
}

const shownIn = ({ forms }: Report): Address[] =>
  shown.filter((address) => forms.disclosures !== '2019' || address !== 'disclosures.fees.amount');
