import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { correct, foresee, rowCells, type Wish } from '../../casework/correct.ts';
import { checkDecision, type Decided, decide } from '../../casework/decide.ts';
import { type CaseName, issueIn } from '../../casework/find-case.ts';
import { today } from '../../casework/office.ts';
import { outdated } from '../../casework/refusals.ts';
import { mustAct } from '../../casework/rights.ts';
import { GovinfoError } from '../../errors.ts';
import { isAddress } from '../../report/address.ts';
import type { Address } from '../../report/report.ts';
import type { CaseFile } from '../../store/case-store.ts';
import { actionIds } from '../../views/actions.ts';
import { correctForm, type FormSubject } from '../../views/issue-forms.ts';
import type { Locale } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import { announceAssignee } from '../case-messages.ts';
import { choiceOf } from '../correctable.ts';
import type { Desk } from '../desk.ts';
import { namedAt, seenCase } from '../issue-click.ts';
import { officeOf } from '../office.ts';
import { sentenceFor, tellingOnFailure } from '../question.ts';

const subjectSchema = z.object({
  ref: z.string(),
  seen: z.number(),
  channel: z.string(),
  thread: z.string(),
  anyway: z.boolean().optional(),
});
/** What a form is about; one that was opened before an upgrade may say it otherwise. */
function subjectIn(metadata: string): FormSubject {
  const subject = subjectSchema.safeParse(parsed(metadata));
  if (!subject.success) throw outdated();
  return subject.data as FormSubject;
}
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const day = 24 * 3600 * 1000;

/** What a person filled in: the value of each field by its name, whatever kind of field it is. */
export function filled({ state }: Pick<ViewOutput, 'state'>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.values(state.values).flatMap((fields) =>
      Object.entries(fields).map(([name, field]) => [
        name,
        field.value ?? field.selected_option?.value ?? field.selected_date ?? field.selected_user ?? undefined,
      ]),
    ),
  );
}

/** Values by cell; a field that was left empty is no value. */
function filledValues({ state }: Pick<ViewOutput, 'state'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state.values).flatMap(([block, { value }]) => {
      const [, address] = /^value (.+)$/.exec(block) ?? [];
      return address && value?.value ? [[address, value.value]] : [];
    }),
  );
}

/** The field that a refusal belongs to; the others are told privately. */
const fieldOf: Record<string, string> = {
  'E-NOTE-LONG': 'note',
  'E-NOTE-MISSING': 'note',
  'E-DAY-MISSING': 'until',
  'E-DAY-PAST': 'until',
  'E-ASSIGNEE': 'to',
  'E-CELL-BEATEN': 'cell',
};

interface Submitted {
  user: string;
  subject: FormSubject;
  name: CaseName;
  view: ViewOutput;
  locale: Locale;
}

