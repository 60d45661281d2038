import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { sectionOf, textOf } from './text-of.ts';

export default defineCheck({
  id: 'problems-empty',
  title: { zh: '问题与改进空缺', en: 'Problems left empty' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '第五部分只写“无”或不足 10 个字。条例第五十条要求报告存在的主要问题和改进情况。请机关补写。写得短但有内容的不提示；标题没有认出来时不判断。',
    en: 'Section V says only “none” or has fewer than ten characters. Article 50 asks for the main problems and what is done about them. Ask the bureau to write it. Short but real text is fine, and nothing is said where the heading was not found.',
  },
  *run({ report }) {
    const section = sectionOf(report, 'problems');
    if (!section?.heading) return;
    const text = textOf(report, 'problems').replace(/\s/g, '');
    if (text.length >= 10) return;
    yield {
      cells: [],
      slot: 'problems',
      message: {
        zh: `第五部分${text ? `只有“${text}”` : '没有内容'}；应写明主要问题及改进情况`,
        en: `Section V ${text ? `holds only “${text}”` : 'is empty'}; problems and improvements are expected`,
      },
      evidence: [{ kind: 'quote', text, section: 'problems', place: section.place }],
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { problems: '解读形式单一，将多用图解。' } }),
    example('2021', { text: { problems: null } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { problems: '无。' } }),
      says: ['第五部分只有“无。”；应写明主要问题及改进情况'],
    },
    { subject: example('2021', { text: { problems: [] } }), says: ['第五部分没有内容；应写明主要问题及改进情况'] },
  ],
});
