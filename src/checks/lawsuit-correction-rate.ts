import { cellQuantity, difference, total } from './narrative/quantity.ts';
import { defineRate, timesAs } from './plausibility/rate.ts';

const lawsuits = ['litigation', 'litigationAfterReconsideration'] as const;
const corrected = {
  'disputes.litigationAfterReconsideration.corrected': 10,
  'disputes.litigationAfterReconsideration.upheld': 30,
} as const;

export default defineRate({
  id: 'lawsuit-correction-rate',
  title: { zh: '诉讼纠正率', en: 'Correction rate in court' },
  beyond: 'above',
  guard: 30,
  within: ['disputes'],
  docs: {
    zh: '两类行政诉讼已审结案件中结果纠正的比例高于界限。默认关闭，频道设了界限才比较。可看败诉的是哪类答复。已审结不足 30 件不比较，只作提示。',
    en: 'Of the closed lawsuits of both kinds a larger share was corrected than the limit. Off until a channel sets a limit. See which kind of answer lost. Undecided below 30 closed cases, and only a note.',
  },
  of: (report) => ({
    part: total(lawsuits.map((row) => cellQuantity(report, `disputes.${row}.corrected`))),
    whole: difference(
      total(lawsuits.map((row) => cellQuantity(report, `disputes.${row}.total`))),
      total(lawsuits.map((row) => cellQuantity(report, `disputes.${row}.pending`))),
    ),
  }),
  valid: () => [
    // off until a limit is set
    timesAs(40, undefined, { cells: corrected }),
    timesAs(40, { 'lawsuit-correction-rate': 0.5 }, { cells: corrected }),
    // just at the limit
    timesAs(40, { 'lawsuit-correction-rate': 0.25 }, { cells: corrected }),
  ],
  invalid: () => [
    {
      subject: timesAs(40, { 'lawsuit-correction-rate': 0.1 }, { cells: corrected }),
      says: ['诉讼纠正率 25.0%（10÷40），高于设定的 10.0%'],
    },
  ],
  unassessable: () => [
    { subject: timesAs(1, { 'lawsuit-correction-rate': 0.1 }), code: 'too-few' },
    {
      subject: timesAs(
        40,
        { 'lawsuit-correction-rate': 0.1 },
        { cells: { 'disputes.litigationAfterReconsideration.total': 999 } },
      ),
      code: 'inconsistent',
    },
  ],
});
