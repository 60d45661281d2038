import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'fee-decimals',
  title: { zh: '收费小数位', en: 'Decimals of the fees' },
  severity: 'note',
  tags: ['wording'],
  form: '2021',
  docs: {
    zh: '行政事业性收费的小数超过 6 位。万元的第 6 位小数已是一分钱。核对是否误印或是平均值。4 位小数很常见，不提示。',
    en: 'The amount of fees has more than six decimals. The sixth decimal of 10,000 yuan is a hundredth of a yuan already. Look up whether it is a slip or an average. Four decimals are common and fine.',
  },
  *run({ report }) {
    const cell = report.cells['disclosures.fees.amount'];
    const decimals = /\.(\d+)/.exec(cell?.raw.normalize('NFKC') ?? '')?.[1];
    if (!decimals || decimals.length <= 6) return;
    yield {
      cells: ['disclosures.fees.amount'],
      slot: 'disclosures.fees.amount',
      message: {
        zh: `表二行政事业性收费印作“${cell!.raw}”，小数 ${decimals.length} 位；万元最多 6 位（分）`,
        en: `Table 2, fees are printed “${cell!.raw}” with ${decimals.length} decimals; 6 are the most (0.01 yuan)`,
      },
    };
  },
  valid: () => [example('2021'), example('2021', { cells: { 'disclosures.fees.amount': '59237.2449' } })],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.fees.amount': '12.34567891' } }),
      says: ['表二行政事业性收费印作“12.34567891”，小数 8 位；万元最多 6 位（分）'],
    },
  ],
});
