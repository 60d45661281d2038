import { outcomeSubjects } from '../report/fact.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { factsAbout, ofAllRequests } from './narrative/facts-of.ts';
import { groupQuantity, rowQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-reasons',
  title: { zh: '不予公开等理由', en: 'Grounds in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文按理由写出的件数（如属于过程性信息、本机关不掌握），应是表三的那一行；申请人撤回的，不应多于其他处理。同一件事在正文和表里只有一个数。对照原文，看哪一处写错或归错了行。因不掌握等原因无法提供，说的是整类，由分类件数判断。',
    en: 'Requests told by their ground, such as deliberative information or not held, are that row of table 3; those withdrawn do not exceed other outcomes. One thing has one number in one report. Look up which is wrong, or whether it was put in another row. Unavailable because not held and the like means the whole group and is judged there.',
  },
  *run({ report }) {
    const grounds = factsAbout(report, 'ground').filter(
      (fact) => fact.row !== undefined && ofAllRequests(report, fact, outcomeSubjects),
    );
    yield* against(report, grounds, (fact, tables) => {
      // The older form has one row for other outcomes.
      const row = tables.forms.applications === '2019' && fact.row!.startsWith('other.') ? null : fact.row!;
      return row === null ? [] : [rowQuantity(tables, row)];
    });
    const withdrawn = factsAbout(report, 'withdrawn').filter(({ value }) => value !== null && value > 0);
    yield* against(report, withdrawn, (fact, tables) => {
      const other = groupQuantity(tables, 'other');
      return [other.value !== null && other.value >= fact.value! ? { ...other, value: fact.value } : other];
    });
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'ground', value: 3, row: 'unavailable.notHeld' }] }),
    // fewer withdrawn than other outcomes
    example('2021', {
      cells: { 'applications.other.other.person': 2, 'applications.other.other.total': 2 },
      facts: [{ subject: 'withdrawn', value: 1 }],
    }),
    // one of those carried in
    example('2021', {
      facts: [
        { subject: 'carriedIn', value: 1 },
        { subject: 'ground', value: 1, row: 'unavailable.notHeld', partOf: 0 },
      ],
    }),
    // the older form has no such row
    example('2019', { facts: [{ subject: 'ground', value: 1, row: 'other.unpaid' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'ground', value: 2, row: 'denied.internal' }] }),
      says: ['正文写不予公开·三类内部事务信息 2 件，表中「不予公开·三类内部事务信息」 1'],
    },
    {
      subject: example('2021', { facts: [{ subject: 'withdrawn', value: 3 }] }),
      says: ['正文写申请人撤回 3 件，表中「其他处理」各项 0'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'ground', value: 2, row: 'denied.internal', precision: 'about' }],
      }),
      code: 'approximate',
    },
  ],
});
