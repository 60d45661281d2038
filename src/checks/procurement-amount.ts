import { numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const cells = ['disclosures.procurement.projects', 'disclosures.procurement.amount'] as const;

export default defineCheck({
  id: 'procurement-amount',
  title: { zh: '采购数与金额', en: 'Procurement count and amount' },
  severity: 'warning',
  tags: ['reconciliation'],
  form: '2019',
  docs: {
    zh: '2019 年表式：有采购项目就应有金额，没有项目就没有金额。两格说的是同一批采购。对照原文看哪一格漏填。金额空白时不判断。',
    en: 'In the form of 2019 procurement projects come with an amount, and no projects with none. Both cells speak of the same purchases. Look up which one was left out. Undecided where the amount is blank.',
  },
  *run({ report }) {
    const values = numbersAt(report, cells);
    if (!Array.isArray(values)) {
      yield values;
      return;
    }
    const [projects, amount] = values as [number, number];
    if ((projects === 0) === (amount === 0)) return;
    yield {
      cells: [...cells],
      slot: 'disclosures.procurement',
      message: {
        zh: `表二政府集中采购：项目 ${projects} 个，金额 ${amount}；二者应同为 0 或同不为 0`,
        en: `Table 2, procurement: ${projects} projects but an amount of ${amount}; either both are 0 or neither`,
      },
    };
  },
  valid: () => [
    example('2019'),
    example('2019', { cells: { 'disclosures.procurement.projects': 0, 'disclosures.procurement.amount': 0 } }),
  ],
  invalid: () => [
    {
      subject: example('2019', { cells: { 'disclosures.procurement.amount': 0 } }),
      says: ['表二政府集中采购：项目 3 个，金额 0；二者应同为 0 或同不为 0'],
    },
  ],
  unassessable: () => [
    { subject: example('2019', { cells: { 'disclosures.procurement.amount': '' } }), code: 'nothing-reported' },
  ],
});
