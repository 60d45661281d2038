import type { Fact } from '../report/fact.ts';
import type { Address, Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { cellQuantity, type Quantity } from './narrative/quantity.ts';

const columns: Record<'2019' | '2021', Record<string, readonly string[]>> = {
  '2021': { made: ['made'], repealed: ['repealed'], inForce: ['inForce'] },
  '2019': {
    made: ['newlyMade', 'newlyDisclosed'],
    published: ['newlyMade', 'newlyDisclosed'],
    inForce: ['totalDisclosed'],
  },
};

/** The cells of the row that the sentence can mean, in the form that the row is printed in. */
function allowed({ subject, column }: Fact, report: Report): Quantity[] {
  const at = (name: string): Address => `disclosures.${subject}.${name}` as Address;
  const form = report.cells[at('newlyMade')] ? '2019' : report.cells[at('made')] ? '2021' : report.forms.disclosures;
  if (form !== '2019' && form !== '2021') return [];
  return (columns[form][column ?? ''] ?? []).map((name) => cellQuantity(report, at(name)));
}

export default defineCheck({
  id: 'narrative-documents',
  title: { zh: '制发文件数', en: 'Documents in the text' },
  severity: 'warning',
  tags: ['text'],
  within: 'disclosures-all-zero',
  docs: {
    zh: '正文写制发、废止、现行有效的规章或规范性文件若干件，应是表二的相应各格；2019 年表式里制发或公开的，可以是新制作或新公开数量。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。政策性文件、部门规范性文件、公报刊登的文件、以等字结尾的列举，部门报告里写的政府文件，不是同一口径，不比较。',
    en: 'Rules or normative documents made, repealed or in force by the text are those cells of table 2; in the form of 2019 those made or published may be newly made or newly disclosed. One thing has one number in one report. Look up which of the two is wrong. Policy documents, those of single departments or, in a bureau’s report, of its government, those printed in a gazette, and open lists are counted otherwise and are not compared.',
  },
  *run({ report }) {
    yield* against(report, wholesOf(report, 'regulations', 'normativeDocuments'), allowed);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'normativeDocuments', value: 2, column: 'made' }] }),
    // policy documents are not normative documents
    example('2021', { facts: [{ subject: 'policyDocuments', value: 11 }] }),
    example('2019', { facts: [{ subject: 'normativeDocuments', value: 2, column: 'published' }] }),
    // the government's and those of its departments, which its table adds up
    example('2021', {
      report: { bureau: '示例区人民政府' },
      facts: [
        { subject: 'normativeDocuments', value: 1, column: 'made', scope: '区政府' },
        { subject: 'normativeDocuments', value: 1, column: 'made', scope: '区直部门', of: '区直部门制发' },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'normativeDocuments', value: 9, column: 'inForce' }] }),
      says: ['正文写规范性文件 9 件，表中「规范性文件」现行有效 10'],
    },
    // a government's own
    {
      subject: example('2021', {
        report: { bureau: '示例区人民政府' },
        facts: [{ subject: 'normativeDocuments', value: 5, column: 'made', scope: '区政府' }],
      }),
      says: ['正文写规范性文件 5 件，表中「规范性文件」本年制发 2；句中说的是区政府'],
    },
    {
      subject: example('2019', { facts: [{ subject: 'normativeDocuments', value: 5, column: 'made' }] }),
      says: ['正文写规范性文件 5 件，表中「规范性文件」本年新制作 2、「规范性文件」本年新公开 2'],
    },
  ],
  unassessable: () => [
    // 区政府制发规范性文件5件 in a bureau's report
    {
      subject: example('2021', {
        facts: [{ subject: 'normativeDocuments', value: 5, column: 'made', scope: '区政府' }],
      }),
      code: 'scope',
    },
    {
      subject: example('2021', {
        cells: { 'disclosures.normativeDocuments.made': '' },
        facts: [{ subject: 'normativeDocuments', value: 2, column: 'made' }],
      }),
      code: 'absent',
    },
  ],
});
