import type { Address } from '../report/report.ts';
import { numberAt, numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { resultRows } from './sums/identity.ts';
import { applicationSums } from './sums/sum-findings.ts';

const taken = ['applications.received.total', 'applications.carriedIn.total'] as const;
const quiet = everyCell('2021', 'applications', 0);

export default defineCheck({
  id: 'applications-results-without-requests',
  title: { zh: '无申请却有结果', en: 'Results without requests' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '本年新收和上年结转都是 0，办理结果却有数。没有申请就没有结果。对照原文看漏填的是申请还是多填了结果。收办平衡或结果合计已报的不再重复；只有上年结转的、有空白的不提示。',
    en: 'Nothing was received or carried in, yet there are results. No request, no result. Look up whether the requests were left out or a result is one too many. Not repeated where a sum of table 3 fails already; cases carried in explain results, and blanks leave it undecided.',
  },
  *run({ report }) {
    const form = report.forms.applications;
    if (!form) return;
    const values = numbersAt(report, taken);
    if (!Array.isArray(values)) {
      yield values;
      return;
    }
    if (values.some((value) => value > 0)) return;
    const results = resultRows(form)
      .map((id) => `applications.${id}.total` as Address)
      .filter((address) => (numberAt(report, address) ?? 0) > 0);
    if (!results.length || applicationSums(report).failing.length) return;
    yield {
      cells: [...taken, ...results],
      slot: 'applications',
      message: {
        zh: `表三本年新收与上年结转均为 0，而有 ${results.length} 项办理结果大于 0`,
        en: `Table 3 has nothing received or carried in, but ${results.length} results above 0`,
      },
    };
  },
  valid: () => [
    example('2021'),
    // only cases carried in
    example('2021', { cells: row('received') }),
    // the balance says it already
    example('2021', { cells: { ...row('received'), ...row('carriedIn') } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { ...quiet, ...row('granted', 2, 0, 0, 0, 0, 0, 2), ...row('concluded', '', 0, 0, 0, 0, 0, '') },
      }),
      says: ['表三本年新收与上年结转均为 0，而有 1 项办理结果大于 0'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'applications.received.total': '' } }), code: 'nothing-reported' },
  ],
});
