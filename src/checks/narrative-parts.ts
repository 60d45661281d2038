import type { Words } from '../errors.ts';
import { type Fact, factSubjects } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { quoteOf, said } from './narrative/against.ts';

/** The numbers that a total's list names, in its own unit. */
const partsOf = ({ facts }: Report, at: number): Fact[] =>
  facts.filter(({ partOf, unit }) => partOf === at && unit === facts[at]!.unit);

const sum = (parts: readonly Fact[]): number =>
  Math.round(parts.reduce((all, { value }) => all + value!, 0) * 1e4) / 1e4;

/** 自然人9件，予以公开4件 are not side by side: the second may be a part of the first. */
const ofOneKind = (parts: readonly Fact[]): boolean =>
  new Set(parts.map(({ subject }) => subject === 'applicants')).size < 2;

/** 原创280条，被上级采用56条, or the same on two channels: what is counted twice is no list of parts. */
const overlaps = (parts: readonly Fact[]): boolean =>
  parts.some(
    ({ of, sentence }) => /^[被获]|采用|采纳|录用/.test(of ?? '') || /同步(?:发布|推送|公开)|重复|交叉/.test(sentence),
  );

/** A list that ends in 其他 must add up to its total; any other list only must not exceed it. */
const wrong = (fact: Fact, parts: readonly Fact[]): boolean =>
  fact.parts === 'closed'
    ? sum(parts) !== fact.value
    : fact.parts === 'plain' && parts.length > 1 && sum(parts) > fact.value!;

export default defineCheck({
  id: 'narrative-parts',
  title: { zh: '其中之和', en: 'Parts of a total' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文先写总数、再用“其中”列出各项的，各项之和不应多于总数；末项是其他、其余的，应等于总数。各项是总数的一部分。对照原文，看哪一个数写错，或者某一项不在总数之内。只列一部分的、含约数的、加到总数之后另起的、被采用或同步发布等会重复计的，不算不符。',
    en: 'Where a sentence gives a total and then its parts, they do not exceed it; a list that ends in others adds up to it. Parts lie within their total. Look up which number is wrong, or whether an item is no part. Lists of some parts, approximate numbers, items behind the point where the sum is reached, and those counted twice such as items taken over elsewhere are no contradiction.',
  },
  *run({ report }) {
    const found: { fact: Fact; line: Words }[] = [];
    for (const [at, fact] of report.facts.entries()) {
      if (fact.parts !== 'closed' && fact.parts !== 'plain') continue;
      const parts = partsOf(report, at);
      if (parts.length === 0 || !wrong(fact, parts) || !ofOneKind(parts) || overlaps(parts)) continue;
      if ([fact, ...parts].some(({ precision }) => precision !== 'exact')) {
        yield notAssessed(
          'approximate',
          `各项中有约数：${said(fact).zh}`,
          `Some of the parts are approximate: ${said(fact).en}`,
        );
        continue;
      }
      const list = parts.map(({ value }) => value).join('＋');
      const { zh, en } = factSubjects[fact.subject];
      found.push({
        fact,
        line: {
          zh: `${zh}${fact.of ? `（${fact.of}）` : ''} ${fact.value} ${fact.unit}，所列各项 ${list}＝${sum(parts)} ${fact.unit}，${fact.parts === 'closed' ? '应等于总数' : '多于总数'}`,
          en: `${fact.value} ${en}, the parts named are ${list.replaceAll('＋', ' + ')} = ${sum(parts)}, ${fact.parts === 'closed' ? 'which should be the same' : 'more than the total'}`,
        },
      });
    }
    for (const { fact, line } of found)
      yield {
        cells: [],
        slot: `${fact.section}.${fact.subject}.${fact.of ?? ''}`,
        message: line,
        evidence: [quoteOf(fact)],
        origin: 'report',
      };
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'published', value: 98, unit: '条', parts: 'complete' },
        { subject: 'published', value: 98, unit: '条', partOf: 0 },
      ],
    }),
    // what became of the requests by persons stands among the kinds of applicants
    example('2021', {
      facts: [
        { subject: 'received', value: 12, parts: 'plain' },
        { subject: 'applicants', value: 9, column: 'person', partOf: 0 },
        { subject: 'granted', value: 4, partOf: 0 },
      ],
    }),
    // some of the parts were taken over elsewhere as well
    example('2021', {
      facts: [
        { subject: 'published', value: 320, unit: '条', parts: 'plain' },
        { subject: 'published', value: 280, unit: '条', of: '原创', partOf: 0 },
        { subject: 'published', value: 56, unit: '条', of: '被上级采用', partOf: 0 },
      ],
    }),
    // only some parts are named
    example('2021', {
      facts: [
        { subject: 'received', value: 12, parts: 'plain' },
        { subject: 'granted', value: 4, partOf: 0 },
        { subject: 'denied', value: 1, partOf: 0 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'published', value: 2139, unit: '条', parts: 'plain', of: '网站发布信息' },
          { subject: 'published', value: 1744, unit: '条', partOf: 0 },
          { subject: 'published', value: 416, unit: '条', partOf: 0 },
        ],
      }),
      says: ['公开信息（网站发布信息） 2139 条，所列各项 1744＋416＝2160 条，多于总数'],
    },
    {
      subject: example('2019', {
        facts: [
          { subject: 'complaints', value: 20, parts: 'closed' },
          { subject: 'complaints', value: 12, partOf: 0 },
          { subject: 'complaints', value: 7, partOf: 0 },
        ],
      }),
      says: ['投诉与热线 20 件，所列各项 12＋7＝19 件，应等于总数'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        facts: [
          { subject: 'published', value: 13800, unit: '条', parts: 'plain' },
          { subject: 'published', value: 12766, unit: '条', partOf: 0 },
          { subject: 'published', value: 1100, unit: '条', partOf: 0, precision: 'atLeast' },
        ],
      }),
      code: 'approximate',
    },
  ],
});
