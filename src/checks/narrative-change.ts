import type { Words } from '../errors.ts';
import type { Fact } from '../report/fact.ts';
import { factSubjects } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, row } from './example.ts';
import { quoteOf, said } from './narrative/against.ts';
import { factsAbout } from './narrative/facts-of.ts';
import { decimalsOf, printedRight } from './narrative/percent.ts';
import { cellQuantity, type Quantity, rowQuantity, total } from './narrative/quantity.ts';
import { isOfAnother } from './narrative/scope.ts';

/** Last year's numbers that the sentence can compare with. */
function lastYear({ subject }: Fact, previous: Report): Quantity[] {
  const received = rowQuantity(previous, 'received');
  const both = total([received, rowQuantity(previous, 'carriedIn')]);
  if (subject === 'received') return [received, both];
  if (subject === 'receivedAndCarried' || subject === 'handled')
    return [received, both, rowQuantity(previous, 'concluded')];
  if (subject === 'concluded' || subject === 'answered') return [rowQuantity(previous, 'concluded')];
  if (subject === 'licences' || subject === 'penalties' || subject === 'coerciveMeasures')
    return [cellQuantity(previous, `disclosures.${subject}.decisions`)];
  return [];
}

/** 下降 20%. */
const moved = (rate: number, decimals: number): Words => {
  const percent = Math.abs(rate).toFixed(decimals);
  return rate < 0
    ? { zh: `下降 ${percent}%`, en: `${percent} % less` }
    : { zh: `增长 ${percent}%`, en: `${percent} % more` };
};

export default defineCheck({
  id: 'narrative-change',
  title: { zh: '同比', en: 'Change on last year' },
  severity: 'warning',
  tags: ['text', 'years'],
  docs: {
    zh: '正文写某数同比增长或下降百分之几的，用上一年度报告的同一个数复算应对得上，升降方向也应一致；四舍五入或截去尾数都算对。增减率只能由两年的数算出。对照两年的原文，看是哪一年的数或百分比写错。上一年度报告未入库时不判断；新媒体、公开条数等不在表里的数不比较。',
    en: 'Where the text says that a number rose or fell by so many per cent, this fits the same number of last year, in size and in direction, rounded or cut off. A rate of change comes from two years. Look up which year or which percentage is wrong. Undecided while last year is not stored; numbers that no table holds are not compared.',
  },
  *run({ report, previous }) {
    for (const change of factsAbout(report, 'change')) {
      const fact = change.about === undefined ? undefined : report.facts[change.about];
      if (!fact || fact.value === null || change.value === null || fact.of !== undefined) continue;
      if (isOfAnother(report, fact)) continue;
      if (!previous) {
        if (lastYear(fact, report).length > 0)
          yield notAssessed(
            'no-previous-year',
            `上一年度报告未入库，无法复算：${said(fact).zh}`,
            `Last year is not stored, so this stays open: ${said(fact).en}`,
          );
        continue;
      }
      const set = lastYear(fact, previous).filter(({ value, atLeast }) => value !== null && value > 0 && !atLeast);
      if (set.length === 0) continue;
      if (fact.precision !== 'exact' || change.precision !== 'exact') {
        yield notAssessed('approximate', `件数或百分比是约数：${said(fact).zh}`, `Approximate: ${said(fact).en}`);
        continue;
      }
      const decimals = decimalsOf(change.sentence, change.value);
      const exact = set.map(({ value }) => ((fact.value! - value!) / value!) * 100);
      const right = exact.some(
        (rate) =>
          Math.sign(rate) * Math.sign(change.value!) >= 0 &&
          printedRight(Math.abs(change.value!), Math.abs(rate), decimals),
      );
      if (right) continue;
      const { zh, en } = factSubjects[fact.subject];
      const [base] = set;
      const told = moved(change.value, decimals);
      const due = moved(exact[0]!, Math.max(1, decimals));
      yield {
        cells: [],
        slot: `${change.section}.change.${fact.subject}`,
        message: {
          zh: `正文写${zh} ${fact.value} ${fact.unit}，同比${told.zh}；上一年度 ${base!.value} ${fact.unit}，应为${due.zh}`,
          en: `The text says ${fact.value} ${en}, ${told.en} on last year; last year has ${base!.value}, which makes ${due.en}`,
        },
        evidence: [quoteOf(change)],
        origin: 'report',
      };
    }
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'received', value: 12 },
        { subject: 'change', value: 20, unit: '%', about: 0 },
      ],
      subject: { previous: example('2021', { cells: row('received', 7, 2, 0, 0, 1, 0, 10) }).report },
    }),
    // a number that no table holds
    example('2021', {
      facts: [
        { subject: 'accounts', value: 176, of: '政务新媒体' },
        { subject: 'change', value: 6.7, unit: '%', about: 0 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'received', value: 12 },
          { subject: 'change', value: -20, unit: '%', about: 0 },
        ],
        subject: { previous: example('2021', { cells: row('received', 7, 2, 0, 0, 1, 0, 10) }).report },
      }),
      says: ['正文写收到申请 12 件，同比下降 20%；上一年度 10 件，应为增长 20.0%'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'received', value: 12 },
          { subject: 'change', value: 12.3, unit: '%', about: 0 },
        ],
      }),
      code: 'no-previous-year',
    },
  ],
});
