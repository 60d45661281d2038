import { rowQuantity, total } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

export default defineRate({
  id: 'disclosure-rate',
  title: { zh: '实质公开率', en: 'Disclosure rate' },
  beyond: 'below',
  guard: 30,
  within: ['applications'],
  docs: {
    zh: '予以公开与部分公开之和占办结总数的比例低于界限。默认关闭，频道设了界限才比较。可看不予公开和无法提供的理由是否集中。办结不足 30 件不比较，只作提示。',
    en: 'Granted plus partly granted are a smaller share of the concluded requests than the limit. Off until a channel sets a limit. See whether the grounds of refusal cluster. Undecided below 30 concluded, and only a note.',
  },
  of: (report) => ({
    part: total([rowQuantity(report, 'granted'), rowQuantity(report, 'partlyGranted')]),
    whole: rowQuantity(report, 'concluded'),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(10, undefined),
    timesAs(10, { 'disclosure-rate': 0.3 }),
    // just at the limit
    timesAs(10, { 'disclosure-rate': 0.5 }),
  ],
  invalid: () => [
    { subject: timesAs(10, { 'disclosure-rate': 0.6 }), says: ['实质公开率 50.0%（60÷120），低于设定的 60.0%'] },
  ],
  unassessable: () => [
    { subject: timesAs(1, { 'disclosure-rate': 0.6 }), code: 'too-few' },
    {
      subject: timesAs(10, { 'disclosure-rate': 0.6 }, { cells: { 'applications.concluded.total': 999 } }),
      code: 'inconsistent',
    },
  ],
});
