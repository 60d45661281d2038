import { h, icon } from '../dom.ts';
import { openMenu } from '../menu.ts';
import { isJson, type Json, jsons, str, textOf } from '../shapes.ts';
import { withSigns } from '../signs.ts';
import { state } from '../state.ts';
import { words } from '../words.ts';
import { confirmed } from './confirm.ts';
import type { Stage } from './stage.ts';

/** How an element takes part: fires at once (buttons, menus in messages) or waits for the form to be submitted. */
export interface Role {
  stage: Stage;
  blockId: string;
  fires: boolean;
  /** Id of the label, for fields in a form. */
  labelledBy?: string;
  id?: string;
}

type Draw = (element: Json, role: Role) => HTMLElement;

/** Draws an interactive element; an unknown one becomes a grey box, never nothing. */
export function interactive(element: Json, role: Role): HTMLElement {
  const draw = draws[str(element.type)];
  return draw ? draw(element, role) : h('span', { class: 'unknown' }, `${words.unknownBlock}${str(element.type)}`);
}

const actionId = (element: Json): string => str(element.action_id);

const naming = ({ id, labelledBy }: Role, element: Json) => ({
  id,
  'aria-labelledby': labelledBy,
  'aria-label': labelledBy ? undefined : textOf(element.placeholder) || words.select,
});

/** Keeps a choice and, where the element fires, sends it. */
async function settle(node: HTMLElement, element: Json, role: Role, choice: { value?: string; values?: string[] }) {
  role.stage.keep(role.blockId, actionId(element), choice);
  if (!role.fires) return;
  if (await confirmed(element.confirm)) await role.stage.use(node, role.blockId, actionId(element), choice);
}

const button: Draw = (element, role) => {
  const url = str(element.url);
  const press = async (event: Event) => {
    const node = event.currentTarget;
    if (!(node instanceof HTMLElement) || node.getAttribute('aria-busy')) return;
    if (url && /^https?:/.test(url)) window.open(url, '_blank', 'noopener');
    if (await confirmed(element.confirm)) await role.stage.use(node, role.blockId, actionId(element));
  };
  return h(
    'button',
    {
      type: 'button',
      class: `button ${str(element.style)}`,
      'aria-label': str(element.accessibility_label) || undefined,
      'data-action': actionId(element),
      onclick: press,
    },
    withSigns(textOf(element.text)),
  );
};

const options = (element: Json): Json[] => jsons(element.options);

const optionNodes = (entries: Json[], picked: string) =>
  entries.map((entry) =>
    h('option', { value: str(entry.value), selected: str(entry.value) === picked }, textOf(entry.text)),
  );

const staticSelect: Draw = (element, role) => {
  const initial = isJson(element.initial_option) ? str(element.initial_option.value) : '';
  const picked = role.stage.chosen(role.blockId, actionId(element))?.value ?? initial;
  const groups = jsons(element.option_groups);
  const change = (event: Event) => {
    const select = event.currentTarget;
    if (select instanceof HTMLSelectElement && select.value)
      void settle(select, element, role, { value: select.value });
  };
  return h(
    'select',
    { ...naming(role, element), class: 'select', 'data-action': actionId(element), onchange: change },
    h('option', { value: '', selected: picked === '' }, textOf(element.placeholder) || words.select),
    groups.length
      ? groups.map((group) => h('optgroup', { label: textOf(group.label) }, optionNodes(options(group), picked)))
      : optionNodes(options(element), picked),
  );
};

const usersSelect: Draw = (element, role) => {
  const people = state.start.people.filter((person) => person.role !== 'bot');
  const entries = people.map((person) => ({ value: person.id, text: { type: 'plain_text', text: person.name } }));
  const initial = people.some((person) => person.id === element.initial_user) ? str(element.initial_user) : '';
  const initial_option = initial ? { value: initial } : undefined;
  return staticSelect({ ...element, options: entries, initial_option }, role);
};

const conversationsSelect: Draw = (element, role) => {
  const entries = state.start.channels
    .filter((channel) => channel.kind !== 'direct')
    .map((channel) => ({ value: channel.id, text: { type: 'plain_text', text: `#${channel.name}` } }));
  return staticSelect({ ...element, options: entries }, role);
};

