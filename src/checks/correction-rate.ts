import { cellQuantity, difference } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

const corrected = { 'disputes.reconsideration.corrected': 20, 'disputes.reconsideration.upheld': 20 } as const;

export default defineRate({
  id: 'correction-rate',
  title: { zh: '复议纠正率', en: 'Correction rate' },
  beyond: 'above',
  guard: 30,
  within: ['disputes'],
  docs: {
    zh: '行政复议已审结案件中结果纠正的比例高于界限。默认关闭，频道设了界限才比较。可看被纠正的是哪类答复。已审结不足 30 件不比较，只作提示。',
    en: 'Of the closed reconsiderations a larger share was corrected than the limit. Off until a channel sets a limit. See which kind of answer was corrected. Undecided below 30 closed cases, and only a note.',
  },
  of: (report) => ({
    part: cellQuantity(report, 'disputes.reconsideration.corrected'),
    whole: difference(
      cellQuantity(report, 'disputes.reconsideration.total'),
      cellQuantity(report, 'disputes.reconsideration.pending'),
    ),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(40, undefined, { cells: corrected }),
    timesAs(40, { 'correction-rate': 0.6 }, { cells: corrected }),
    // just at the limit
    timesAs(40, { 'correction-rate': 0.5 }, { cells: corrected }),
  ],
  invalid: () => [
    {
      subject: timesAs(40, { 'correction-rate': 0.3 }, { cells: corrected }),
      says: ['复议纠正率 50.0%（20÷40），高于设定的 30.0%'],
    },
  ],
  unassessable: () => [
    { subject: timesAs(1, { 'correction-rate': 0.3 }), code: 'too-few' },
    {
      subject: timesAs(40, { 'correction-rate': 0.3 }, { cells: { 'disputes.reconsideration.total': 999 } }),
      code: 'inconsistent',
    },
  ],
});
