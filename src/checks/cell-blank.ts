import { tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { once } from './once.ts';
import { confirmedZeros, isTotal } from './sums/assess.ts';
import { applicationSums, disputeSums } from './sums/sum-findings.ts';

const provenZeros = once((report) =>
  confirmedZeros([...applicationSums(report).verdicts, ...disputeSums(report).verdicts]),
);

export default defineCheck({
  id: 'cell-blank',
  title: { zh: '空白格', en: 'Blank cells' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '表内有格子空着没填（总计除外）。表格要求没有就填 0。无需更正：等式证明为 0 的会说明，其余按未报数处理，不作 0。空着不填相当常见，所以只是提示。',
    en: 'Cells other than totals are left empty. The form wants a 0 where there is nothing. Nothing needs doing: blanks that a sum proves to be 0 are counted, the others stay not reported. The practice is common, hence only a note.',
  },
  *run({ report }) {
    for (const table of tableIds) {
      const blank = cellsOf(report, table)
        .odd.filter(({ address, cell }) => cell.state === 'blank' && !isTotal(address))
        .map(({ address }) => address);
      if (!blank.length) continue;
      const zeros = provenZeros(report);
      const confirmed = blank.filter((address) => zeros.has(address)).length;
      const { zh, en } = tableName(table);
      yield {
        cells: blank,
        slot: table,
        message: {
          zh: `${zh}有 ${blank.length} 格空白，其中 ${confirmed} 格由等式证明为 0，${blank.length - confirmed} 格未报数`,
          en: `${en}: ${blank.length} blank, ${confirmed} proved to be 0 by a sum, ${blank.length - confirmed} not reported`,
        },
      };
    }
  },
  valid: () => [
    example('2021'),
    // placeholders and zeros are no blanks
    example('2021', { cells: row('denied.stateSecret', '/', 0, '—', 0, 0, 0, 0) }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { ...row('granted', 4, 1, '', '', '', '', 5), 'disclosures.coerciveMeasures.decisions': '' },
      }),
      says: [
        '表二有 1 格空白，其中 0 格由等式证明为 0，1 格未报数',
        '表三有 4 格空白，其中 4 格由等式证明为 0，0 格未报数',
      ],
    },
  ],
});
