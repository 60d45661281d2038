import { oddCells } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';

export default defineCheck({
  id: 'cell-not-a-number',
  title: { zh: '单元格非数字', en: 'Not a number' },
  severity: 'warning',
  tags: ['reading'],
  docs: {
    zh: '格内印有内容，但认不出是一个数。表格各格都应填数字。对照原文后用“更正数据”填入正确的数。带单位（251000元）、带正负号（+19、减4）的都算数字，占位符另计。',
    en: 'Something is printed in the cell but no single number can be made out. Every cell of the form asks for a number. Look at the page and enter the right value as a correction. Units, signs and remarks are understood; placeholders are another matter.',
  },
  run: ({ report }) =>
    oddCells(report, ({ state }) => state === 'unreadable', { zh: '应为一个数字', en: 'a number is expected' }),
  valid: () => [
    example('2019', { cells: { 'disclosures.procurement.amount': '251000元' } }),
    example('2021', { cells: row('denied.stateSecret', '/', '—', '', 0, 0, 0, 0) }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { 'applications.received.legal': '2l', 'disclosures.penalties.decisions': '4 4' },
      }),
      says: [
        '表二「行政处罚」处理决定数量印作“4 4”；应为一个数字',
        '表三「本年新收」法律服务机构印作“2l”；应为一个数字',
      ],
    },
  ],
});
