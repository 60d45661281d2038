import { rowName } from '../report/names.ts';
import { numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { wholeText } from './text-of.ts';

/** Says that something takes effect later than the year it was made in. */
const laterInForce = /起(施行|实施|生效|执行)/;

export default defineCheck({
  id: 'disclosures-opening-stock',
  title: { zh: '年初有效件数为负', en: 'Opening stock below zero' },
  severity: 'warning',
  tags: ['reconciliation'],
  form: '2021',
  docs: {
    zh: '表二规章、规范性文件两行：现行有效减本年制发加本年废止，即年初有效件数，不会小于 0。依据是三栏的含义。对照原文看哪一栏填错。当年制发、次年才施行的文件会造成差额，正文提到施行日期时不提示。',
    en: 'In the rows of rules and normative documents, in force minus made plus repealed is the stock at the start of the year and cannot be below 0. The meaning of the three columns asks for it. Look up which of them is wrong. Documents made this year that take effect next year explain a gap, so nothing is said where the text speaks of a date of effect.',
  },
  *run({ report }) {
    for (const row of ['regulations', 'normativeDocuments'] as const) {
      const cells = (['inForce', 'made', 'repealed'] as const).map((column) => `disclosures.${row}.${column}` as const);
      const values = numbersAt(report, cells);
      if (!Array.isArray(values)) {
        yield values;
        continue;
      }
      const [inForce, made, repealed] = values as [number, number, number];
      const opening = inForce - made + repealed;
      if (opening >= 0 || laterInForce.test(wholeText(report))) continue;
      const { zh, en } = rowName('disclosures', row);
      yield {
        cells,
        slot: `disclosures.${row}`,
        message: {
          zh: `表二${zh}：现行有效 ${inForce} 件，少于本年制发 ${made} 件减废止 ${repealed} 件，年初有效件数成了 ${opening}`,
          en: `Table 2, ${en}: ${inForce} in force against ${made} made and ${repealed} repealed this year, which leaves ${opening} at the start of the year`,
        },
      };
    }
  },
  valid: () => [
    example('2021'),
    // made this year, in force next year
    example('2021', {
      cells: { 'disclosures.normativeDocuments.made': 12 },
      text: { overview: '制定规范性文件12件，其中3件自2022年1月1日起施行。' },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.normativeDocuments.made': 12 } }),
      says: ['表二规范性文件：现行有效 10 件，少于本年制发 12 件减废止 1 件，年初有效件数成了 -1'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'disclosures.regulations.made': '/' } }), code: 'nothing-reported' },
  ],
});
