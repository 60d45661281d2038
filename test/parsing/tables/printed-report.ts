import type { Document } from '../../../src/parsing/document.ts';
import type { FormRow } from '../../../src/report/forms/form.ts';
import { type Address, addressesOf, type FormId, formOf } from '../../../src/report/forms/index.ts';

/** What each cell of a made-up report prints; an empty string is a blank cell. */
export type Figures = Partial<Record<Address, string>>;

/** Every cell of a form with a number of its own, in printed order. */
export function distinctFigures(form: FormId, from = 11): Figures {
  const figures: Figures = {};
  let next = from;
  for (const table of ['disclosures', 'applications', 'disputes'] as const)
    for (const address of addressesOf(form, table)) figures[address] = String(next++);
  return figures;
}

/** The same with totals that are the sums of their rows, so that sums bear out what was read in order. */
export function addingFigures(form: FormId, from = 101): Figures {
  const figures = distinctFigures(form, from);
  const parts = new Map<string, number>();
  for (const address of Object.keys(figures) as Address[]) {
    const row = address.slice(0, address.lastIndexOf('.'));
    if (address.startsWith('disclosures.')) continue;
    if (address.endsWith('.total')) figures[address] = String(parts.get(row));
    else parts.set(row, (parts.get(row) ?? 0) + Number(figures[address]));
  }
  return figures;
}

/** One printed row: the group headings right above it, its label, its values. */
export interface Row {
  groups: string[];
  label: string;
  values: string[];
}

/** How one layout prints the three tables. */
export interface Layout {
  name: string;
  /** Whether a blank cell can be seen. */
  blanks: boolean;
  print(parts: Parts): string;
  /** A whole report of its tables and of the paragraphs before and after them; lines where it is not said. */
  frame?(before: readonly string[], tables: string, after: readonly string[]): string;
  /** The document that the text stands for; plain text where it is not said. */
  document?(text: string): Document;
  /** What stands between two numbers side by side. */
  gap?: RegExp;
}

export interface Parts {
  blocks: { item: string; head: string[]; rows: Row[] }[];
  head: string[];
  rows: Row[];
  disputeHead: string[];
  disputes: string[];
}

export const preamble = [
  '示例县测试局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '2023年，我局主动公开信息 25 条。',
];
export const ending = [
  '五、存在的主要问题及改进情况',
  '一是公开的内容还不够多。',
  '六、其他需要报告的事项',
  '本年度未收取信息处理费。',
];

/** A whole report as text in one layout. */
export function printReport(form: FormId, figures: Figures, layout: Layout): string {
  const frame = layout.frame ?? ((before, tables, after) => [...before, tables, ...after].join('\n'));
  return frame(preamble, layout.print(partsOf(form, figures)), ending);
}

/** What the three tables of a report print, piece by piece. */
export function partsOf(form: FormId, figures: Figures): Parts {
  const { disclosures, applications, disputes } = formOf(form);
  const value = (address: string): string => figures[address as Address] ?? '';
  return {
    blocks: disclosures.blocks.map((block) => ({
      item: block.item,
      head: ['信息内容', ...block.columns.map(([, words]) => words)],
      rows: block.rows.map(([id, label]) => ({
        groups: [],
        label,
        values: block.columns.map(([column]) => value(`disclosures.${id}.${column}`)),
      })),
    })),
    head: [applications.corner, ...applications.above, ...applications.columns.map(([, words]) => words)],
    rows: rowsOf(applications.rows, (id) =>
      applications.columns.map(([column]) => value(`applications.${id}.${column}`)),
    ),
    disputeHead: [
      '行政复议',
      '行政诉讼',
      ...disputes.columns.map(([, w]) => w),
      '未经复议直接起诉',
      '复议后起诉',
      ...disputes.columns.map(([, w]) => w),
      ...disputes.columns.map(([, w]) => w),
    ],
    disputes: disputes.rows.flatMap(([id]) => disputes.columns.map(([column]) => value(`disputes.${id}.${column}`))),
  };
}

function rowsOf(rows: readonly FormRow[], values: (id: string) => string[]): Row[] {
  const printed: Row[] = [];
  let groups: string[] = [];
  for (const row of rows)
    if ('group' in row) groups.push(row.group);
    else {
      printed.push({ groups, label: row[1], values: values(row[0]) });
      groups = [];
    }
  return printed;
}

export const titles = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const;

const wrap = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

/** A layout by how it prints one row; `between` stands between lines. */
const byRows = (
  name: string,
  row: (row: Row) => string,
  { between = '\n', blanks = false, cells = (texts: string[]) => texts.join(' ') } = {},
): Layout => ({
  name,
  blanks,
  print: ({ blocks, head, rows, disputeHead, disputes }) =>
    [
      titles[0],
      ...blocks.flatMap((block) => [block.item, cells(block.head), ...block.rows.map(row)]),
      titles[1],
      cells(head),
      ...rows.map(row),
      titles[2],
      cells(disputeHead),
      cells(disputes),
    ].join(between),
});

