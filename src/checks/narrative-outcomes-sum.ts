import { type Fact, outcomeSubjects } from '../report/fact.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, row } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { factsOf } from './narrative/facts-of.ts';
import { outcomeQuantities } from './narrative/outcomes.ts';
import { rowQuantity, total } from './narrative/quantity.ts';
import { isOfAnother } from './narrative/scope.ts';

const isOutcome = (fact: Fact | undefined): boolean =>
  fact !== undefined && (outcomeSubjects as readonly string[]).includes(fact.subject);

export default defineCheck({
  id: 'narrative-outcomes-sum',
  title: { zh: '各类之和', en: 'Outcomes in the text add up' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '一句话里列出四类以上办理结果的，各类之和应是表三（七）总计，或加上结转下年度。这些类别把办结的申请分完了。对照原文，看少写了哪一类或哪个数写错。某一类本身与表不符时只报那一类，列得少的不判断。',
    en: 'Where one sentence gives four or more groups of outcomes, they add up to those concluded in table 3, with or without those carried over. Between them the groups hold every request concluded. Look up which group is left out or which number is wrong. Where one group contradicts the table only that is said, and shorter lists are left alone.',
  },
  *run({ report }) {
    const bySentence = new Map<string, Fact[]>();
    for (const fact of factsOf(report, ...outcomeSubjects))
      if (fact.value !== null && !isOutcome(report.facts[fact.partOf ?? -1]) && !isOfAnother(report, fact))
        bySentence.set(fact.sentence, [...(bySentence.get(fact.sentence) ?? []), fact]);
    for (const facts of bySentence.values()) {
      if (new Set(facts.map(({ subject }) => subject)).size < 4) continue;
      // Groups that add up to a number of the sentence are held against the table by that number.
      if (facts.every(({ partOf }) => partOf !== undefined && report.facts[partOf]!.parts === 'complete')) continue;
      const explained = facts.some((fact) => {
        const set = outcomeQuantities(fact, report);
        return set.every(({ value }) => value !== null) && !set.some(({ value }) => value === fact.value);
      });
      if (explained) continue;
      if (facts.some(({ precision }) => precision !== 'exact')) {
        yield notAssessed('approximate', '各类件数中有约数', 'Some of the outcomes are approximate');
        continue;
      }
      const concluded = rowQuantity(report, 'concluded');
      const allowed = [concluded, total([concluded, rowQuantity(report, 'carriedOut')])];
      const sum = facts.reduce((all, { value }) => all + value!, 0);
      if (allowed.some(({ value }) => value === sum)) continue;
      if (allowed.some(({ value, atLeast }) => value === null || atLeast)) {
        yield notAssessed(
          'blank-total',
          '（七）总计或结转下年度未报',
          'Those concluded or carried over are not reported',
        );
        continue;
      }
      yield {
        cells: [...new Set(allowed.flatMap(({ cells }) => cells))],
        slot: `${facts[0]!.section}.outcomes`,
        message: {
          zh: `正文各类办理结果 ${facts.map(({ value }) => value).join('＋')}＝${sum} 件，表三（七）总计 ${concluded.value} 件，加结转下年度 ${allowed[1]!.value} 件`,
          en: `The outcomes in the text are ${facts.map(({ value }) => value).join(' + ')} = ${sum}; table 3 has ${concluded.value} concluded, ${allowed[1]!.value} with those carried over`,
        },
        evidence: [quoteOf(facts[0]!)],
      };
    }
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'granted', value: 5 },
        { subject: 'partlyGranted', value: 1 },
        { subject: 'denied', value: 1 },
        { subject: 'unavailable', value: 4 },
        { subject: 'declined', value: 1 },
      ],
    }),
    // the two ways of granting are parts of one group
    example('2021', {
      facts: [
        { subject: 'grantedOrPartly', value: 6 },
        { subject: 'granted', value: 5, partOf: 0 },
        { subject: 'partlyGranted', value: 1, partOf: 0 },
        { subject: 'denied', value: 1 },
        { subject: 'unavailable', value: 4 },
        { subject: 'declined', value: 1 },
      ],
    }),
    // one group contradicts the table: that is another check's finding
    example('2021', {
      facts: [
        { subject: 'granted', value: 5 },
        { subject: 'partlyGranted', value: 1 },
        { subject: 'denied', value: 1 },
        { subject: 'unavailable', value: 3 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'granted', value: 5 },
          { subject: 'partlyGranted', value: 1 },
          { subject: 'denied', value: 1 },
          { subject: 'unavailable', value: 4 },
        ],
      }),
      says: ['正文各类办理结果 5＋1＋1＋4＝11 件，表三（七）总计 12 件，加结转下年度 13 件'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: row('concluded', '', '', '', '', '', '', ''),
        facts: [
          { subject: 'granted', value: 5 },
          { subject: 'partlyGranted', value: 1 },
          { subject: 'denied', value: 1 },
          { subject: 'unavailable', value: 4 },
        ],
      }),
      code: 'blank-total',
    },
  ],
});
