import { disputeRows } from '../report/forms/index.ts';
import { cellQuantity, rowQuantity, total } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

export default defineRate({
  id: 'dispute-rate',
  title: { zh: '争议转化率', en: 'Disputes per request' },
  beyond: 'above',
  guard: 30,
  within: ['applications', 'disputes'],
  docs: {
    zh: '复议和诉讼总数与本年新收申请之比高于界限。默认关闭，频道设了界限才比较。可看争议集中在哪类答复。新收不足 30 件不比较；争议可能针对往年申请，只作提示。',
    en: 'Disputes of all kinds against the requests received are more than the limit. Off until a channel sets a limit. See which answers are disputed. Undecided below 30 received; disputes may be about earlier requests, hence only a note.',
  },
  of: (report) => ({
    part: total(disputeRows.map((row) => cellQuantity(report, `disputes.${row}.total`))),
    whole: rowQuantity(report, 'received'),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(10, undefined),
    timesAs(10, { 'dispute-rate': 0.3 }),
    // just at the limit
    timesAs(10, { 'dispute-rate': 0.25 }),
  ],
  invalid: () => [
    { subject: timesAs(10, { 'dispute-rate': 0.2 }), says: ['争议转化率 25.0%（30÷120），高于设定的 20.0%'] },
  ],
  unassessable: () => [
    { subject: timesAs(1, { 'dispute-rate': 0.2 }), code: 'too-few' },
    {
      subject: timesAs(10, { 'dispute-rate': 0.2 }, { cells: { 'applications.concluded.total': 999 } }),
      code: 'inconsistent',
    },
  ],
});
