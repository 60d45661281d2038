import type { Address, Report } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const fees: Address = 'disclosures.fees.amount';
const last = (value: number) => ({
  previous: example('2021', { cells: { [fees]: value }, report: { year: 2020 } }).report,
});

/** The unit that stands in the cell itself, else the one in the heads over it. */
const printedUnit = ({ cells, tables }: Report): string | undefined =>
  /[十百千万亿]*元/.exec(cells[fees]?.raw ?? '')?.[0] ?? tables.disclosures?.feesIn;

export default defineCheck({
  id: 'fee-unit',
  title: { zh: '收费单位疑似为元', en: 'Fees in yuan instead of 10,000 yuan' },
  severity: 'warning',
  tags: ['plausibility'],
  form: '2021',
  docs: {
    zh: '行政事业性收费的单位不是万元，或数额像是以元填写。表二该栏单位是万元：栏头或格内印的是别的单位，县级达到 100000 万元，比上年大一千倍，或除以一万后与上年相近时提示；库里不换算。市级以上数额大、确有大幅变动的不在此列。',
    en: 'The unit of fees is not 10,000 yuan, or the amount looks like yuan. The column is in units of 10,000 yuan: named are another unit in the head or the cell, 100,000 and more in a county, a thousand times last year, or last year’s amount once divided by 10,000; nothing is converted. Large amounts of cities and real jumps are left alone.',
  },
  *run({ report, previous }) {
    const amount = numberAt(report, fees);
    if (!amount) return;
    const says = (message: { zh: string; en: string }) => ({ cells: [fees], slot: fees, message });
    const unit = printedUnit(report);
    if (unit !== undefined && unit !== '万元') {
      yield says({
        zh: `表二行政事业性收费 ${amount} 印作“${unit}”，该栏单位应为万元；未作换算`,
        en: `Table 2, fees: ${amount} is printed in “${unit}”, the column is in 10,000 yuan; not converted`,
      });
      return;
    }
    const before = previous && previous.forms.disclosures === '2021' ? numberAt(previous, fees) : undefined;
    const county = report.region !== null && !report.region.code.endsWith('00');
    const likeLastYear = before
      ? Math.abs(amount / 10_000 - before) <= before * 0.05 || amount >= before * 1000
      : false;
    if (!(county && amount >= 100_000) && !likeLastYear) return;
    yield says({
      zh: `表二行政事业性收费 ${amount} 万元${before ? `，上年 ${before} 万元` : ''}；数额过大，疑以元填写`,
      en: `Table 2, fees: ${amount} (10,000 yuan)${before ? `, last year ${before}` : ''}; so large that it may be in yuan`,
    });
  },
  valid: () => [
    example('2021', { cells: { [fees]: 96171.6 }, report: { region: { code: '320800', path: ['江苏省', '淮安市'] } } }),
    example('2021', { cells: { [fees]: 7730.28 }, subject: last(4100.5) }),
    example('2021', { cells: { [fees]: '973.93万元' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { [fees]: '973.93元' } }),
      says: ['表二行政事业性收费 973.93 印作“元”，该栏单位应为万元；未作换算'],
    },
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