/** The forms behind the buttons of an issue: what is refused stands beside its field, and the form stays open. */
export function registerIssueForms(app: App, desk: Desk): void {
  const office = officeOf(desk);
  type Answer = { response_action: 'update'; view: ReturnType<typeof correctForm> } | undefined;
  const on = (callbackId: string, firstField: string, submit: (form: Submitted) => Promise<Answer>) =>
    app.view(callbackId, async ({ ack, body, view }) => {
      const user = body.user.id;
      const { locale } = await desk.people.get(user);
      try {
        const subject = subjectIn(view.private_metadata);
        const name = await namedAt(desk, subject.ref, subject.channel, subject.thread);
        const answer = await submit({ user, subject, name, view, locale });
        await (answer ? ack(answer) : ack());
      } catch (error) {
        const words = sentenceFor(desk, error, { user, form: callbackId })[locale];
        const code = error instanceof GovinfoError ? error.code : '';
        const named = view.blocks.map(({ block_id }) => block_id);
        const field = [fieldOf[code], code === 'E-NUMBER' ? valueField(view) : undefined, firstField].find(
          (id) => id && named.includes(id),
        );
        await ack({ response_action: 'errors', errors: { [field ?? firstField]: words } });
      }
    });

  const decideIn = (form: Submitted, decision: Decided) =>
    decide(office, form.user, form.name, decision, form.subject.seen);

  on('issue.ignore', 'reason', async (form) => {
    const { reason, reach, until, note } = filled(form.view);
    const decision = { act: 'ignore', reason, reach, ...(until && { until }), ...(note && { note }) } as Decided;
    checkDecision(office, decision);
    await decideIn(form, decision);
    return undefined;
  });

  on('issue.snooze', 'span', async (form) => {
    const { span } = filled(form.view);
    const end = new Date(Date.parse(today(office)) + Number(span) * day);
    await decideIn(form, { act: 'snooze', until: span === 'version' ? span : end.toISOString().slice(0, 10) });
    return undefined;
  });

  on('issue.assign', 'to', async (form) => {
    const { to = '' } = filled(form.view);
    const { file, issue } = await decideIn(form, { act: 'assign', to });
    await announceAssignee(desk, file, issue.number, to);
    return undefined;
  });

  on('issue.correct', 'cell', async ({ user, subject, name, view, locale }) => {
    const { basis, note } = filled(view);
    const values = filledValues(view);
    const wish = { values, basis, ...(note && { note }) } as Wish;
    const file = await seenCase(desk, user, name);
    await mustAct(office, user, file);
    const remaining = subject.anyway ? undefined : await foresee(office, file, wish, name, subject.seen);
    if (remaining) {
      const addresses = addressesIn(view);
      const shown = {
        ...choiceOf(file, name, addresses, locale),
        remaining: remaining.message[locale],
        filled: { values, ...(basis && { basis }), ...(note && { note }) },
      };
      const again = correctForm({ ...subject, anyway: true }, '', shown, locale);
      return { response_action: 'update', view: again };
    }
    await correct(office, user, name, wish, subject.seen);
    return undefined;
  });

  /** Another cell, or a whole row: the form is drawn anew with what is printed there. */
  app.action<BlockAction>(actionIds.correctCell, async ({ ack, body }) => {
    await ack();
    const { view, user } = body;
    const [action] = body.actions;
    if (!view || action?.type !== 'static_select') return;
    await tellingOnFailure(desk, { user: user.id, channel: '' }, undefined, async () => {
      const subject = subjectIn(view.private_metadata);
      const { locale } = await desk.people.get(user.id);
      const name = await namedAt(desk, subject.ref, subject.channel, subject.thread);
      const file = await seenCase(desk, user.id, name);
      const [, whole, address = ''] = /^(row )?(.+)$/.exec(action.selected_option?.value ?? '') ?? [];
      if (!isAddress(address)) return;
      const chosen = whole ? rowCells(file.report, address) : [address];
      const { basis, note } = filled(view as ViewOutput);
      const shown = {
        ...choiceOf(file, name, chosen, locale),
        filled: { values: {}, ...(basis && { basis }), ...(note && { note }) },
      };
      const again = correctForm({ ...subject, anyway: false }, titleOf(file, name, locale), shown, locale);
      await desk.clients.fast.views.update({ view_id: view.id, hash: view.hash, view: again });
    });
  });
}

const addressesIn = ({ blocks }: ViewOutput): Address[] =>
  blocks.flatMap(({ block_id }) => {
    const [, address = ''] = /^value (.+)$/.exec(block_id ?? '') ?? [];
    return isAddress(address) ? [address] : [];
  });

const valueField = ({ blocks }: ViewOutput): string | undefined =>
  blocks.find(({ block_id }) => block_id?.startsWith('value '))?.block_id;

const titleOf = (file: CaseFile, name: CaseName, locale: Locale): string =>
  issueIn(file, name)?.finding.message[locale] ??
  say(locale, 'report.name', { bureau: file.stored.bureau, year: file.year });
