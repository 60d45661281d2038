import { missingCells } from './cells/cell-count.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';

export default defineCheck({
  id: 'disclosures-cell-count',
  title: { zh: '表二格数', en: 'Cells of table 2' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '表二读到的格数少于表式规定：2021 年表式 10 格，2019 年表式 22 格。格数由格式通知的表样规定。看原文是缺行还是转换时丢失；未见的格不作 0。印出的空白也是一格，地方自加的行不计。',
    en: 'Fewer cells of table 2 were read than the form has: 10 in the form of 2021, 22 in that of 2019. The printed form fixes their number. Look up whether a row is missing or got lost in conversion; what was not found is never 0. A printed blank is a cell, and rows added locally do not count.',
  },
  *run({ report }) {
    const numbers = cellsOf(report, 'disclosures').numbers.map(({ address, cell: { value, raw, place } }) => ({
      kind: 'cell' as const,
      ...{ address, value, raw, place },
    }));
    for (const found of missingCells(report, 'disclosures'))
      yield numbers.length === 0
        ? found
        : {
            ...found,
            evidence: numbers,
            message: {
              zh: `${found.message.zh}；表二没有等式，缺的数有没有并入别的格，请对照原文`,
              en: `${found.message.en}; this table has no sums: only the page tells whether what is missing stands in another cell`,
            },
          };
  },
  valid: () => [
    example('2019'),
    // a printed blank is a cell
    example('2021', { cells: { 'disclosures.regulations.made': '' } }),
    // a table that was not found gives one line elsewhere, not ten here
    example('2021', { cells: everyCell('2021', 'disclosures', null) }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: {
          'disclosures.regulations.made': null,
          'disclosures.regulations.repealed': null,
          'disclosures.regulations.inForce': null,
        },
      }),
      says: [
        '表二应有 10 格，读到 7 格；不齐的行：规章；未读到的格记作未见，不作 0；表二没有等式，缺的数有没有并入别的格，请对照原文',
      ],
    },
  ],
});
