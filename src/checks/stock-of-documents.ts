import { rowName } from '../report/names.ts';
import type { Address } from '../report/report.ts';
import { numbersAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';

const was = (inForce: number) => lastYears('2021', { cells: { 'disclosures.normativeDocuments.inForce': inForce } });

export default defineCheck({
  id: 'stock-of-documents',
  title: { zh: '有效件数衔接', en: 'Stock of documents' },
  severity: 'warning',
  tags: ['reconciliation', 'years'],
  form: '2021',
  docs: {
    zh: '规章、规范性文件：上年现行有效加本年制发减本年废止，等于本年现行有效。依据是三栏的含义。核对哪一年填错，或清理文件时换了口径。2019 年表式的“对外公开总数量”含义不同，不作比较。',
    en: 'For rules and normative documents, last year’s stock plus those made minus those repealed is this year’s stock. The meaning of the columns asks for it. Look up which year is wrong, or whether a clean-up changed the counting. The total of the form of 2019 means something else and is not compared.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    if (previous.forms.disclosures !== '2021') {
      yield notAssessed('different-forms', '上年用的是另一套表式', 'Last year’s report follows another form');
      return;
    }
    for (const row of ['regulations', 'normativeDocuments'] as const) {
      const at = (column: string) => `disclosures.${row}.${column}` as Address;
      const cells = [at('made'), at('repealed'), at('inForce')];
      const [own, theirs] = [numbersAt(subject.report, cells), numbersAt(previous, [at('inForce')])];
      if (!Array.isArray(own)) yield own;
      else if (!Array.isArray(theirs)) yield theirs;
      else {
        const [made, repealed, inForce] = own as [number, number, number];
        const due = theirs[0]! + made - repealed;
        if (due === inForce) continue;
        const { zh, en } = rowName('disclosures', row);
        yield {
          cells,
          slot: `disclosures.${row}`,
          message: {
            zh: `${zh}：${previous.year} 年有效 ${theirs[0]} 件，加本年制发 ${made} 件、减废止 ${repealed} 件，应为 ${due} 件，填作 ${inForce} 件`,
            en: `${en}: ${theirs[0]} in force in ${previous.year}, ${made} made and ${repealed} repealed give ${due}, printed ${inForce}`,
          },
          besides: [{ report: previous, cells: [at('inForce')] }],
        };
      }
    }
  },
  valid: () => [
    example('2021', { subject: was(9) }),
    example('2021', { cells: { 'disclosures.normativeDocuments.made': 0 }, subject: was(11) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { subject: was(12) }),
      says: ['规范性文件：2020 年有效 12 件，加本年制发 2 件、减废止 1 件，应为 13 件，填作 10 件'],
    },
  ],
  unassessable: () => [
    { subject: example('2021'), code: 'no-previous-year' },
    { subject: example('2021', { subject: lastYears('2019') }), code: 'different-forms' },
  ],
});
