import type { Words } from '../errors.ts';
import { type Fact, outcomeSubjects } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { quoteOf, said } from './narrative/against.ts';
import { factsAbout } from './narrative/facts-of.ts';
import { outcomeQuantities } from './narrative/outcomes.ts';
import { decimalsOf, printedRight } from './narrative/percent.ts';
import { rowQuantity, total } from './narrative/quantity.ts';
import { cut } from './wording.ts';

const wholes = new Set<string>(['received', 'receivedAndCarried', 'handled', 'concluded', 'answered']);

/** Numbers that the percentage can be of: the total in the sentence, those of the text, those of table 三. */
function bases(report: Report, fact: Fact): number[] {
  const own = fact.partOf === undefined ? [] : [report.facts[fact.partOf]!.value];
  const told = report.facts
    .filter(({ subject, precision }) => wholes.has(subject) && precision === 'exact')
    .map(({ value }) => value);
  const received = rowQuantity(report, 'received');
  const rows = [received, rowQuantity(report, 'concluded'), total([received, rowQuantity(report, 'carriedIn')])];
  const table = rows.filter(({ atLeast }) => !atLeast).map(({ value }) => value);
  return [...new Set([...own, ...told, ...table].filter((value): value is number => value !== null && value > 0))];
}

export default defineCheck({
  id: 'narrative-percentage',
  title: { zh: '百分比复算', en: 'Percentages' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写某类申请 N 件，占百分之几的，按申请总数复算应对得上，四舍五入或截去尾数都算对。百分比只能是对收到、收办、办结之一而言。对照原文，看是件数、总数还是百分比写错。公开率、回复率等没有件数可算的不判断。',
    en: 'Where the text says N requests are so many per cent, this fits one of the totals, rounded or cut off. The share can only be of those received, taken in or concluded. Look up whether number, total or percentage is wrong. Rates without a count of this form are left alone.',
  },
  *run({ report }) {
    const lines: Words[] = [];
    const wrong: Fact[] = [];
    for (const share of factsAbout(report, 'share')) {
      const fact = share.about === undefined ? undefined : report.facts[share.about];
      if (!fact || fact.value === null || share.value === null) continue;
      if (!(outcomeSubjects as readonly string[]).includes(fact.subject) && fact.subject !== 'applicants') continue;
      if (share.precision !== 'exact' || fact.precision !== 'exact') {
        yield notAssessed('approximate', `百分比或件数是约数：${said(fact).zh}`, `Approximate: ${said(fact).en}`);
        continue;
      }
      const of = bases(report, fact);
      if (of.length === 0) {
        yield notAssessed(
          'absent',
          `没有总数可以复算：${said(fact).zh}`,
          `No total to work it out from: ${said(fact).en}`,
        );
        continue;
      }
      const tables = fact.subject === 'applicants' ? [] : outcomeQuantities(fact, report).map(({ value }) => value);
      const counts = [fact.value, ...tables.filter((value) => value !== null)];
      const decimals = decimalsOf(share.sentence, share.value);
      const exact = counts
        .flatMap((count) => of.map((base) => (count / base) * 100))
        .find((one) => printedRight(share.value!, one, decimals));
      if (exact !== undefined) {
        const { zh, en } = said(fact);
        const worked = exact.toFixed(decimals + 2);
        if (Math.abs(exact - share.value) > 1e-9)
          yield {
            tolerated: {
              zh: `${zh}占 ${share.value}%，复算 ${worked}%，四舍五入或截去尾数相符`,
              en: `${en}, ${share.value} %, worked out ${worked} %, fits when rounded or cut off`,
            },
          };
        continue;
      }
      wrong.push(share);
      const worked = of.map(
        (base) => `${fact.value}÷${base}＝${((fact.value! / base) * 100).toFixed(Math.max(1, decimals))}%`,
      );
      const { zh, en } = said(fact);
      lines.push({
        zh: `正文写${zh}，占 ${share.value}%；${worked.join('、')}`,
        en: `The text says ${en}, ${share.value} %; ${worked.join(', ').replaceAll('＝', ' = ').replaceAll('÷', ' / ')}`,
      });
    }
    if (lines.length > 0)
      yield {
        cells: [],
        slot: `${wrong[0]!.section}.share`,
        message: cut(lines, '；'),
        evidence: wrong.map(quoteOf),
        origin: 'report',
      };
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'unavailable', value: 4 },
        { subject: 'share', value: 33.3, unit: '%', about: 0 },
      ],
    }),
    // cut off, not rounded: 5 of 12 is 41.66 %
    example('2021', {
      facts: [
        { subject: 'granted', value: 5 },
        { subject: 'share', value: 41.6, unit: '%', about: 0 },
      ],
    }),
    // a rate without a count
    example('2019', { facts: [{ subject: 'rate', value: 90.2, unit: '%', of: '主动公开率' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'granted', value: 5 },
          { subject: 'share', value: 45.5, unit: '%', about: 0, sentence: '予以公开5件，占45.5%。' },
        ],
      }),
      says: ['正文写予以公开 5 件，占 45.5%；5÷12＝41.7%、5÷13＝38.5%'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'granted', value: 5, precision: 'about' },
          { subject: 'share', value: 45.5, unit: '%', about: 0 },
        ],
      }),
      code: 'approximate',
    },
  ],
});
