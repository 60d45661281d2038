import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'bureau-missing',
  title: { zh: '未见机关名称', en: 'Bureau not found' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '标题、开头、落款、联系方式和页面标注都没有认出编制机关。没有机关就无法入库和比较。看原文后告诉 govinfo 是哪个机关。只有正文自称某机关时记下这个名称，并提示确认；只写“我局”“我办”而名称在文件名里的，认不出来。',
    en: 'Neither title, opening, signature, contact nor the page’s labels name the body. Without it the report can be neither filed nor compared. Look at the page and tell govinfo whose report it is. Where only the text speaks of a body as itself, that name is kept and asked to be confirmed; a name that stands only in the file’s name cannot be seen here.',
  },
  *run({ report }) {
    if (report.bureau && report.identity.bureau?.from !== 'prose') return;
    const title = report.title ? { zh: `，标题为“${report.title}”`, en: `; the title is “${report.title}”` } : null;
    const zh = `标题、开头、落款和联系方式均未见机关名称${title?.zh ?? ''}`;
    const en = `No name of the body in title, opening, signature or contact${title?.en ?? ''}`;
    const prose = report.bureau
      ? {
          zh: `；按正文自称记作“${report.bureau}”，请确认`,
          en: `; its text speaks as ${report.bureau}, please confirm`,
        }
      : null;
    yield {
      cells: [],
      slot: 'bureau',
      ...(prose && { lowered: { zh: '正文自称', en: 'named by its own text' } }),
      message: { zh: `${zh}${prose?.zh ?? ''}`, en: `${en}${prose?.en ?? ''}` },
    };
  },
  valid: () => [example('2021'), example('2021', { report: { title: null } })],
  invalid: () => [
    {
      subject: example('2021', { report: { bureau: null, bureauKey: null, title: '2021年政府信息公开工作年度报告' } }),
      says: ['标题、开头、落款和联系方式均未见机关名称，标题为“2021年政府信息公开工作年度报告”'],
    },
    {
      subject: example('2021', {
        report: {
          bureau: '小河街道办事处',
          title: null,
          identity: {
            bureau: { from: 'prose', quote: '2021年，小河街道办事处严格按照', confidence: 'doubtful' },
            region: null,
            year: null,
            period: null,
          },
        },
      }),
      says: ['标题、开头、落款和联系方式均未见机关名称；按正文自称记作“小河街道办事处”，请确认'],
    },
  ],
});
