import { applicantColumns } from '../report/forms/index.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { against, quoteOf } from './narrative/against.ts';
import { factsAbout, ofAllRequests } from './narrative/facts-of.ts';
import { rowQuantity, total } from './narrative/quantity.ts';
import { isOfAnother } from './narrative/scope.ts';

const organisations = applicantColumns.filter((column) => column !== 'person' && column !== 'total');

export default defineCheck({
  id: 'narrative-applicants',
  title: { zh: '申请人类型', en: 'Applicants in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写自然人申请若干件、法人或其他组织申请若干件，应是表三本年新收的相应各栏，或加上上年结转；写均为自然人的，其他各栏应为 0。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。3493 等于新收 3402 加结转 91，不算不符。',
    en: 'Requests by persons or by organisations are those columns of the received row in table 3, with or without those carried in; where all are by persons the other columns are 0. One thing has one number in one report. Look up which of the two is wrong. 3493 beside 3402 received and 91 carried in is no contradiction.',
  },
  *run({ report }) {
    const facts = factsAbout(report, 'applicants').filter((fact) => ofAllRequests(report, fact));
    const counted = facts.filter(({ value, column }) => value !== null && column !== undefined);
    yield* against(report, counted, (fact, tables) => {
      const columns = fact.column === 'organisations' ? organisations : [fact.column!];
      const received = rowQuantity(tables, 'received', columns);
      return [received, total([received, rowQuantity(tables, 'carriedIn', columns)])];
    });
    const [all] = facts.filter((fact) => fact.value === null && fact.column === 'person' && !isOfAnother(report, fact));
    if (!all) return;
    const others = rowQuantity(report, 'received', organisations);
    if (!others.value) return;
    yield {
      cells: others.cells.filter((cell) => (report.cells[cell]?.value ?? 0) > 0),
      slot: `${all.section}.applicants`,
      message: {
        zh: `正文写申请人均为自然人，表三本年新收中法人或其他组织 ${others.value} 件`,
        en: `The text says all applicants were persons; table 3 has ${others.value} received from organisations`,
      },
      evidence: [quoteOf(all)],
    };
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'applicants', value: 9, column: 'person' }] }),
    // with the one carried in from last year
    example('2021', {
      facts: [
        { subject: 'applicants', value: 10, column: 'person' },
        { subject: 'applicants', value: 3, column: 'organisations' },
      ],
    }),
    // of those granted alone
    example('2021', {
      facts: [
        { subject: 'granted', value: 5 },
        { subject: 'applicants', value: 4, column: 'person', partOf: 0 },
      ],
    }),
    example('2019', {
      cells: row('received', 12, 0, 0, 0, 0, 0, 12),
      facts: [{ subject: 'applicants', value: null, unit: '', column: 'person' }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'applicants', value: 12, column: 'person' }] }),
      says: ['正文写申请人（自然人） 12 件，表中「本年新收」自然人 9、「本年新收」自然人＋「上年结转」自然人 10'],
    },
    {
      subject: example('2021', { facts: [{ subject: 'applicants', value: null, unit: '', column: 'person' }] }),
      says: ['正文写申请人均为自然人，表三本年新收中法人或其他组织 3 件'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: row('received', null, 2, 0, 0, 1, 0, 12),
        facts: [{ subject: 'applicants', value: 8, column: 'person' }],
      }),
      code: 'absent',
    },
  ],
});
