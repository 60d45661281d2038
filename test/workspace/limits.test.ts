import { describe, expect, test } from 'vitest';
import { checkBlocks, checkView } from '../../src/workspace/block-check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (count: number) => '字'.repeat(count);
const button = (id: string, text = '看') => ({ type: 'button', action_id: id, text: plain(text) });
const row = (...cells: (string | number)[]) =>
  cells.map((cell) =>
    typeof cell === 'number'
      ? { type: 'raw_number', value: cell, text: String(cell) }
      : { type: 'raw_text', text: cell },
  );
const series = (name: string, ...labels: string[]) => ({ name, data: labels.map((label) => ({ label, value: 1 })) });
const chart = (...lines: object[]) => ({
  type: 'data_visualization',
  title: '处罚',
  chart: { type: 'line', series: lines, axis_config: { categories: ['2020', '2021'] } },
});
const input = (element: object) => ({ type: 'input', label: plain('数值'), element });

describe('a message', () => {
  test('within every limit is accepted', () => {
    const blocks = [
      { type: 'header', text: plain(long(150)) },
      { type: 'section', text: mrkdwn(long(3000)), fields: [mrkdwn('一')], accessory: button('a') },
      { type: 'context', elements: [mrkdwn('来源')] },
      { type: 'actions', elements: [button('b'), button('c')] },
      { type: 'data_table', caption: '处罚', rows: [row('机关', '处罚'), row('金凤区', 44)] },
      chart(series('金凤区', '2020', '2021')),
    ];
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  test.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'blocks: 51 blocks, at most 50'],
    ['an empty section', [{ type: 'section', text: mrkdwn('') }], 'blocks[0].text.text: needs at least 1 characters'],
    [
      'a long section',
      [{ type: 'section', text: mrkdwn(long(3001)) }],
      'blocks[0].text.text: 3001 characters, at most 3000',
    ],
    ['a long header', [{ type: 'header', text: plain(long(151)) }], 'blocks[0].text.text: 151 characters, at most 150'],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('题') }], 'blocks[0].text: must be a plain_text object'],
    [
      'eleven fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('一')) }],
      'blocks[0].fields: 11 fields, at most 10',
    ],
    [
      'a block id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'blocks[1].block_id: “a” is used twice',
    ],
    [
      'an action id twice',
      [{ type: 'actions', elements: [button('a'), button('a')] }],
      'blocks[0].elements[1].action_id: “a” is used twice',
    ],
    [
      'a long button',
      [{ type: 'actions', elements: [button('a', long(76))] }],
      'blocks[0].elements[0].text.text: 76 characters, at most 75',
    ],
    ['an alert', [{ type: 'alert', text: plain('注意') }], 'blocks[0]: “alert” is not allowed in a message'],
    ['a block nobody knows', [{ type: 'sparkline' }], 'blocks[0]: unknown block type “sparkline”'],
    [
      'a number field',
      [input({ type: 'number_input', is_decimal_allowed: false })],
      'blocks[0].element: “number_input” works in modals only',
    ],
    [
      'an empty cell',
      [{ type: 'table', rows: [row('机关', '')] }],
      'blocks[0].rows[0][1].text: needs at least 1 characters',
    ],
    [
      'two tables',
      [
        { type: 'table', rows: [row('一')] },
        { type: 'data_table', caption: '表', rows: [row('一'), row('二')] },
      ],
      'blocks: only one table allowed',
    ],
    [
      'uneven rows',
      [{ type: 'data_table', caption: '表', rows: [row('一', '二'), row('三')] }],
      'blocks[0].rows: rows differ in length',
    ],
    ['three charts', [1, 2, 3].map(() => chart(series('甲', '2020', '2021'))), 'blocks: 3 charts, at most 2'],
    [
      'a gap in a chart',
      [chart(series('甲', '2020'))],
      'blocks[0].chart.series[0]: every series needs every category, once',
    ],
    [
      'too much text',
      Array.from({ length: 5 }, () => ({ type: 'section', text: mrkdwn(long(2500)) })),
      'blocks: msg_blocks_too_long: 12500 characters of text',
    ],
    ['an image without words', [{ type: 'image', slack_file: { id: 'F0' } }], 'blocks[0].alt_text: is required'],
    [
      'six overflow entries',
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'overflow',
              action_id: 'o',
              options: Array.from({ length: 6 }, (_, i) => ({ text: plain('一'), value: `${i}` })),
            },
          ],
        },
      ],
      'blocks[0].elements[0].options: 6 options, at most 5',
    ],
  ])('with %s is refused', (_, blocks, problem) => {
    expect(checkBlocks(blocks, 'message')).toEqual([problem]);
  });
});

describe('a modal', () => {
  const modal = (more: object) => ({ type: 'modal', title: plain('更正'), blocks: [{ type: 'divider' }], ...more });

  test('within every limit is accepted', () => {
    const blocks = [input({ type: 'number_input', is_decimal_allowed: true }), { type: 'alert', text: plain('注意') }];
    expect(checkView(modal({ blocks, submit: plain('保存') }))).toEqual([]);
  });

  test.each([
    ['a title of 25', { title: plain(long(25)) }, 'view.title.text: 25 characters, at most 24'],
    [
      'long private metadata',
      { private_metadata: 'x'.repeat(3001) },
      'view.private_metadata: 3001 characters, at most 3000',
    ],
    ['a table', { blocks: [{ type: 'table', rows: [row('一')] }] }, 'blocks[0]: “table” is not allowed in a modal'],
    [
      'fields but no submit',
      { blocks: [input({ type: 'plain_text_input' })] },
      'view.submit: is required when there are input blocks',
    ],
  ])('with %s is refused', (_, more, problem) => {
    expect(checkView(modal(more))).toEqual([problem]);
  });
});
