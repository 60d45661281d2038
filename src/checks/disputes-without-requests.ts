import type { Address, Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { disputeSums } from './sums/sum-findings.ts';

const totals: Address[] = [
  'disputes.reconsideration.total',
  'disputes.litigation.total',
  'disputes.litigationAfterReconsideration.total',
];
const requests: Address[] = ['applications.received.total', 'applications.carriedIn.total'];

const all = ({ cells }: Report, addresses: readonly Address[]): number | undefined =>
  addresses.every((address) => cells[address]?.state === 'number')
    ? addresses.reduce((sum, address) => sum + (cells[address]?.value ?? 0), 0)
    : undefined;

const quiet = everyCell('2021', 'applications', 0);

export default defineCheck({
  id: 'disputes-without-requests',
  title: { zh: '无申请却有争议', en: 'Disputes without requests' },
  severity: 'warning',
  tags: ['reconciliation'],
  docs: {
    zh: '本年和上年都没有信息公开申请，表四却有复议或诉讼。争议由申请的办理引起。核对两表，看是否填错表或填错年。上年有申请、有空白格、或表四合计本身不平时不提示。',
    en: 'There were no requests this year and none last year, yet table 4 counts disputes. Disputes arise from the handling of requests. Compare the two tables for a count in the wrong place. Silent where last year had requests, a cell is blank, or table 4 does not add up itself.',
  },
  *run({ report, previous }) {
    const disputes = all(report, totals);
    const received = all(report, requests);
    if (received !== undefined && received > 0) return;
    if (disputes === 0) return;
    if (disputes === undefined || received === undefined) {
      const absent = [...totals, ...requests].some((address) => !report.cells[address]);
      yield absent
        ? notAssessed('absent', '表三或表四的总计未见', 'A total of table 3 or 4 was not found')
        : notAssessed('blank-total', '表三或表四的总计空白', 'A total of table 3 or 4 is blank');
      return;
    }
    if (disputeSums(report).failing.length) {
      yield notAssessed('inconsistent', '表四的合计不平，先核对合计', 'Table 4 does not add up; settle that first');
      return;
    }
    if (previous && all(previous, [...requests]) !== 0) return;
    yield {
      cells: [...totals, ...requests],
      slot: 'disputes',
      message: {
        zh: `表四有复议、诉讼 ${disputes} 件，而表三本年新收与上年结转均为 0`,
        en: `Table 4 counts ${disputes} disputes while table 3 has no request received or carried in`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { cells: { ...quiet, ...everyCell('2021', 'disputes', 0) } }),
    // the disputes are about last year's requests
    example('2021', { cells: quiet, subject: { previous: example('2021', { report: { year: 2020 } }).report } }),
  ],
  invalid: () => [
    { subject: example('2021', { cells: quiet }), says: ['表四有复议、诉讼 3 件，而表三本年新收与上年结转均为 0'] },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { ...quiet, 'disputes.litigation.total': 1 } }), code: 'inconsistent' },
    {
      subject: example('2021', { cells: { 'applications.received.total': '', 'applications.carriedIn.total': 0 } }),
      code: 'blank-total',
    },
    { subject: example('2021', { cells: { ...quiet, ...everyCell('2021', 'disputes', null) } }), code: 'absent' },
  ],
});
