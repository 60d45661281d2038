import { fill, h, icon } from '../dom.ts';
import { isJson, type Json, jsons, list, str } from '../shapes.ts';
import { withSigns } from '../signs.ts';
import { words } from '../words.ts';
import { richText } from './rich-text.ts';

/** A `table` block: plain rows, the first being the head. */
export function table(block: Json): HTMLElement {
  const rows = list(block.rows).map(jsons);
  const settings = jsons(block.column_settings);
  const [head = [], ...body] = rows;
  const side = (column: number) => str(settings[column]?.align) || (numeric(body, column) ? 'right' : 'left');
  return h(
    'div',
    { class: 'table-box', tabindex: 0, role: 'group' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell, i) => h('th', { scope: 'col', class: side(i) }, content(cell))),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, i) => oneCell(cell, i, 0, side(i))),
          ),
        ),
      ),
    ),
  );
}

const numeric = (rows: Json[][], column: number): boolean =>
  rows.length > 0 && rows.every((row) => row[column]?.type === 'raw_number');

const oneCell = (cell: Json, column: number, header: number, side: string): HTMLElement =>
  column === header ? h('th', { scope: 'row', class: side }, content(cell)) : h('td', { class: side }, content(cell));

const content = (cell: Json): Node =>
  cell.type === 'rich_text' ? richText(cell) : h('span', {}, withSigns(shown(cell)));

const shown = (cell: Json): string => str(cell.text) || (cell.value === undefined ? '' : String(cell.value));

/** A `data_table` block: sorted by a click on a head, in pages. */
export function dataTable(block: Json): HTMLElement {
  const [head = [], ...rows] = list(block.rows).map(jsons);
  const size = Number(block.page_size ?? 5);
  const header = Number(block.row_header_column_index ?? 0);
  const box = h('div', { class: 'data-table' });
  let sorted: { column: number; down: boolean } | undefined;
  let page = 0;

  const draw = () => {
    const order = sorted ? [...rows].sort(by(sorted.column, numeric(rows, sorted.column), sorted.down)) : rows;
    const pages = Math.max(1, Math.ceil(order.length / size));
    const side = (column: number) => (numeric(rows, column) ? 'right' : 'left');
    const heads = head.map((cell, column) => {
      const state = sorted?.column === column ? (sorted.down ? 'descending' : 'ascending') : 'none';
      const sort = () => {
        sorted = { column, down: state === 'none' ? numeric(rows, column) : state === 'ascending' };
        page = 0;
        draw();
      };
      const mark = state === 'none' ? '' : state === 'descending' ? ' ↓' : ' ↑';
      const button = h(
        'button',
        { type: 'button', class: 'sort', title: words.sortBy, onclick: sort },
        content(cell),
        mark,
      );
      return h('th', { scope: 'col', class: side(column), 'aria-sort': state }, button);
    });
    const shownRows = order.slice(page * size, (page + 1) * size);
    fill(
      box,
      h(
        'div',
        { class: 'table-box', tabindex: 0, role: 'group', 'aria-label': str(block.caption) },
        h(
          'table',
          {},
          h('caption', {}, str(block.caption)),
          h('thead', {}, h('tr', {}, heads)),
          h(
            'tbody',
            {},
            shownRows.map((row) =>
              h(
                'tr',
                {},
                row.map((cell, i) => oneCell(cell, i, header, side(i))),
              ),
            ),
          ),
        ),
      ),
      pages > 1 &&
        pager(page, pages, (next) => {
          page = next;
          draw();
        }),
    );
  };
  draw();
  return box;
}

const pager = (page: number, pages: number, go: (page: number) => void): HTMLElement =>
  h(
    'div',
    { class: 'pager' },
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.prev,
        disabled: page === 0,
        onclick: () => go(page - 1),
      },
      icon('back', 16),
    ),
    h('span', {}, `${page + 1} / ${pages}`),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button flip',
        'aria-label': words.next,
        disabled: page === pages - 1,
        onclick: () => go(page + 1),
      },
      icon('back', 16),
    ),
  );

const by = (column: number, asNumbers: boolean, down: boolean) => (a: Json[], b: Json[]) => {
  const [left, right] = [a[column], b[column]];
  const order = asNumbers
    ? Number(left?.value) - Number(right?.value)
    : plain(left).localeCompare(plain(right), 'zh-CN');
  return down ? -order : order;
};

const plain = (cell: unknown): string => (isJson(cell) ? shown(cell) || JSON.stringify(cell.elements ?? '') : '');
