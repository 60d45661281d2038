import type { KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/web-api';
import { partsOf } from '../report/address.ts';
import { type IgnoreReason, ignoreReasons, type Reach, reaches } from '../report/issue.ts';
import { cellName, columnName, rowName } from '../report/names.ts';
import type { Address } from '../report/report.ts';
import { actionIds } from './actions.ts';
import { bold, context, section } from './blocks.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

/** What a form is about; goes with it as its private data: ids only. */
export interface FormSubject {
  ref: string;
  /** Acts of the case that the person had seen when the form was opened. */
  seen: number;
  channel: string;
  thread: string;
  /** The values were shown to leave the issue open, and are to be kept all the same. */
  anyway?: boolean;
}

const plain = (text: string, limit = 75): PlainTextElement => ({
  type: 'plain_text',
  text: clip(oneLine(text), limit),
});
const option = (value: string, text: string): PlainTextOption => ({ value, text: plain(text) });

function form(
  id: string,
  subject: FormSubject,
  words: { title: string; submit: string },
  locale: Locale,
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(subject),
    title: plain(words.title, 24),
    submit: plain(words.submit, 24),
    close: plain(say(locale, 'form.close'), 24),
    blocks,
  };
}

const noteField = (locale: Locale): KnownBlock => ({
  type: 'input',
  block_id: 'note',
  optional: true,
  label: plain(say(locale, 'form.note')),
  element: { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 3000 },
});

/** Ignoring: why, how far it reaches, until when. */
export function ignoreForm(subject: FormSubject, finding: string, locale: Locale): ModalView {
  const reasons = ignoreReasons.map((reason: IgnoreReason) => option(reason, say(locale, `reason.${reason}`)));
  const reach = reaches.map((name: Reach) => option(name, say(locale, `form.reach.${name}`)));
  const words = { title: say(locale, 'form.ignore.title'), submit: say(locale, 'form.ignore.submit') };
  return form('issue.ignore', subject, words, locale, [
    section(finding, say(locale, 'form.ignore.hint')),
    {
      type: 'input',
      block_id: 'reason',
      label: plain(say(locale, 'form.reason')),
      element: { type: 'radio_buttons', action_id: 'reason', options: reasons },
    },
    {
      type: 'input',
      block_id: 'reach',
      label: plain(say(locale, 'form.reach')),
      element: { type: 'radio_buttons', action_id: 'reach', options: reach, initial_option: reach[0]! },
    },
    {
      type: 'input',
      block_id: 'until',
      optional: true,
      label: plain(say(locale, 'form.until')),
      hint: plain(say(locale, 'form.untilHint')),
      element: { type: 'datepicker', action_id: 'until' },
    },
    noteField(locale),
  ]);
}

/** Snoozing: for some days, or until a new version comes. */
export function snoozeForm(subject: FormSubject, finding: string, locale: Locale): ModalView {
  const spans = [
    ...[7, 14, 30].map((days) => option(String(days), say(locale, 'form.snooze.days', { days }))),
    option('version', say(locale, 'form.snooze.version')),
  ];
  const words = { title: say(locale, 'form.snooze.title'), submit: say(locale, 'form.snooze.submit') };
  return form('issue.snooze', subject, words, locale, [
    section(finding, say(locale, 'form.snooze.hint')),
    {
      type: 'input',
      block_id: 'span',
      label: plain(say(locale, 'form.snooze.for')),
      element: { type: 'radio_buttons', action_id: 'span', options: spans, initial_option: spans[0]! },
    },
  ]);
}

/** Assigning: to whom. */
export function assignForm(subject: FormSubject, finding: string, locale: Locale): ModalView {
  const words = { title: say(locale, 'form.assign.title'), submit: say(locale, 'form.assign.submit') };
  return form('issue.assign', subject, words, locale, [
    section(finding),
    {
      type: 'input',
      block_id: 'to',
      label: plain(say(locale, 'form.assign.to')),
      element: { type: 'users_select', action_id: 'to' },
    },
  ]);
}

/** A cell that may be corrected, with a word on what is printed and what the sums point to. */
export interface CorrectableCell {
  address: Address;
  printed: string;
  /** The printed row it stands in. */
  row?: string;
  proposed?: number;
}

