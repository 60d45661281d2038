import type { Report } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';

const concluded = (report: Report) => numberAt(report, 'applications.concluded.total');

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

const many = { 'disputes.litigation.upheld': 90, 'disputes.litigation.total': 90 } as const;

export default defineCheck({
  id: 'disputes-outnumber-decisions',
  title: { zh: '争议多于办结', en: 'More disputes than decisions' },
  severity: 'warning',
  tags: ['years'],
  docs: {
    zh: '复议与直接起诉之和多于本年和上年办结的申请。争议一般针对已作出的答复。看是否把其他案件计入。对逾期不答复提起的争议不受此限，只作留意。',
    en: 'Reconsiderations and direct suits outnumber the requests concluded this year and last. Disputes are mostly about answers. See whether other cases were counted. Disputes over silence are an exception, so look before quoting.',
  },
  *run(subject) {
    const n = plus(
      numberAt(subject.report, 'disputes.reconsideration.total'),
      numberAt(subject.report, 'disputes.litigation.total'),
    );
    if (!n || n <= (concluded(subject.report) ?? n)) return;
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const m = plus(concluded(subject.report), concluded(previous));
    if (m === undefined || n <= m) return;
    yield {
      cells: ['disputes.reconsideration.total', 'disputes.litigation.total'],
      slot: 'disputes',
      message: {
        zh: `复议和直接起诉共 ${n} 件，本年和上年办结 ${m} 件`,
        en: `${n} reconsiderations and direct suits, ${m} requests concluded this year and last`,
      },
    };
  },
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
