import { expect, test } from 'vitest';
import { example } from '../../../src/checks/example.ts';
import { textPoints } from '../../../src/views/report/text-points.ts';

const place = { page: 2, line: 30 };
const sentence = '2021年主动公开政府信息213条，其中网站141条、微信公众号72条，阅读5500余次。';
const { report } = example('2021', {
  facts: [
    { subject: 'published', value: 213, unit: '条', sentence, place, parts: 'complete' },
    { subject: 'published', value: 141, unit: '条', sentence, place, channel: 'website', partOf: 0 },
    { subject: 'published', value: 72, unit: '条', sentence, place, channel: 'wechat', partOf: 0 },
    { subject: 'visits', value: 5500, unit: '次', sentence, place, precision: 'atLeast' },
    { subject: 'informationFee', value: 0, unit: '元', sentence: '未收取信息处理费。', place: { line: 90 } },
  ],
  report: { problems: [{ text: '解读形式单一', place }], measures: [{ text: '采用图解', place }] },
});

test('numbers with their parts, the sentence and its page; the fee; problems and measures', () => {
  expect(textPoints(report, 'zh')).toEqual([
    {
      head: '正文里的数',
      items: [`公开信息 213 条（网站 141、微信 72）；访问与阅读 5500 以上 次　“${sentence}” 第 2 页`],
    },
    { head: '信息处理费', items: ['信息处理费 0 元　“未收取信息处理费。” 第 90 行'] },
    { head: '存在的问题', items: ['解读形式单一'] },
    { head: '改进措施', items: ['采用图解'] },
  ]);
});

test('a text that says nothing of a fee says so, and section five stands whole where it lists nothing', () => {
  const { report: silent } = example('2021', { text: { problems: '人手不足。' } });
  expect(textPoints(silent, 'zh').map(({ head, items }) => [head, ...items])).toEqual([
    ['正文里没有读到可核对的数'],
    ['信息处理费：正文没有写'],
    ['问题与改进', '人手不足。'],
  ]);
});
