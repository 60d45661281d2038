import { fill, h, icon } from '../dom.ts';
import { settle as place } from '../menu.ts';
import { words } from '../words.ts';

export interface Option {
  value: string;
  text: string;
  group?: string;
}

interface Picking {
  options: readonly Option[];
  /** Values chosen so far. */
  chosen: readonly string[];
  many: boolean;
  /** Attributes of the field one types into: its id and its label. */
  field: Record<string, string | undefined>;
  placeholder: string;
  choose(values: string[]): void;
}

/** What one types narrows the list, in any part of an option's words. */
const fits = (typed: string) => {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  return ({ text }: Option) => text.normalize('NFKC').toLowerCase().includes(wanted);
};

let lists = 0;

/** A menu one can search by typing: arrows move, Enter chooses, Esc closes the list. One choice, or several as chips. */
export function pick({ options, chosen, many, field: naming, placeholder, choose }: Picking): HTMLElement {
  let values = [...chosen];
  let offered: readonly Option[] = [];
  let at = 0;
  const id = `options-${++lists}`;
  const textOf = (value: string) => options.find((option) => option.value === value)?.text ?? value;
  const chips = h('div', { class: 'picked' });
  const field = h('input', {
    ...naming,
    class: 'field',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    placeholder,
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
  });
  const list = h('div', { class: 'menu options', role: 'listbox', id });
  const box = h('div', { class: many ? 'pick many' : 'pick' }, chips, field, icon('down', 16));

  const close = () => {
    field.value = many ? '' : values.map(textOf).join('');
    field.setAttribute('aria-expanded', 'false');
    list.remove();
  };
  const settle = (now: string[]) => {
    values = now;
    close();
    fill(chips, many ? values.map(chip) : null);
  };
  const change = (now: string[]) => {
    settle(now);
    choose(values);
  };
  const take = (value: string) => change(many ? [...new Set([...values, value])] : [value]);
  const chip = (value: string) => {
    const drop = () => {
      change(values.filter((other) => other !== value));
      field.focus();
    };
    const label = `${words.remove} ${textOf(value)}`;
    const away = h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, onclick: drop },
      icon('close', 14),
    );
    return h('span', { class: 'chip' }, textOf(value), away);
  };
  const row = (option: Option, i: number) => {
    const press = (event: Event) => {
      event.preventDefault();
      take(option.value);
    };
    const head = option.group && option.group !== offered[i - 1]?.group;
    return [
      head ? h('div', { class: 'group', role: 'presentation' }, option.group) : null,
      h(
        'div',
        { role: 'option', id: `${id}-${i}`, 'aria-selected': String(i === at), onpointerdown: press },
        option.text,
      ),
    ];
  };
  const draw = () => {
    fill(list, offered.length ? offered.map(row) : h('p', { class: 'hint' }, words.noneFits));
    field.setAttribute('aria-activedescendant', `${id}-${at}`);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  const open = (typed: string) => {
    offered = options.filter(fits(typed)).filter(({ value }) => !many || !values.includes(value));
    at = Math.max(0, typed ? 0 : offered.findIndex(({ value }) => value === values[0]));
    field.setAttribute('aria-expanded', 'true');
    (field.closest('dialog') ?? document.body).append(list);
    list.style.minWidth = `${field.offsetWidth}px`;
    draw();
    place(list, field);
  };
  const steer = (event: KeyboardEvent) => {
    const isOpen = list.isConnected;
    const picked = offered[at];
    if (event.isComposing) return;
    if (event.key === 'Backspace' && many && !field.value && values.length) change(values.slice(0, -1));
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) open('');
      else at = (at + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % Math.max(1, offered.length);
      draw();
    } else if (event.key === 'Enter' && isOpen && picked) take(picked.value);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  field.addEventListener('focus', () => field.select());
  field.addEventListener('click', () => list.isConnected || open(''));
  field.addEventListener('input', () => open(field.value));
  field.addEventListener('keydown', steer);
  field.addEventListener('blur', close);
  settle(values);
  return box;
}
