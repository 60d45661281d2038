import { z } from 'zod';
import type { Block } from './nouns.ts';
import { isObject, list, textOf } from './problems.ts';

/** What a person put into one element: typed text, chosen values, a person, a date. Empty strings mean nothing. */
export const choice = z.object({ value: z.string().optional(), values: z.array(z.string()).optional() });
export type Choice = z.infer<typeof choice>;

/** Choices by block id and action id, as the page and tests send them. */
export const choices = z.record(z.string(), z.record(z.string(), choice));
export type Choices = z.infer<typeof choices>;

type Element = Record<string, unknown> & { type: string };

/** Every element that can be used, with the id of its block. */
export function elementsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) => {
    const inner = [block.element, block.accessory, ...list(block.elements), ...list(block.actions)];
    const own = inner.filter(isElement).map((element) => ({ block, element }));
    return [...own, ...elementsOf(list(block.child_blocks).filter(isElement))];
  });
}

const isElement = (value: unknown): value is Element => isObject(value) && typeof value.type === 'string';

export const actionIdOf = (element: Element): string =>
  typeof element.action_id === 'string' ? element.action_id : '';

/** `state.values` for these blocks: what was chosen, else what the app pre-set. */
export function stateOf(blocks: readonly Block[], chosen: Choices): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const read = readings[element.type];
    if (!read || !block.block_id || element.type === 'button' || element.type === 'overflow') continue;
    const entry = read(element, chosen[block.block_id]?.[actionIdOf(element)]);
    values[block.block_id] = { ...values[block.block_id], [actionIdOf(element)]: { type: element.type, ...entry } };
  }
  return values;
}

/** The entry of `actions` for one used element. */
export function actionOf(block: Block, element: Element, chosen: Choice | undefined, action_ts: string) {
  const read = readings[element.type];
  return {
    type: element.type,
    action_id: actionIdOf(element),
    block_id: block.block_id ?? '',
    action_ts,
    ...(read ? read(element, chosen) : {}),
  };
}

type Reading = (element: Element, chosen: Choice | undefined) => Record<string, unknown>;

const typed: Reading = (element, chosen) => {
  const value = chosen?.value ?? textOrNull(element.initial_value);
  return { value: value === '' ? null : value };
};

const one =
  (key: string, initial: string): Reading =>
  (element, chosen) => ({ [key]: (chosen ? chosen.value : textOrNull(element[initial])) || null });

const many =
  (key: string, initial: string): Reading =>
  (element, chosen) => ({ [key]: chosen ? (chosen.values ?? []) : list(element[initial]) });

const option: Reading = (element, chosen) => {
  if (!chosen) return { selected_option: element.initial_option ?? null };
  return { selected_option: optionsOf(element).find((entry) => entry.value === chosen.value) ?? null };
};

const options: Reading = (element, chosen) => {
  if (!chosen) return { selected_options: list(element.initial_options) };
  return { selected_options: optionsOf(element).filter((entry) => chosen.values?.includes(String(entry.value))) };
};

const readings: Record<string, Reading> = {
  button: (element) => ({
    text: element.text,
    ...(element.value !== undefined ? { value: element.value } : {}),
    ...(element.style !== undefined ? { style: element.style } : {}),
  }),
  overflow: option,
  static_select: option,
  radio_buttons: option,
  external_select: option,
  checkboxes: options,
  multi_static_select: options,
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  file_input: many('files', 'files'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  plain_text_input: typed,
  number_input: typed,
  email_text_input: typed,
  url_text_input: typed,
};

/** All options of a menu, also those in groups. */
export function optionsOf(element: Record<string, unknown>): Record<string, unknown>[] {
  const groups = list(element.option_groups).filter(isObject);
  return [...list(element.options), ...groups.flatMap((group) => list(group.options))].filter(isObject);
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Fields that Slack's own form check refuses before the app hears of it, by block id. */
export function incomplete(blocks: readonly Block[], chosen: Choices, english: boolean): Record<string, string> {
  const errors: Record<string, string> = {};
  const say = (zh: string, en: string) => (english ? en : zh);
  for (const { block, element } of elementsOf(blocks)) {
    if (block.type !== 'input' || !block.block_id) continue;
    const entry = readings[element.type]?.(element, chosen[block.block_id]?.[actionIdOf(element)]) ?? {};
    const content = Object.values(entry).find((part) => part !== null && !(Array.isArray(part) && part.length === 0));
    if (content === undefined) {
      if (block.optional !== true) errors[block.block_id] = say('请填写这一项。', 'Please complete this field.');
    } else if (typeof content === 'string') {
      const problem = badText(element, content, say);
      if (problem) errors[block.block_id] = problem;
    }
  }
  return errors;
}

function badText(element: Element, value: string, say: (zh: string, en: string) => string): string | undefined {
  const length = [...value].length;
  const { min_length, max_length, min_value, max_value } = element;
  if (typeof max_length === 'number' && length > max_length)
    return say(`最多 ${max_length} 字。`, `At most ${max_length}.`);
  if (typeof min_length === 'number' && length < min_length)
    return say(`至少 ${min_length} 字。`, `At least ${min_length}.`);
  if (element.type !== 'number_input') return;
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return say('请输入数字。', 'Please enter a number.');
  if (min_value !== undefined && Number(value) < Number(min_value))
    return say(`不小于 ${min_value}。`, `At least ${min_value}.`);
  if (max_value !== undefined && Number(value) > Number(max_value))
    return say(`不大于 ${max_value}。`, `At most ${max_value}.`);
  return;
}

/** The words on an element, for tests that click by what people read. */
export const labelOf = (element: Record<string, unknown>): string => textOf(element.text);