const overflow: Draw = (element, role) => {
  const open = (event: Event) => {
    const node = event.currentTarget;
    if (!(node instanceof HTMLElement)) return;
    const entries = options(element).map((entry) => ({
      label: textOf(entry.text),
      run: async () => {
        if (await confirmed(element.confirm))
          await role.stage.use(node, role.blockId, actionId(element), { value: str(entry.value) });
      },
    }));
    openMenu(node, entries);
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'button overflow',
      'aria-label': words.more,
      'aria-haspopup': 'menu',
      'data-action': actionId(element),
      onclick: open,
    },
    icon('more', 18),
  );
};

/** Radio buttons or checkboxes: one list of labelled boxes. */
const boxes =
  (kind: 'radio' | 'checkbox'): Draw =>
  (element, role) => {
    const initial = [
      ...jsons(element.initial_options),
      ...(isJson(element.initial_option) ? [element.initial_option] : []),
    ];
    const kept = role.stage.chosen(role.blockId, actionId(element));
    const picked = new Set(
      kept ? [...(kept.values ?? []), kept.value ?? ''] : initial.map((entry) => str(entry.value)),
    );
    const name = `${role.blockId}.${actionId(element)}.${Math.random()}`;
    const group = h('div', {
      class: 'boxes',
      role: kind === 'radio' ? 'radiogroup' : 'group',
      'aria-labelledby': role.labelledBy,
      'data-action': actionId(element),
    });
    const change = () => {
      const values = [...group.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
      void settle(group, element, role, kind === 'radio' ? { value: values[0] ?? '' } : { values });
    };
    for (const entry of options(element)) {
      const value = str(entry.value);
      const box = h('input', { type: kind, name, value, checked: picked.has(value), onchange: change });
      group.append(
        h(
          'label',
          { class: 'box' },
          box,
          h('span', {}, textOf(entry.text), entry.description ? h('small', {}, textOf(entry.description)) : null),
        ),
      );
    }
    return group;
  };

/** A field one types into. Fires on Enter or when it is left, if the block asks for that. */
const field =
  (type: string): Draw =>
  (element, role) => {
    const initial = str(element.initial_value) || str(element.initial_date) || str(element.initial_time);
    const value = role.stage.chosen(role.blockId, actionId(element))?.value ?? initial;
    const shared = {
      ...naming(role, element),
      class: 'field',
      placeholder: textOf(element.placeholder) || undefined,
      maxlength: typeof element.max_length === 'number' ? element.max_length : undefined,
      'data-action': actionId(element),
    };
    const node =
      element.multiline === true
        ? h('textarea', { ...shared, rows: 4 })
        : h('input', {
            ...shared,
            type,
            autocomplete: 'off',
            inputmode: element.type === 'number_input' ? 'decimal' : undefined,
          });
    node.value = value;
    const keep = () => role.stage.keep(role.blockId, actionId(element), { value: node.value });
    const dispatched = isJson(element.dispatch_action_config) ? jsons([element.dispatch_action_config]) : [];
    node.addEventListener('input', keep);
    if (role.fires || dispatched.length) {
      const event = type === 'date' || type === 'time' ? 'change' : 'keydown';
      node.addEventListener(event, (pressed) => {
        if (pressed instanceof KeyboardEvent && (pressed.key !== 'Enter' || pressed.isComposing)) return;
        if (role.fires) void settle(node, element, role, { value: node.value });
      });
    }
    return node;
  };

const draws: Record<string, Draw> = {
  button,
  workflow_button: button,
  static_select: staticSelect,
  external_select: staticSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  channels_select: conversationsSelect,
  overflow,
  radio_buttons: boxes('radio'),
  checkboxes: boxes('checkbox'),
  multi_static_select: boxes('checkbox'),
  plain_text_input: field('text'),
  number_input: field('text'),
  email_text_input: field('email'),
  url_text_input: field('url'),
  datepicker: field('date'),
  timepicker: field('time'),
};
