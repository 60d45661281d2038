import { h, icon } from '../dom.ts';
import { openMenu } from '../menu.ts';
import { isJson, type Json, jsons, list, str, textOf } from '../shapes.ts';
import { withSigns } from '../signs.ts';
import { state } from '../state.ts';
import { words } from '../words.ts';
import { confirmed } from './confirm.ts';
import { fileInput } from './file-input.ts';
import { link } from './mrkdwn.ts';
import { type Option, pick } from './pick.ts';
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

const optionsOf = (element: Json): Option[] =>
  jsons(element.options).map((entry) => ({ value: str(entry.value), text: textOf(entry.text) }));

const grouped = (element: Json): Option[] =>
  jsons(element.option_groups).flatMap((group) =>
    optionsOf(group).map((option) => ({ ...option, group: textOf(group.label) })),
  );

const people = (): Option[] =>
  state.start.people.filter(({ role }) => role !== 'bot').map(({ id, name }) => ({ value: id, text: name }));

const conversations = (): Option[] =>
  state.start.channels.filter(({ kind }) => kind !== 'direct').map(({ id, name }) => ({ value: id, text: `#${name}` }));

/** A menu to choose from; `initial` names the property that holds what the app chose before. */
const menu =
  (offered: (element: Json) => Option[], initial: string, many = false): Draw =>
  (element, role) => {
    const before = [element[initial]].flat().map((entry) => (isJson(entry) ? str(entry.value) : str(entry)));
    const kept = role.stage.chosen(role.blockId, actionId(element));
    const box = pick({
      options: offered(element),
      chosen: (kept ? (many ? (kept.values ?? []) : [kept.value ?? '']) : before).filter(Boolean),
      many,
      field: { ...naming(role, element), 'data-action': actionId(element) },
      placeholder: textOf(element.placeholder) || words.select,
      choose: (values) => void settle(box, element, role, many ? { values } : { value: values[0] ?? '' }),
    });
    return box;
  };

const choices = (element: Json): Option[] => [...optionsOf(element), ...grouped(element)];

const files: Draw = (element, role) =>
  fileInput({
    field: { ...naming(role, element), 'data-action': actionId(element) },
    endings: list(element.filetypes).map(str),
    most: Number(element.max_files ?? 10),
    choose: (values) => void settle(document.body, element, role, { values }),
  });

/** Opens a menu entry's address as a click on a link would: our own inside the page. */
function follow(address: string): void {
  const anchor = link(address, []);
  document.body.append(anchor);
  if (anchor instanceof HTMLElement) anchor.click();
  anchor.parentNode?.removeChild(anchor);
}

const overflow: Draw = (element, role) => {
  const open = (event: Event) => {
    const node = event.currentTarget;
    if (!(node instanceof HTMLElement)) return;
    const entries = options(element).map((entry) => ({
      label: textOf(entry.text),
      run: async () => {
        const address = str(entry.url);
        if (address) follow(address);
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
        ? h('textarea', { ...shared, rows: Math.min(16, Math.max(4, value.split('\n').length + 2)) })
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
  static_select: menu(choices, 'initial_option'),
  external_select: menu(choices, 'initial_option'),
  users_select: menu(people, 'initial_user'),
  conversations_select: menu(conversations, 'initial_conversation'),
  channels_select: menu(conversations, 'initial_channel'),
  multi_static_select: menu(choices, 'initial_options', true),
  multi_users_select: menu(people, 'initial_users', true),
  multi_conversations_select: menu(conversations, 'initial_conversations', true),
  multi_channels_select: menu(conversations, 'initial_channels', true),
  file_input: files,
  overflow,
  radio_buttons: boxes('radio'),
  checkboxes: boxes('checkbox'),
  plain_text_input: field('text'),
  number_input: field('text'),
  email_text_input: field('email'),
  url_text_input: field('url'),
  datepicker: field('date'),
  timepicker: field('time'),
};
