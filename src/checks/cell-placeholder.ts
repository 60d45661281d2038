import type { TableId } from '../report/forms/index.ts';
import type { Address, Cell } from '../report/report.ts';
import { openByBlanks } from './cells/beside-blanks.ts';
import { oddCells } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { asEvidence } from './sums/sum-findings.ts';
import { cut } from './wording.ts';

export default defineCheck({
  id: 'cell-placeholder',
  title: { zh: '占位符代替数字', en: 'Placeholder for a number' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '格内印的是“/”“—”“无”等符号。表格要求填数字，没有就填 0。无需更正，库里记作未报数，不作 0。没有规章制定权的机关在“规章”一行填“/”是通行做法，不提示。',
    en: 'The cell holds a slash, a dash or a word for none. The form asks for a number, 0 where there is nothing. Nothing needs doing: the cell is kept as not reported, never as 0. A slash in the row of government rules is common where a body cannot make them, and is not mentioned.',
  },
  *run({ report }) {
    const isOne = ({ state }: Cell, address: Address): boolean =>
      state === 'placeholder' && !address.startsWith('disclosures.regulations.');
    for (const found of oddCells(report, isOne, {
      zh: '没有的应填 0，此处按未报数处理',
      en: 'none is written 0; kept as not reported',
    })) {
      const open = openByBlanks(report, found.slot as TableId).filter(({ blanks }) =>
        blanks.some((address) => report.cells[address]?.state === 'placeholder'),
      );
      const named = cut(open.map(({ identity }) => identity.name));
      yield open.length === 0
        ? found
        : {
            ...found,
            evidence: open.map(asEvidence),
            message: {
              zh: `${found.message.zh}；${open.length} 条等式有差额，可能在这些格里：${named.zh}`,
              en: `${found.message.en}; ${open.length} sums are off, and one of these cells may hold the rest: ${named.en}`,
            },
          };
    }
  },
  valid: () => [
    example('2021', {
      cells: {
        'disclosures.regulations.made': '/',
        'disclosures.regulations.repealed': '/',
        'disclosures.regulations.inForce': '/',
      },
    }),
    example('2021', { cells: row('denied.stateSecret', '', '', '', '', '', '', 0) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.coerciveMeasures.decisions': '无' } }),
      says: ['表二「行政强制」处理决定数量印作“无”；没有的应填 0，此处按未报数处理'],
    },
    {
      subject: example('2021', {
        cells: { 'disputes.reconsideration.other': '/', 'disputes.reconsideration.total': 12 },
      }),
      says: [
        '表四「行政复议」其他结果印作“/”；没有的应填 0，此处按未报数处理；1 条等式有差额，可能在这些格里：行政复议',
      ],
    },
  ],
});
