import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const amount = 'disclosures.procurement.amount';

export default defineCheck({
  id: 'procurement-unit',
  title: { zh: '采购金额单位', en: 'Unit of the procurement amount' },
  severity: 'note',
  tags: ['plausibility'],
  form: '2019',
  docs: {
    zh: '采购总金额写明万元或亿元，或者没有单位而平均每个项目不足 1000 元。表样未定单位，一般按元。引用时请带上原文单位；库里不换算。写明元的不提示。',
    en: 'The procurement amount is given in 10,000 or 100 million yuan, or without a unit and below 1,000 a project. The form names no unit, and yuan is usual. Quote it with the unit as printed; it is never converted. An amount that says yuan is fine.',
  },
  *run({ report }) {
    const cell = report.cells[amount];
    const value = numberAt(report, amount);
    const projects = numberAt(report, 'disclosures.procurement.projects') ?? 0;
    if (!cell || !value) return;
    const unit = /[万亿]?元|[万亿]/.exec(cell.raw)?.[0] ?? '';
    if (unit === '元' || (unit === '' && value >= 1000 * projects)) return;
    yield {
      cells: unit ? [amount] : [amount, 'disclosures.procurement.projects'],
      slot: amount,
      message: {
        zh: unit
          ? `表二采购总金额印作“${cell.raw}”，单位是${unit}，一般为元；未作换算`
          : `表二采购总金额 ${value} 没有单位，项目 ${projects} 个，疑为万元；未作换算`,
        en: unit
          ? `Table 2, procurement is printed “${cell.raw}”, not in yuan; not converted`
          : `Table 2, procurement amounts to ${value} for ${projects} projects without a unit, perhaps in 10,000 yuan; not converted`,
      },
    };
  },
  valid: () => [example('2019'), example('2019', { cells: { [amount]: '251000元' } })],
  invalid: () => [
    {
      subject: example('2019', { cells: { [amount]: '25.1万元' } }),
      says: ['表二采购总金额印作“25.1万元”，单位是万元，一般为元；未作换算'],
    },
    {
      subject: example('2019', { cells: { [amount]: '25.1' } }),
      says: ['表二采购总金额 25.1 没有单位，项目 3 个，疑为万元；未作换算'],
    },
  ],
});
