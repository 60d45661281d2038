import { missingCells } from './cells/cell-count.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { repairOf } from './sums/repair.ts';

export default defineCheck({
  id: 'applications-cell-count',
  title: { zh: '表三格数', en: 'Cells of table 3' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '表三读到的格数少于表式规定：2021 年表式 175 格，2019 年表式 161 格。格数由格式通知的表样规定。看原文是缺行还是转换时丢失；未见的格不作 0。印出的空白也是一格，页码、序号、重复的表头不算；只差一个数且能推出读法的，由“疑似拆格、粘连、漏格”说明。',
    en: 'Fewer cells of table 3 were read than the form has: 175 in the form of 2021, 161 in that of 2019. The printed form fixes their number. Look up whether rows are missing or got lost in conversion; what was not found is never 0. A printed blank is a cell; page numbers, list numbers and repeated heads are none, and a row that only one reading explains is told by the check on split numbers.',
  },
  *run({ report }) {
    if (!repairOf(report)) yield* missingCells(report, 'applications');
  },
  valid: () => [
    example('2019'),
    example('2021', { cells: row('denied.stateSecret', '', '', '', '', '', '', '') }),
    example('2021', { cells: everyCell('2021', 'applications', null) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: row('granted', null, null, null, null, null, null, null) }),
      says: ['表三应有 175 格，读到 168 格；不齐的行：予以公开；未读到的格记作未见，不作 0'],
    },
  ],
});