const spaced = ({ groups, label, values }: Row): string => [...groups, label, ...values].join(' ');

/** Every cell on a line of its own; `end` stands behind a cell, `mark` before a row. */
const cellALine = (name: string, end: string, mark: string | null, blanks: boolean): Layout => {
  const one = (texts: string[]): string =>
    [...(mark === null ? [] : [mark]), ...texts.map((text) => `${text}${end}`)].join('\n');
  return byRows(name, ({ groups, label, values }) => one([...groups, label, ...values]), { blanks, cells: one });
};

const tabs = (texts: string[], width: number): string =>
  [...texts, ...Array(Math.max(0, width - texts.length)).fill('')].join('\t');

export const layouts: readonly Layout[] = [
  byRows('lines', spaced),
  byRows('lines with a blank line after each', spaced, { between: '\n\n' }),
  byRows(
    'values under the label',
    ({ groups, label, values }) => `${[...groups, label].join('\n')}\n${values.join(' ')}`,
  ),
  byRows('labels wrapped, values under them', ({ groups, label, values }) =>
    [...groups.flatMap((group) => wrap(group, 3)), ...wrap(label, 12), values.join(' ')].join('\n\n'),
  ),
  byRows('labels wrapped, last value on a line of its own', ({ groups, label, values }) =>
    label.length > 20 && values.length > 1
      ? [...groups, ...wrap(label, 14), values.slice(0, -1).join(' '), values.at(-1)].join('\n')
      : [...groups, spaced({ groups: [], label, values })].join('\n'),
  ),
  byRows('labels cut by their values', ({ groups, label, values }) => {
    const at = Math.ceil(label.length * 0.55);
    return label.length > 14
      ? [...groups, `${label.slice(0, at)} ${values.join(' ')}`, label.slice(at)].join('\n')
      : spaced({ groups, label, values });
  }),
  byRows('values above the label', ({ groups, label, values }) => [...groups, values.join(' '), label].join('\n')),
  byRows('text of a PDF', ({ groups, label, values }) => [...groups, `${label} \t${values.join(' \t')}`].join('\n'), {
    cells: (texts) => texts.join(' \t'),
  }),
  byRows('columns set by blanks', ({ groups, label, values }) =>
    [
      ...groups.map((group) => `   ${group}`),
      `${label.padEnd(30)}${values.map((v) => ` ${v}`.padStart(8)).join('')}`,
    ].join('\n'),
  ),
  byRows('one line', spaced, { between: ' ' }),
  cellALine('a cell a line', '', null, false),
  { ...cellALine('a cell a line, blank lines between', '\n', null, false) },
  cellALine('a cell a line with a bar behind', ' |', null, true),
  cellALine('a cell a line with a bar behind, rows marked', ' |', '|', true),
  cellALine('a cell a line, a bar on the next', '\n|', null, true),
  byRows(
    'bars behind cells',
    ({ groups, label, values }) => [...groups, label, ...values].map((t) => `${t} |`).join(' '),
    {
      blanks: true,
      cells: (texts) => texts.map((t) => `${t} |`).join(' '),
    },
  ),
  byRows('Markdown rows', ({ groups, label, values }) => `| ${[...groups, label, ...values].join(' | ')} |`, {
    blanks: true,
    cells: (texts) => `| ${texts.join(' | ')} |`,
  }),
  byRows(
    'Markdown rows, merged cells as blanks',
    ({ groups, label, values }) => {
      const room = values.length < 5 ? [label] : [...groups.slice(-2), label, '', ''].slice(0, 3);
      const width = values.length < 5 ? 4 : 10;
      const rest = Array(Math.max(0, width - room.length - values.length)).fill('');
      return `| ${[...room, ...values, ...rest].join(' | ')} |`;
    },
    { blanks: true, cells: (texts) => `| ${texts.join(' | ')} |` },
  ),
  byRows(
    'tabs with merged cells',
    ({ groups, label, values }) => {
      if (values.length < 5) return tabs([label, ...values], 4);
      const [outer, inner] = [groups.length > 1 ? groups[0]! : '', groups.at(-1) ?? ''];
      if (/^\d/u.test(label)) return tabs([outer, inner, label, ...values], 10);
      return tabs(/^（[一二]）/u.test(label) ? [inner, label, ...values] : [label, '', ...values], 10);
    },
    { blanks: true, cells: (texts) => texts.join('\t') },
  ),
];
