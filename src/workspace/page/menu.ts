import { h } from './dom.ts';

export interface Entry {
  label: string;
  note?: string;
  danger?: boolean;
  run: () => void | Promise<void>;
}

/** Opens a menu under (or above) an element: arrows move, Enter chooses, Esc or a click elsewhere closes. */
export function openMenu(anchor: HTMLElement, entries: readonly Entry[]): void {
  document.querySelector('.menu')?.remove();
  const items = entries.map((entry) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: entry.danger ? 'danger' : '',
        onclick: () => {
          close();
          void entry.run();
        },
      },
      entry.label,
      entry.note ? h('small', {}, entry.note) : null,
    ),
  );
  const menu = h('div', { class: 'menu', role: 'menu' }, items);
  const close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    anchor.focus();
  };
  const outside = (event: Event) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) close();
  };
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  (anchor.closest('dialog') ?? document.body).append(menu);
  settle(menu, anchor);
  document.addEventListener('pointerdown', outside, true);
  items[0]?.focus();
}

/** Keeps the menu inside the window, below its anchor where there is room. */
export function settle(menu: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4 + height <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
}
