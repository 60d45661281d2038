import { numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const cells = ['disclosures.normativeDocuments.inForce', 'disclosures.normativeDocuments.repealed'] as const;
const on = { limits: { 'documents-never-repealed': 100 } };
const many = { 'disclosures.normativeDocuments.inForce': 150, 'disclosures.normativeDocuments.repealed': 1 } as const;

export default defineCheck({
  id: 'documents-never-repealed',
  title: { zh: '只进不出', en: 'Nothing repealed' },
  severity: 'note',
  tags: ['plausibility'],
  form: '2021',
  docs: {
    zh: '现行有效的规范性文件多于界限，本年废止却不足 2 件。默认关闭，频道设了界限才比较。可问机关是否做过清理。清理不必每年都做，只作提示。',
    en: 'More normative documents are in force than the limit, and fewer than 2 were repealed. Off until a channel sets a limit. Ask whether the documents were reviewed. A review is not due every year, hence only a note.',
  },
  *run({ report, limits }) {
    const limit = limits?.['documents-never-repealed'];
    if (limit === undefined) return;
    const numbers = numbersAt(report, cells);
    if (!Array.isArray(numbers)) {
      yield numbers;
      return;
    }
    const [inForce, repealed] = numbers as [number, number];
    if (inForce <= limit || repealed >= 2) return;
    yield {
      cells: [...cells],
      slot: 'disclosures.normativeDocuments',
      message: {
        zh: `规范性文件现行有效 ${inForce} 件（界限 ${limit}），本年废止 ${repealed} 件`,
        en: `${inForce} normative documents in force (limit ${limit}), ${repealed} repealed this year`,
      },
    };
  },
  valid: () => [
    // off until a limit is set
    example('2021', { cells: many }),
    example('2021', { cells: { ...many, 'disclosures.normativeDocuments.repealed': 2 }, subject: on }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: many, subject: on }),
      says: ['规范性文件现行有效 150 件（界限 100），本年废止 1 件'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', { cells: { ...many, 'disclosures.normativeDocuments.inForce': null }, subject: on }),
      code: 'absent',
    },
  ],
});
