import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'bureau-missing',
  title: { zh: '未见机关名称', en: 'Bureau not found' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '标题、开头和联系方式都没有认出编制机关。没有机关就无法入库和比较。看原文后告诉 govinfo 是哪个机关。只写“我局”“我办”而名称在页眉或文件名里的，也认不出来。',
    en: 'Neither title, opening nor contact names the body. Without it the report can be neither filed nor compared. Look at the page and tell govinfo whose report it is. A name that stands only in the page header or the file’s name cannot be seen here.',
  },
  *run({ report }) {
    if (report.bureau) return;
    yield {
      cells: [],
      slot: 'bureau',
      message: {
        zh: `标题、开头和联系方式均未见机关名称${report.title ? `，标题为“${report.title}”` : ''}`,
        en: `No name of the body in title, opening or contact${report.title ? `; the title is “${report.title}”` : ''}`,
      },
    };
  },
  valid: () => [example('2021'), example('2021', { report: { title: null } })],
  invalid: () => [
    {
      subject: example('2021', { report: { bureau: null, bureauKey: null, title: '2021年政府信息公开工作年度报告' } }),
      says: ['标题、开头和联系方式均未见机关名称，标题为“2021年政府信息公开工作年度报告”'],
    },
  ],
});
