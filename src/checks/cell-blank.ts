import type { Words } from '../errors.ts';
import type { Evidence } from '../report/finding.ts';
import { type TableId, tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import type { Address, Report } from '../report/report.ts';
import { blankTotalsOfNothing, openByBlanks, sumsOf, unseenBesideBlanks } from './cells/beside-blanks.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { confirmedZeros, isTotal, type Verdict } from './sums/assess.ts';
import { asEvidence } from './sums/sum-findings.ts';
import { cut } from './wording.ts';

const asCell =
  ({ cells }: Report) =>
  (address: Address): Evidence => {
    const { value, raw, place } = cells[address]!;
    return { kind: 'cell', address, value, raw, place };
  };

/** What the blanks of a table leave open: sums that one of them may hold the rest of, and numbers that no sum ties to their cell. */
function leftOpen(
  table: TableId,
  open: readonly Verdict[],
  { zeros, untied }: ReturnType<typeof unseenBesideBlanks>,
): Words {
  const named = cut(open.map(({ identity }) => identity.name));
  const sums = open.length
    ? {
        zh: `；${open.length} 条等式有差额，可能在空白格里：${named.zh}`,
        en: `; ${open.length} sums are off, and a blank may hold the rest: ${named.en}`,
      }
    : { zh: '', en: '' };
  const words: Words[] = [sums];
  if (zeros.length)
    words.push({
      zh: `；另有 ${zeros.length} 格填 0，0 与空白有没有填错格，等式看不出`,
      en: `; ${zeros.length} other cells hold a 0, and no sum shows a 0 that stands in the cell of a blank`,
    });
  if (untied.length && table === 'disclosures')
    words.push({
      zh: '；表二没有等式，其余的数有没有填错格，请对照原文',
      en: '; this table has no sums: only the page tells whether the other numbers stand in their own cells',
    });
  else if (untied.length)
    words.push({
      zh: `；另有 ${untied.length} 个数没有能核对的等式，有没有填错格，请对照原文`,
      en: `; no sum can be checked for ${untied.length} other numbers: only the page tells whether they stand in their own cells`,
    });
  return { zh: words.map(({ zh }) => zh).join(''), en: words.map(({ en }) => en).join('') };
}

export default defineCheck({
  id: 'cell-blank',
  title: { zh: '空白格', en: 'Blank cells' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '表内有格子空着没填（各部分有大于 0 的数的总计另行提示）。表格要求没有就填 0。无需更正：等式证明为 0 的会说明，其余按未报数处理，不作 0；差额可能在空白格里的等式、与空白混用的 0、没有能核对的等式的数也一并列出。空着不填相当常见，所以只是提示。',
    en: 'Cells are left empty (totals beside parts above 0 are told elsewhere). The form wants a 0 where there is nothing. Nothing needs doing: blanks that a sum proves to be 0 are counted, the others stay not reported; sums that a blank may hold the rest of zeros mixed with blanks and numbers that no sum can be checked for are named too. The practice is common, hence only a note.',
  },
  *run({ report }) {
    for (const table of tableIds) {
      const parts = cellsOf(report, table)
        .odd.filter(({ address, cell }) => cell.state === 'blank' && !isTotal(address))
        .map(({ address }) => address);
      const blank = [...parts, ...blankTotalsOfNothing(report, table)];
      if (!blank.length) continue;
      const zeros = confirmedZeros(sumsOf(report, table));
      const confirmed = blank.filter((address) => zeros.has(address)).length;
      const [open, unseen] = [openByBlanks(report, table), unseenBesideBlanks(report, table)];
      const { zh, en } = tableName(table);
      const more = leftOpen(table, open, unseen);
      yield {
        cells: blank,
        slot: table,
        evidence: [...open.map(asEvidence), ...[...unseen.zeros, ...unseen.untied].map(asCell(report))],
        message: {
          zh: `${zh}有 ${blank.length} 格空白，其中 ${confirmed} 格由等式证明为 0，${blank.length - confirmed} 格未报数${more.zh}`,
          en: `${en}: ${blank.length} blank, ${confirmed} proved to be 0 by a sum, ${blank.length - confirmed} not reported${more.en}`,
        },
      };
    }
  },
  valid: () => [
    example('2021'),
    // placeholders and zeros are no blanks
    example('2021', { cells: row('denied.stateSecret', '/', 0, '—', 0, 0, 0, 0) }),
    // a blank total beside parts above 0 is told by the check of blank totals
    example('2021', { cells: { 'disputes.reconsideration.total': '' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { ...row('granted', 4, 1, '', '', '', '', 5), 'disclosures.coerciveMeasures.decisions': '' },
      }),
      says: [
        '表二有 1 格空白，其中 0 格由等式证明为 0，1 格未报数；表二没有等式，其余的数有没有填错格，请对照原文',
        '表三有 4 格空白，其中 4 格由等式证明为 0，0 格未报数；另有 145 格填 0，0 与空白有没有填错格，等式看不出',
      ],
    },
    // no sum goes through a number whose total is blank
    {
      subject: example('2021', {
        cells: { ...everyCell('2021', 'disputes', ''), 'disputes.litigation.upheld': 3 },
      }),
      says: [
        '表四有 11 格空白，其中 0 格由等式证明为 0，11 格未报数；另有 1 个数没有能核对的等式，有没有填错格，请对照原文',
      ],
    },
    // the parts of a blank total were not found
    {
      subject: example('2021', { cells: row('denied.stateSecret', null, null, null, null, null, null, '') }),
      says: ['表三有 1 格空白，其中 0 格由等式证明为 0，1 格未报数；另有 142 格填 0，0 与空白有没有填错格，等式看不出'],
    },
    // the total of a row of zeros, and a row with every part blank: no zero is left to name
    {
      subject: example('2021', {
        cells: {
          ...everyCell('2021', 'disputes', ''),
          'disputes.litigation.upheld': 0,
          'disputes.reconsideration.total': 3,
        },
      }),
      says: [
        '表四有 12 格空白，其中 0 格由等式证明为 0，12 格未报数；1 条等式有差额，可能在空白格里：行政复议；另有 1 格填 0，0 与空白有没有填错格，等式看不出',
      ],
    },
  ],
});
