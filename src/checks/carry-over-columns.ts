import { type Address, applicantColumns } from '../report/forms/index.ts';
import { columnName } from '../report/names.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears, row } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { cut } from './wording.ts';

const at = (id: string, column: string) => `applications.${id}.${column}` as Address;

export default defineCheck({
  id: 'carry-over-columns',
  title: { zh: '分栏结转', en: 'Carried over by kind of applicant' },
  severity: 'warning',
  tags: ['reconciliation', 'years'],
  docs: {
    zh: '各类申请人的上年结转，等于上年报告该类的结转下年度。两份报告说的是同一批申请。核对是否换了申请人类别。总数已不符的由“结转衔接”说明；空白格不判断。',
    en: 'What is carried in for each kind of applicant equals what last year’s report carried out for it. Both speak of the same requests. Check whether applicants were put into another class. Where the totals differ the check on carry-over says so, and blank cells are left undecided.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const { report } = subject;
    const pair = (column: string) => [
      numberAt(report, at('carriedIn', column)),
      numberAt(previous, at('carriedOut', column)),
    ];
    const [own, theirs] = pair('total');
    if (own === undefined || own !== theirs) return;
    const differing = applicantColumns.filter((column) => {
      const [now, then] = pair(column);
      return now !== undefined && then !== undefined && now !== then;
    });
    if (!differing.length) return;
    const lines = differing.map((column) => {
      const [now, then] = pair(column);
      const { zh, en } = columnName('applications', column);
      return { zh: `${zh} ${now} 件，上年结转出 ${then} 件`, en: `${en} ${now}, carried out last year ${then}` };
    });
    const all = cut(lines, '；');
    yield {
      cells: differing.map((column) => at('carriedIn', column)),
      slot: 'applications.carriedIn.columns',
      lines,
      message: {
        zh: `上年结转总数相符，分栏不符：${all.zh}`,
        en: `The totals carried over agree, the columns do not: ${all.en}`,
      },
      besides: [{ report: previous, cells: differing.map((column) => at('carriedOut', column)) }],
    };
  },
  valid: () => [
    example('2021', { subject: lastYears('2019') }),
    // the totals differ: that is another check's finding
    example('2021', { subject: lastYears('2021', { cells: row('carriedOut', 3, 0, 0, 0, 0, 0, 3) }) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { subject: lastYears('2021', { cells: row('carriedOut', 0, 1, 0, 0, 0, 0, 1) }) }),
      says: ['上年结转总数相符，分栏不符：自然人 1 件，上年结转出 0 件；商业企业 0 件，上年结转出 1 件'],
    },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
