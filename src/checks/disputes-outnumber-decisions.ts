import { numberAt } from './cells/values.ts';
import { example, lastYears } from './example.ts';
import { defineTwoYears, plus } from './others/two-years.ts';

const many = { 'disputes.litigation.upheld': 90, 'disputes.litigation.total': 90 } as const;

export default defineTwoYears({
  id: 'disputes-outnumber-decisions',
  title: { zh: '争议多于办结', en: 'More disputes than decisions' },
  docs: {
    zh: '复议与直接起诉之和多于本年和上年办结的申请。争议一般针对已作出的答复。看是否把其他案件计入。对逾期不答复提起的争议不受此限，只作留意。',
    en: 'Reconsiderations and direct suits outnumber the requests concluded this year and last. Disputes are mostly about answers. See whether other cases were counted. Disputes over silence are an exception, so look before quoting.',
  },
  cells: ['disputes.reconsideration.total', 'disputes.litigation.total'],
  asks: ['applications.concluded.total'],
  count: (report) =>
    plus(numberAt(report, 'disputes.reconsideration.total'), numberAt(report, 'disputes.litigation.total')),
  ceiling: (report) => numberAt(report, 'applications.concluded.total'),
  say: (disputes, concluded) => ({
    zh: `复议和直接起诉共 ${disputes} 件，本年和上年办结 ${concluded} 件`,
    en: `${disputes} reconsiderations and direct suits, ${concluded} requests concluded this year and last`,
  }),
  valid: () => [
    example('2021', { subject: lastYears('2021') }),
    example('2021', {
      cells: { 'disputes.reconsideration.total': '', 'disputes.litigationAfterReconsideration.total': '' },
      subject: lastYears('2021'),
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: many, subject: lastYears('2021') }),
      says: ['复议和直接起诉共 92 件，本年和上年办结 24 件'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { cells: many }), code: 'no-previous-year' }],
});
