import { rowQuantity, total } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

export default defineRate({
  id: 'backlog-share',
  title: { zh: '结转占比', en: 'Backlog' },
  beyond: 'above',
  guard: 10,
  within: ['applications'],
  docs: {
    zh: '结转下年度占全年收办数的比例高于界限。默认关闭，频道设了界限才比较。可看是否年底集中收到申请。收办不足 10 件不比较，只作提示。',
    en: 'The requests carried out are a larger share of all taken in than the limit. Off until a channel sets a limit. See whether many came in at the end of the year. Undecided below 10, and only a note.',
  },
  of: (report) => ({
    part: rowQuantity(report, 'carriedOut'),
    whole: total([rowQuantity(report, 'received'), rowQuantity(report, 'carriedIn')]),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(10, undefined),
    timesAs(10, { 'backlog-share': 0.1 }),
    // just at the limit
    timesAs(10, { 'backlog-share': 10 / 130 }),
  ],
  invalid: () => [
    { subject: timesAs(10, { 'backlog-share': 0.05 }), says: ['结转占比 7.7%（10÷130），高于设定的 5.0%'] },
  ],
  unassessable: () => [
    { subject: timesAs(0, { 'backlog-share': 0.05 }), code: 'too-few' },
    {
      subject: timesAs(10, { 'backlog-share': 0.05 }, { cells: { 'applications.concluded.total': 999 } }),
      code: 'inconsistent',
    },
  ],
});