/** What the form to correct shows at the moment. */
export interface CorrectForm {
  cells: readonly CorrectableCell[];
  /** The cell chosen, or all cells of its row. */
  chosen: readonly CorrectableCell[];
  /** What would still be found with the values that were filled in. */
  remaining?: string;
  /** What was filled in when the form was shown before. */
  filled?: { values: Readonly<Record<string, string>>; basis?: string; note?: string };
}

const rowOf = (address: Address, locale: Locale): string => {
  const { table, row } = partsOf(address);
  return rowName(table, row)[locale];
};

const columnOf = (address: Address, locale: Locale): string => {
  const { table, column } = partsOf(address);
  return columnName(table, column)[locale];
};

/** Value of the option that means the whole row of a cell. */
export const wholeRow = (address: Address): string => `row ${address}`;

/** Correcting: which cell, which value, on what basis. The value stays empty, so that nobody confirms it unseen. */
export function correctForm(
  subject: FormSubject,
  finding: string,
  { cells, chosen, remaining, filled }: CorrectForm,
  locale: Locale,
): ModalView {
  const [first] = chosen;
  const single = cells.slice(0, 80).map(({ address }) => option(address, cellName(address)[locale]));
  const rows = new Map(cells.filter(({ row }) => row).map(({ address, row }) => [row!, address]));
  const whole = [...rows.values()]
    .slice(0, 20)
    .map((address) => option(wholeRow(address), say(locale, 'form.correct.row', { row: rowOf(address, locale) })));
  const options = [...single, ...whole];
  const current = options.find(({ value }) =>
    chosen.length > 1 ? chosen.some(({ address }) => value === wholeRow(address)) : value === first?.address,
  );
  const bases = (['misread', 'answered'] as const).map((basis) => option(basis, say(locale, `basis.${basis}`)));
  const basis = bases.find(({ value }) => value === filled?.basis);
  const note = noteField(locale);
  if (note.type === 'input' && note.element.type === 'plain_text_input' && filled?.note)
    note.element.initial_value = filled.note;
  const words = {
    title: say(locale, 'form.correct.title'),
    submit: say(locale, remaining ? 'form.correct.anyway' : 'form.correct.submit'),
  };
  return form('issue.correct', subject, words, locale, [
    ...(remaining
      ? [section([bold(say(locale, 'form.correct.remaining'))], clip(remaining, 1500))]
      : [section(finding)]),
    {
      type: 'input',
      block_id: 'cell',
      dispatch_action: true,
      label: plain(say(locale, 'form.correct.cell')),
      element: {
        type: 'static_select',
        action_id: actionIds.correctCell,
        options,
        ...(current && { initial_option: current }),
      },
    },
    ...chosen.slice(0, 10).map(({ address, printed, proposed }): KnownBlock => {
      const initial = filled?.values[address];
      const hint = [
        printed,
        ...(proposed === undefined ? [] : [say(locale, 'form.correct.proposed', { proposed })]),
      ].join(locale === 'zh' ? '；' : '; ');
      return {
        type: 'input',
        // A field with a new name for each cell: Slack would keep what was typed for another one.
        block_id: `value ${address}`,
        label: plain(chosen.length > 1 ? columnOf(address, locale) : say(locale, 'form.correct.value')),
        hint: plain(hint, 150),
        optional: chosen.length > 1,
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 30,
          ...(initial && { initial_value: initial }),
        },
      };
    }),
    ...(first?.row ? [context(say(locale, 'form.correct.printedRow', { row: clip(oneLine(first.row), 300) }))] : []),
    {
      type: 'input',
      block_id: 'basis',
      label: plain(say(locale, 'form.correct.basis')),
      element: { type: 'radio_buttons', action_id: 'basis', options: bases, ...(basis && { initial_option: basis }) },
    },
    note,
  ]);
}

/** A window to read and close: an issue's history, or what a check does. */
export const readingWindow = (
  title: string,
  lines: readonly string[],
  locale: Locale,
  below: KnownBlock[] = [],
): ModalView => ({
  type: 'modal',
  callback_id: 'reading',
  title: plain(title, 24),
  close: plain(say(locale, 'form.done'), 24),
  blocks: [
    ...(lines.length
      ? lines.slice(-90).map((line) => section(clip(line, 2800)))
      : [section(say(locale, 'history.none'))]),
    ...below,
  ],
});
