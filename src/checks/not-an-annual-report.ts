import { tableIds } from '../report/forms/index.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { plain, preambleOf, textOf } from './text-of.ts';

const title = /信息公开.{0,12}(年度|工作)?(报告|年报)|政务公开.{0,8}(年度报告|年报)/;
/** The words of an opening that says what it opens; titles of other documents stand in 《》. */
const announced =
  /(信息公开.{0,12}(年度|工作)(报告|年报)|信息公开.{0,8}情况(报告|综述|汇报|总结)|(编制|制定|形成)(了)?本(年度)?(报告|年报)|政府信息公开条例)/;
/** Matters that the form asks of section one, as they head its parts. */
const items = [
  /^\S{0,3}\S?(政府信息)?主动公开/m,
  /^\S{0,4}(政府信息)?依申请公开/m,
  /^\S{0,4}(政府信息管理|政府信息公开平台|平台建设|监督保障)/m,
];

const none = { disclosures: null, applications: null, disputes: null };
const empty = {
  ...everyCell('2021', 'disclosures', null),
  ...everyCell('2021', 'applications', null),
  ...everyCell('2021', 'disputes', null),
};

const withoutNotices = (text: string): string => text.replace(/关于[^,。]{0,40}的通知/g, '');

export default defineCheck({
  id: 'not-an-annual-report',
  title: { zh: '不是年度报告', en: 'Not an annual report' },
  severity: 'error',
  tags: ['missing'],
  docs: {
    zh: '没有读到任何一张规定的表格，标题、开头和第一部分也看不出是年度报告。年度报告的内容由条例第五十条规定。请确认传的是不是政府信息公开工作年度报告。长文件只截一页、标题做成图片时可能误判。',
    en: 'None of the form’s tables was read, and neither title, opening nor section one shows an annual report. Article 50 of the Regulation fixes what such a report holds. Make sure that the right file was sent. A single page of a longer file, or a title printed as a picture, can mislead this check.',
  },
  *run({ report }) {
    if (tableIds.some((table) => report.tables[table])) return;
    const headings = report.sections.filter((section) => section.heading).length;
    const opening = `${preambleOf(report)}\n${textOf(report, 'overview')}`;
    const says =
      report.period !== null ||
      (report.title !== null && title.test(plain(report.title))) ||
      announced.test(withoutNotices(opening));
    // Cut off early, or with its tables as pictures, a report has its title or opening and the heading of section one.
    if (headings > 0 && (says || items.filter((item) => item.test(opening)).length > 1)) return;
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
    // the first page of a report: its title, and section one begun
    example('2021', {
      cells: empty,
      report: { tables: none },
      text: { disclosures: null, applications: null, disputes: null, problems: null, other: null },
    }),
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
