import { groupQuantity, rowQuantity } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

export default defineRate({
  id: 'unavailable-share',
  title: { zh: '无法提供占比', en: 'Share of unavailable' },
  beyond: 'above',
  guard: 30,
  within: ['applications'],
  docs: {
    zh: '无法提供的各项之和占办结总数的比例高于界限。默认关闭，频道设了界限才比较。可看是否多为“本机关不掌握”。办结不足 30 件不比较，只作提示。',
    en: 'The unavailable results are a larger share of the concluded requests than the limit. Off until a channel sets a limit. See whether most were not held. Undecided below 30 concluded, and only a note.',
  },
  of: (report) => ({
    part: groupQuantity(report, 'unavailable'),
    whole: rowQuantity(report, 'concluded'),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(10, undefined),
    timesAs(10, { 'unavailable-share': 0.5 }),
    // just at the limit
    timesAs(10, { 'unavailable-share': 40 / 120 }),
  ],
  invalid: () => [
    { subject: timesAs(10, { 'unavailable-share': 0.2 }), says: ['无法提供占比 33.3%（40÷120），高于设定的 20.0%'] },
  ],
  unassessable: () => [
    { subject: timesAs(1, { 'unavailable-share': 0.2 }), code: 'too-few' },
    {
      subject: timesAs(10, { 'unavailable-share': 0.2 }, { cells: { 'applications.concluded.total': 999 } }),
      code: 'inconsistent',
    },
  ],
});
