import { type Fact, factSubjects } from '../report/fact.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { factsAbout } from './narrative/facts-of.ts';

/** Subjects that no table decides. */
const free = [
  'published',
  'interpretations',
  'gazettes',
  'pressConferences',
  'complaints',
  'trainings',
  'openDays',
  'followers',
  'accounts',
] as const;

/** The same words, channel and unit: the same thing counted. */
const sameThing = (one: Fact, other: Fact): boolean =>
  one.subject === other.subject &&
  one.of === other.of &&
  one.channel === other.channel &&
  one.unit === other.unit &&
  one.scope === other.scope;

export default defineCheck({
  id: 'narrative-two-counts',
  title: { zh: '同一数字前后不一', en: 'One thing, two counts' },
  severity: 'note',
  tags: ['text'],
  docs: {
    zh: '同样的事项、渠道和单位，在两个部分写了不同的数，给出提示。同一件事在一份报告里只有一个数。对照原文，看是哪一处没有更新，或两处说的范围不同。同一部分里分条各计各的，网站与微信各计各的，不算不一致。',
    en: 'Where two sections give different numbers for the same thing, channel and unit, a note is made. One thing has one number in one report. Look up which place was not brought up to date, or whether they speak of different scopes. Items counted one by one within a section, and website against WeChat, are no contradiction.',
  },
  *run({ report }) {
    const facts = factsAbout(report, ...free).filter(
      ({ of, partOf, precision, value }) =>
        of !== undefined && partOf === undefined && precision === 'exact' && value !== null,
    );
    for (const [at, fact] of facts.entries()) {
      const other = facts
        .slice(at + 1)
        .find((later) => later.section !== fact.section && sameThing(fact, later) && later.value !== fact.value);
      if (!other) continue;
      const { zh, en } = factSubjects[fact.subject];
      yield {
        cells: [],
        slot: `${fact.section}.${fact.subject}.${fact.of}`,
        message: {
          zh: `${zh}（${fact.of}）一处写 ${fact.value} ${fact.unit}，另一处写 ${other.value} ${other.unit}`,
          en: `${en}: one section says ${fact.value}, another ${other.value}`,
        },
        evidence: [quoteOf(fact), quoteOf(other)],
        origin: 'report',
      };
    }
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'published', value: 383, unit: '条', of: '发布信息', channel: 'wechat' },
        { subject: 'published', value: 383, unit: '条', of: '发布信息', channel: 'wechat', section: 'other' },
      ],
    }),
    // two numbered items of one section count their own
    example('2021', {
      facts: [
        { subject: 'published', value: 699, unit: '条', of: '公开信息' },
        { subject: 'published', value: 323, unit: '条', of: '公开信息' },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'published', value: 120, unit: '条', of: '主动公开政府信息', channel: 'website' },
          {
            subject: 'published',
            value: 102,
            unit: '条',
            of: '主动公开政府信息',
            channel: 'website',
            section: 'other',
          },
        ],
      }),
      says: ['公开信息（主动公开政府信息）一处写 120 条，另一处写 102 条'],
    },
  ],
});
