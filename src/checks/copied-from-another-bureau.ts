import { likeness } from '../report/likeness.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { headings } from './heading-not-found.ts';

/** More than 200 characters in which no run of eight occurs twice. */
const story = (start: number) =>
  Array.from({ length: 130 }, (_, at) => String.fromCodePoint(0x4e00 + start + at, 0x5e00 + start + 3 * at)).join('');
const other = (overview: string) =>
  example('2021', { text: { overview }, report: { bureau: '示范区民政局', bureauKey: '640198:民政局' } }).report;

export default defineCheck({
  id: 'copied-from-another-bureau',
  title: { zh: '与他单位雷同', en: 'Copied from another bureau' },
  severity: 'warning',
  tags: ['years', 'text'],
  docs: {
    zh: '第一或第五部分有三成以上与另一机关同年的报告相同。各机关应写自己的工作；无关机关之间通常不到半成。对照两份原文。通用语句和 200 字以下的部分不计。',
    en: 'Three tenths or more of section I or V are the same as in another bureau’s report of the year. Every body should tell of its own work; unrelated bodies share under a twentieth. Compare both. Stock sentences and sections under 200 characters do not count.',
  },
  *run({ report, alike: candidates }) {
    for (const section of ['overview', 'problems'] as const) {
      const alike = (candidates ?? [])
        .filter(({ bureauKey }) => bureauKey !== report.bureauKey)
        .map((peer) => ({ peer, share: likeness(report, peer, section) ?? 0 }))
        .reduce<{ peer: typeof report; share: number } | undefined>(
          (most, one) => (one.share >= 0.3 && one.share > (most?.share ?? 0) ? one : most),
          undefined,
        );
      if (!alike) continue;
      const percent = Math.round(alike.share * 100);
      yield {
        cells: [],
        slot: `${section}.copied-elsewhere`,
        message: {
          zh: `“${headings[section].zh}”有 ${percent}% 的文字与${alike.peer.bureau ?? '另一机关'}同年报告相同`,
          en: `${percent}% of section ${headings[section].en} is the same as in the report of ${alike.peer.bureau ?? 'another bureau'}`,
        },
      };
    }
  },
  valid: () => [
    example('2021', { text: { overview: story(0) }, subject: { alike: [other(story(5000))] } }),
    // the same body under its own key, for example another version
    example('2021', {
      text: { overview: story(0) },
      subject: { alike: [example('2021', { text: { overview: story(0) } }).report] },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        text: { overview: story(0) },
        subject: { alike: [other(story(0)), other(story(5000))] },
      }),
      says: ['“一、总体情况”有 100% 的文字与示范区民政局同年报告相同'],
    },
  ],
});
