import { disputeRows } from '../report/forms/index.ts';
import { rowName } from '../report/names.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';

const none = {
  'disputes.reconsideration.upheld': 0,
  'disputes.reconsideration.pending': 0,
  'disputes.reconsideration.total': 0,
} as const;

export default defineCheck({
  id: 'pending-vanished',
  title: { zh: '未结案件去向', en: 'Pending cases vanished' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '上年有尚未审结的案件，本年该类总计却是 0。未结的案件通常在本年审结并计入。可请机关说明去向。只统计当年新案件的机关也会如此，所以只是提示。',
    en: 'Last year left cases pending, yet this year counts none of that kind. Pending cases are usually closed and counted this year. Ask the bureau what became of them. A body that counts new cases only gives the same picture, hence only a note.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    for (const row of disputeRows) {
      const pending = numberAt(previous, `disputes.${row}.pending`);
      if (!pending || numberAt(subject.report, `disputes.${row}.total`) !== 0) continue;
      const { zh, en } = rowName('disputes', row);
      yield {
        cells: [`disputes.${row}.total`],
        slot: `disputes.${row}`,
        message: {
          zh: `${zh}：${previous.year} 年尚未审结 ${pending} 件，本年总计 0 件`,
          en: `${en}: ${pending} pending in ${previous.year}, none in all this year`,
        },
        besides: [{ report: previous, cells: [`disputes.${row}.pending`] }],
      };
    }
  },
  valid: () => [
    example('2021', { subject: lastYears('2021') }),
    example('2021', { cells: { 'disputes.reconsideration.total': '' }, subject: lastYears('2021') }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: none, subject: lastYears('2021') }),
      says: ['行政复议：2020 年尚未审结 1 件，本年总计 0 件'],
    },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
