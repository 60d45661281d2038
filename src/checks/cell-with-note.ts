import { oddCells } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

/** Words or a note mark in the cell besides the number, other than its sign, its separators and a bare unit. */
const remark = /[（(].*[\p{Script=Han}\d].*|其中|含|修订|说明|\p{No}/u;
const unitAlone = /^[^（(]*[（(]?(单位[:：]?)?(万元|亿元|元|件|宗|个|项)[）)]?$/u;

export default defineCheck({
  id: 'cell-with-note',
  title: { zh: '数后附注', en: 'Number with a remark' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '格内除数字外还有说明（其中…、含…）或注号（①、¹）。表格只要求数字。取前面的数，附注原样保留，引用时请一并看。只带单位的不提示。',
    en: 'The cell holds words or a note mark besides its number. The form asks for the number alone. The number is taken and the remark kept; read both when quoting. A bare unit is not mentioned.',
  },
  run: ({ report }) =>
    oddCells(report, ({ state, raw }) => state === 'number' && remark.test(raw) && !unitAlone.test(raw.trim()), {
      zh: '取其数，附注保留',
      en: 'the number is taken, the remark kept',
    }),
  valid: () => [
    example('2021'),
    example('2019', {
      cells: { 'disclosures.procurement.amount': '251000元', 'disclosures.penalties.itemsChange': '减4' },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.normativeDocuments.repealed': '5（含自然失效2件）' } }),
      says: ['表二「规范性文件」本年废止印作“5（含自然失效2件）”；取其数，附注保留'],
    },
    {
      subject: example('2021', { cells: { 'disclosures.licences.decisions': '44①' } }),
      says: ['表二「行政许可」处理决定数量印作“44①”；取其数，附注保留'],
    },
  ],
});
