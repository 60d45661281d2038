import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { sectionOf, textOf } from './text-of.ts';

/** A number with the counters used for what was published, exact or not. */
const count = /\d+(余|多|万余?)?(条次?|篇次?|件|份|期|则|部|幅)/;
const published = /公开|发布|推送|刊登|更新|制作|编发|信息|解读|文章/;

/** 办理行政许可1344件 publishes nothing, 公示行政许可210条 does. */
const others = /许可|处罚|申请|投诉|热线/;
const items = /(?:公开|公示|发布)[^,，]{0,20}\d+(余|多|万余?)?条/;

/** What the text counts of publications, however it puts it. */
const counted = new Set<string>(['published', 'policyDocuments', 'interpretations', 'gazettes']);

export default defineCheck({
  id: 'publication-count-missing',
  title: { zh: '主动公开数量', en: 'Count of publications' },
  severity: 'note',
  tags: ['missing'],
  docs: {
    zh: '第一部分没有写主动公开了多少条、篇、件。数量是总体情况里最常问到的内容。可建议机关补写。只分渠道写、写“余条”的都算。',
    en: 'Section I gives no number of items published. It is what people most often ask of the overview. Suggest adding it. Numbers by channel and approximate ones count.',
  },
  *run({ report }) {
    const text = textOf(report, 'overview');
    if (!sectionOf(report, 'overview')?.heading || !text) return;
    if (report.facts.some(({ subject, section, value }) => section === 'overview' && counted.has(subject) && value))
      return;
    const clauses = text.split(/[。;；\n]/);
    if (
      clauses.some(
        (clause) => items.test(clause) || (count.test(clause) && published.test(clause) && !others.test(clause)),
      )
    )
      return;
    yield {
      cells: [],
      slot: 'overview.published',
      message: {
        zh: '第一部分未写主动公开的数量（条、篇、件）',
        en: 'Section I does not say how many items were published',
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { overview: '市政府网站主动公开各类政府信息5500余条。' } }),
    example('2021', {
      text: { overview: '公开行政处罚、行政许可等信息二百一十三条。' },
      facts: [{ subject: 'published', value: 213, unit: '条' }],
    }),
    example('2021', { text: { overview: '公示行政许可210条、行政处罚44条。' } }),
    example('2021', { text: { overview: null } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { overview: '2021年，共办理行政许可事项1344件。定期发布最新情况。' } }),
      says: ['第一部分未写主动公开的数量（条、篇、件）'],
    },
  ],
});
