import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { isTown } from './published-late.ts';
import { wholeText } from './text-of.ts';

const government = { bureau: '示例区人民政府', aliases: [] };

export default defineCheck({
  id: 'assessment-results-missing',
  title: { zh: '考核评议追责', en: 'Assessment results' },
  severity: 'note',
  tags: ['missing'],
  since: 2021,
  docs: {
    zh: '县级以上人民政府的报告没有提到考核、评议或责任追究。条例第五十条要求写明工作考核、社会评议和责任追究结果情况。可建议机关补写。部门、乡镇和街道的报告不在此列。',
    en: 'The report of a government of county level or above mentions neither assessment, public review nor accountability. Article 50 asks for their results. Suggest adding them. Reports of departments, towns and street offices are left alone.',
  },
  *run({ report }) {
    if (!report.bureau?.endsWith('人民政府') || isTown(report.bureau)) return;
    if (/考核|评议|评估|问责|责任追究|追责/.test(wholeText(report))) return;
    yield {
      cells: [],
      slot: 'overview.assessment',
      message: {
        zh: '未写工作考核、社会评议和责任追究结果（条例第五十条）',
        en: 'Results of assessment, public review and accountability are not given (article 50)',
      },
    };
  },
  valid: () => [
    example('2021', { report: government }),
    example('2021', { text: { overview: '主动公开120条。' } }),
    example('2021', { report: { bureau: '示例镇人民政府' }, text: { overview: '主动公开120条。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { report: government, text: { overview: '主动公开120条。' } }),
      says: ['未写工作考核、社会评议和责任追究结果（条例第五十条）'],
    },
  ],
});
