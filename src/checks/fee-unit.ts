import type { Address } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const fees: Address = 'disclosures.fees.amount';
const last = (value: number) => ({
  previous: example('2021', { cells: { [fees]: value }, report: { year: 2020 } }).report,
});

export default defineCheck({
  id: 'fee-unit',
  title: { zh: '收费单位疑似为元', en: 'Fees in yuan instead of 10,000 yuan' },
  severity: 'warning',
  tags: ['plausibility'],
  form: '2021',
  docs: {
    zh: '行政事业性收费的金额像是以元填写。表二该栏单位是万元。请核对单位：县级达到 100000 万元、比上年大一千倍、除以一万后与上年相近时提示。市级以上数额大、确有大幅变动的不在此列。',
    en: 'The amount of fees looks like yuan. The column is in units of 10,000 yuan. Check the unit: named are 100,000 and more in a county, a thousand times last year, or last year’s amount once divided by 10,000. Large amounts of cities and real jumps are left alone.',
  },
  *run({ report, previous }) {
    const amount = numberAt(report, fees);
    if (!amount) return;
    const before = previous && previous.forms.disclosures === '2021' ? numberAt(previous, fees) : undefined;
    const county = report.region !== null && !report.region.code.endsWith('00');
    const likeLastYear = before
      ? Math.abs(amount / 10_000 - before) <= before * 0.05 || amount >= before * 1000
      : false;
    if (!(county && amount >= 100_000) && !likeLastYear) return;
    yield {
      cells: [fees],
      slot: fees,
      message: {
        zh: `表二行政事业性收费 ${amount} 万元${before ? `，上年 ${before} 万元` : ''}；数额过大，疑以元填写`,
        en: `Table 2, fees: ${amount} (10,000 yuan)${before ? `, last year ${before}` : ''}; so large that it may be in yuan`,
      },
    };
  },
  valid: () => [
    example('2021', { cells: { [fees]: 96171.6 }, report: { region: { code: '320800', path: ['江苏省', '淮安市'] } } }),
    example('2021', { cells: { [fees]: 7730.28 }, subject: last(4100.5) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { [fees]: 9739300 } }),
      says: ['表二行政事业性收费 9739300 万元；数额过大，疑以元填写'],
    },
    {
      subject: example('2021', { cells: { [fees]: 81000 }, subject: last(8) }),
      says: ['表二行政事业性收费 81000 万元，上年 8 万元；数额过大，疑以元填写'],
    },
  ],
});
