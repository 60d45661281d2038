import { missingCells } from './cells/cell-count.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';

export default defineCheck({
  id: 'disputes-cell-count',
  title: { zh: '表四格数', en: 'Cells of table 4' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '表四读到的格数不足 15 格。三类争议各五格，由格式通知的表样规定。看原文是缺格还是转换时丢失；未见的格不作 0。印出的空白也是一格。',
    en: 'Fewer than the 15 cells of table 4 were read. The printed form has five cells for each of three kinds of dispute. Look up whether cells are missing or got lost in conversion; what was not found is never 0. A printed blank is a cell.',
  },
  run: ({ report }) => missingCells(report, 'disputes'),
  valid: () => [
    example('2021'),
    example('2021', { cells: everyCell('2021', 'disputes', '') }),
    example('2019', { cells: everyCell('2019', 'disputes', null) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disputes.litigation.pending': null, 'disputes.litigation.total': null } }),
      says: [
        '表四应有 15 格，读到 13 格；不齐的行：未经复议直接起诉（印作“0 0 0”，3 个数）；未读到的格记作未见，不作 0',
      ],
    },
  ],
});
