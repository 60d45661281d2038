import type { Fact } from '../report/fact.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { ownFacts } from './narrative/facts-of.ts';
import { standsFor } from './narrative/percent.ts';

/** 万元 to one unit of each. */
const inTenThousands: Record<string, number> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

const decimals = (printed: string): number => printed.split('.')[1]?.length ?? 0;
/** One of the last printed decimal, in 万元. */
const unitOf = (printed: string, scale: number): number => 10 ** -decimals(printed) * scale;

/** An amount as its sentence prints it: 973.93 and 万元, where the fact says 9739300 元. */
function printedAs({ value, unit, sentence }: Fact): { number: string; unit: string } {
  const amount = value! * inTenThousands[unit]!;
  for (const [, number, said] of sentence.normalize('NFKC').matchAll(/(\d[\d,]*(?:\.\d+)?)\s*([万亿]?元)/g)) {
    const plain = number!.replaceAll(',', '');
    if (Math.abs(Number(plain) * inTenThousands[said!]! - amount) < 1e-9 * Math.max(1, amount))
      return { number: plain, unit: said! };
  }
  return { number: String(value), unit };
}

export default defineCheck({
  id: 'narrative-fees',
  title: { zh: '收费金额', en: 'Fees in the text' },
  severity: 'warning',
  tags: ['text'],
  form: '2021',
  docs: {
    zh: '正文写行政事业性收费若干元或万元，换算后应是表二的本年收费金额，四舍五入或截去尾数都算对。同一件事在正文和表里只有一个数。对照原文，看哪一处写错或单位是否填错。信息处理费是另一种收费，不比较。',
    en: 'Administrative fees in the text, turned into 10,000 yuan, are the amount in table 2, rounded or cut off. One thing has one number in one report. Look up which of the two is wrong, or whether a unit is. The information fee is another fee and is not compared.',
  },
  *run({ report }) {
    const address = 'disclosures.fees.amount' as const;
    for (const fact of ownFacts(report, 'fees')) {
      const scale = inTenThousands[fact.unit];
      if (fact.value === null || fact.partOf !== undefined || scale === undefined) continue;
      const cell = report.cells[address];
      if (fact.precision !== 'exact') {
        yield notAssessed('approximate', '正文只写了收费的约数', 'The text gives an approximate amount');
        continue;
      }
      if (cell?.state !== 'number') {
        yield notAssessed('absent', '表二收费金额未报', 'The amount in table 2 is not reported');
        continue;
      }
      const said = fact.value * scale;
      const amount = cell.value!;
      const printed = printedAs(fact);
      const unit = unitOf(printed.number, inTenThousands[printed.unit]!);
      if (standsFor(said, unit, amount) || standsFor(amount, unitOf(String(amount), 1), said)) {
        if (Math.abs(said - amount) > 1e-9)
          yield {
            tolerated: {
              zh: `正文收费 ${printed.number} ${printed.unit}，表二 ${amount} 万元，四舍五入或截去尾数相符`,
              en: `Fees of ${printed.number} ${printed.unit} in the text fit ${amount} 万元 in table 2 when rounded or cut off`,
            },
          };
        continue;
      }
      yield {
        cells: [address],
        slot: `${fact.section}.fees`,
        message: {
          zh: `正文写行政事业性收费 ${printed.number} ${printed.unit}，表二收费金额 ${cell.value} 万元`,
          en: `The text says fees of ${printed.number} ${printed.unit}; table 2 has ${cell.value} 万元 (10,000 yuan)`,
        },
        evidence: [quoteOf(fact)],
      };
    }
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'fees', value: 12.5, unit: '万元' }] }),
    // the same amount in yuan, and rounded
    example('2021', {
      facts: [
        { subject: 'fees', value: 125_000, unit: '元' },
        { subject: 'fees', value: 12, unit: '万元' },
      ],
    }),
    // rounded in the unit that the sentence prints
    example('2021', { facts: [{ subject: 'fees', value: 130_000, unit: '元', sentence: '行政事业性收费13万元。' }] }),
    // the information fee is another one
    example('2021', { facts: [{ subject: 'informationFee', value: 3940, unit: '元' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'fees', value: 12.5, unit: '元' }] }),
      says: ['正文写行政事业性收费 12.5 元，表二收费金额 12.5 万元'],
    },
    {
      // 13 stands for 12.5 to 14: neither rounding nor cutting makes it of 12.1
      subject: example('2021', {
        cells: { 'disclosures.fees.amount': 12.1 },
        facts: [{ subject: 'fees', value: 13, unit: '万元' }],
      }),
      says: ['正文写行政事业性收费 13 万元，表二收费金额 12.1 万元'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: { 'disclosures.fees.amount': '' },
        facts: [{ subject: 'fees', value: 3, unit: '万元' }],
      }),
      code: 'absent',
    },
  ],
});
