import { tableIds } from '../report/forms/index.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { plain } from './text-of.ts';

const title = /政[府务]信息公开.{0,12}(年度|工作)?(报告|年报)/;

const none = { disclosures: null, applications: null, disputes: null };
const empty = {
  ...everyCell('2021', 'disclosures', null),
  ...everyCell('2021', 'applications', null),
  ...everyCell('2021', 'disputes', null),
};

export default defineCheck({
  id: 'not-an-annual-report',
  title: { zh: '不是年度报告', en: 'Not an annual report' },
  severity: 'error',
  tags: ['missing'],
  docs: {
    zh: '没有读到任何一张规定的表格，也没有年度报告的标题或至少三个部分的标题。年度报告的内容由条例第五十条规定。请确认传的是不是政府信息公开工作年度报告。长文件只截一页、标题做成图片时可能误判。',
    en: 'None of the form’s tables was read, and neither the title of an annual report nor three of its six headings. Article 50 of the Regulation fixes what such a report holds. Make sure that the right file was sent. A single page of a longer file, or a title printed as a picture, can mislead this check.',
  },
  *run({ report }) {
    if (tableIds.some((table) => report.tables[table])) return;
    const headings = report.sections.filter((section) => section.heading).length;
    const titled = report.title !== null && title.test(plain(report.title));
    if (titled && headings >= 3) return;
    const found = report.title ? `标题为“${report.title}”` : '没有标题';
    yield {
      cells: [],
      slot: 'report',
      message: {
        zh: `未读到表二、表三、表四，${found}，六个部分的标题见到 ${headings} 个；不像政府信息公开工作年度报告`,
        en: `No table of the form, ${report.title ? `titled “${report.title}”` : 'no title'}, ${headings} of the six headings: this does not look like an annual report`,
      },
    };
  },
  valid: () => [
    example('2021'),
    // all tables are pictures, the text is there
    example('2021', { cells: empty, report: { tables: none } }),
    // one page of a report: a table is enough
    example('2021', { report: { title: null, sections: [] } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: empty, report: { tables: none, title: '工作总结', sections: [] } }),
      says: ['未读到表二、表三、表四，标题为“工作总结”，六个部分的标题见到 0 个；不像政府信息公开工作年度报告'],
    },
  ],
});
