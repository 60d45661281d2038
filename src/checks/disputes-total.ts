import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { sayDisputes } from './sums/say.ts';
import { sumsOfDisputes } from './sums/sum-findings.ts';

export default defineCheck({
  id: 'disputes-total',
  title: { zh: '复议诉讼合计', en: 'Outcomes of disputes add up' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '表四每一类：结果维持、结果纠正、其他结果、尚未审结之和，等于总计。依据是表四的结构。三类各自成一等式，单看表内无法判定哪一格有误，所以列出可能的各格。总计空白时不判断。',
    en: 'In each part of table 4, upheld, corrected, other and pending add up to the total. The structure of the form asks for it. With one sum a part no cell can be singled out, so those that could be wrong are listed. Undecided where the total is blank.',
  },
  run: ({ report }) => sumsOfDisputes(report, sayDisputes),
  valid: () => [
    example('2021'),
    example('2019'),
    // blank outcomes beside a total that fits
    example('2021', { cells: { 'disputes.reconsideration.corrected': '', 'disputes.reconsideration.other': '' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: {
          'disputes.reconsideration.upheld': 10,
          'disputes.reconsideration.total': 0,
          'disputes.litigationAfterReconsideration.upheld': 5,
          'disputes.litigationAfterReconsideration.total': 0,
        },
      }),
      says: [
        '行政复议：维持 10＋纠正 0＋其他 0＋未审结 1＝11 件，总计 0 件；可能有误的格：表四「行政复议」总计',
        '复议后起诉：维持 5＋纠正 0＋其他 0＋未审结 0＝5 件，总计 0 件；可能有误的格：表四「复议后起诉」结果维持、表四「复议后起诉」总计',
      ],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'disputes.litigation.total': '' } }), code: 'blank-total' },
    { subject: example('2021', { cells: everyCell('2021', 'disputes', '') }), code: 'nothing-reported' },
    { subject: example('2021', { cells: everyCell('2021', 'disputes', null) }), code: 'absent' },
  ],
});
