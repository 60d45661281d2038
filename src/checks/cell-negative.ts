import { oddCells } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'cell-negative',
  title: { zh: '负数', en: 'Negative number' },
  severity: 'error',
  tags: ['reading'],
  docs: {
    zh: '件数和金额不得为负。表格各格都是数量，只有 2019 年表式的“本年增/减”可以为负。对照原文，看是多印了减号还是把横线读成了减号。“本年增/减”不在此列。',
    en: 'No count or amount is below zero. Every cell of the form is a quantity; only the change of items in the form of 2019 has a sign. Look up whether a minus was printed or a dash was read as one. The change of items is left out.',
  },
  run: ({ report }) =>
    oddCells(report, ({ value }, address) => value !== null && value < 0 && !address.endsWith('.itemsChange'), {
      zh: '件数和金额不应为负',
      en: 'counts and amounts cannot be negative',
    }),
  valid: () => [example('2021'), example('2019', { cells: { 'disclosures.licences.itemsChange': '-35' } })],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'applications.granted.person': '-4' } }),
      says: ['表三「予以公开」自然人印作“-4”；件数和金额不应为负'],
    },
  ],
});
