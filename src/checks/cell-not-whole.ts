import { oddCells } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'cell-not-whole',
  title: { zh: '非整数件数', en: 'Not a whole number' },
  severity: 'error',
  tags: ['reading'],
  docs: {
    zh: '件数必须是整数。表格只有收费金额和采购金额可以有小数。对照原文，看小数点是否误印或误读。收费金额、采购金额不在此列。',
    en: 'Counts are whole numbers. Only the amount of fees and of procurement may have decimals. Look up whether a decimal point was printed or misread. Those two amounts are left out.',
  },
  run: ({ report }) =>
    oddCells(
      report,
      ({ value }, address) => value !== null && !Number.isInteger(value) && !address.endsWith('.amount'),
      {
        zh: '件数应为整数',
        en: 'counts are whole numbers',
      },
    ),
  valid: () => [
    example('2021', { cells: { 'disclosures.fees.amount': '973.93' } }),
    example('2019', { cells: { 'disclosures.procurement.amount': '251000.5' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.penalties.decisions': '4.4' } }),
      says: ['表二「行政处罚」处理决定数量印作“4.4”；件数应为整数'],
    },
  ],
});
