import { defineCheck, notAssessed } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { ownFacts } from './narrative/facts-of.ts';
import { rowQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-all-concluded',
  title: { zh: '全部办结', en: 'All concluded in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写所有申请均已办结，表三结转下年度就应是 0。办结和结转是收到申请的两个去向。对照原文，看是写得过满还是结转填错。均在法定期限内答复说的是时限，其中若干件均办结说的是一部分，不比较。',
    en: 'Where the text says that all requests were concluded, none is carried over in table 3. Those taken in are either concluded or carried over. Look up whether the words say too much or the row is wrong. Answers all within the legal time, and a part that was all concluded, are other statements and are not compared.',
  },
  *run({ report }) {
    const facts = ownFacts(report, 'allConcluded');
    const [fact] = facts;
    if (!fact) return;
    const carried = rowQuantity(report, 'carriedOut');
    if (carried.value === null) {
      yield notAssessed('absent', '表三结转下年度未见', 'The row of requests carried over was not found');
      return;
    }
    if (carried.value === 0) return;
    const blank = carried.atLeast || !carried.cells.some((cell) => cell.endsWith('.total'));
    yield {
      cells: carried.cells,
      slot: `${fact.section}.allConcluded`,
      message: {
        zh: `正文写申请全部办结，表三结转下年度 ${carried.value} 件${blank ? '（总计空白，按各列相加）' : ''}`,
        en: `The text says all requests were concluded; table 3 carries over ${carried.value}${blank ? ' (total blank, its columns added up)' : ''}`,
      },
      evidence: facts.map(quoteOf),
    };
  },
  valid: () => [
    example('2021', {
      cells: row('carriedOut', 0, 0, 0, 0, 0, 0, 0),
      facts: [{ subject: 'allConcluded', value: null, unit: '' }],
    }),
    // answered in time is not concluded in full
    example('2021', { facts: [{ subject: 'answered', value: 12, sentence: '答复12件，均在法定期限内答复。' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'allConcluded', value: null, unit: '', sentence: '所有申请均已办理完成。' }],
      }),
      says: ['正文写申请全部办结，表三结转下年度 1 件'],
    },
    {
      subject: example('2019', {
        cells: { 'applications.carriedOut.total': '' },
        facts: [{ subject: 'allConcluded', value: null, unit: '' }],
      }),
      says: ['正文写申请全部办结，表三结转下年度 1 件（总计空白，按各列相加）'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'applications', null),
        facts: [{ subject: 'allConcluded', value: null, unit: '' }],
      }),
      code: 'absent',
    },
  ],
});
