import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { sentencesWith } from './text-of.ts';

/** What section six is for: the fee, requests, and anything about disclosure. */
const onTopic = /信息处理费|收费|费用|申请|公开|政务|信息|条例|年报|报告|网站|复议|诉讼|联系|电话|建议|提案/;

export default defineCheck({
  id: 'other-matters-off-topic',
  title: { zh: '第六部分离题', en: 'Section six off topic' },
  severity: 'note',
  tags: ['text'],
  docs: {
    zh: '第六部分至少三句，多半与收费、申请、公开工作无关。通知要求内容不泛化。请看是否混入了其他工作总结。地方要求加写的内容除外，可关闭此项。',
    en: 'Section six has at least three sentences and most are about neither the fee nor requests nor disclosure. The notice asks to keep to the point. See whether another work report got mixed in. Where a local notice asks for extras, turn this check off.',
  },
  *run({ report }) {
    const sentences = sentencesWith(report, /./, 'other').filter(({ text }) => text.length > 8);
    const off = sentences.filter(({ text }) => !onTopic.test(text));
    if (sentences.length < 3 || off.length <= sentences.length / 2) return;
    yield {
      cells: [],
      slot: 'other',
      message: {
        zh: `第六部分 ${sentences.length} 句中有 ${off.length} 句与政府信息公开无关`,
        en: `${off.length} of the ${sentences.length} sentences of section six are not about disclosure`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { other: ['未收取信息处理费。', '本报告可在网站下载。', '如有建议，请与办公室联系。'] } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        text: {
          other: [
            '召开疫苗接种推进会6次。',
            '举办健康巡讲活动46场次。',
            '发放健康教育宣传资料。',
            '未收取信息处理费。',
          ],
        },
      }),
      says: ['第六部分 4 句中有 3 句与政府信息公开无关'],
    },
  ],
});
