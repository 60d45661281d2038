import { type Address, addressesOf, forms, tableIds } from '../report/forms/index.ts';
import { cellName } from '../report/names.ts';
import { defineCheck } from './define-check.ts';
import { doubtful } from './doubt.ts';
import { example } from './example.ts';
import { samePrint } from './others/same-print.ts';
import { cut } from './wording.ts';

const every = [...new Set(forms.flatMap(({ id }) => tableIds.flatMap((table) => addressesOf(id, table))))];
const first = (value: number, trust: 'high' | 'low' = 'high') => ({
  versions: [example('2021', { cells: { 'disclosures.penalties.decisions': { value, trust } } }).report],
});

export default defineCheck({
  id: 'version-changed',
  title: { zh: '修订对照', en: 'Cells changed in a new version' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '同一机关同一年度先后收到两份报告，有的格数字不同。修订应当有据可查。列出改动的格和前后数字，供核对。重新扫描造成的存疑数字不列。',
    en: 'Two files of the same bureau and year differ in some cells. A revision should be traceable. The changed cells are listed with the old and the new number. Numbers that are in doubt on either side, as after a new scan, are left out.',
  },
  *run({ report, versions }) {
    const before = versions?.at(-1);
    if (!before) return;
    const changed = every.filter((address: Address) => {
      const [now, then] = [report.cells[address], before.cells[address]];
      if (!now || !then || doubtful(report, address) || doubtful(before, address)) return false;
      return !samePrint(now, then);
    });
    if (!changed.length) return;
    const lines = changed.map((address) => {
      const { zh, en } = cellName(address);
      const [then, now] = [before, report].map(({ cells }) => cells[address]!);
      const shown = (cell: NonNullable<typeof now>, blank: string) => (cell.state === 'blank' ? blank : cell.raw);
      return {
        zh: `${zh} ${shown(then!, '空白')} → ${shown(now!, '空白')}`,
        en: `${en} ${shown(then!, 'blank')} → ${shown(now!, 'blank')}`,
      };
    });
    const all = cut(lines, '；');
    yield {
      cells: changed,
      slot: 'versions',
      lines,
      message: {
        zh: `与上一版相比改动 ${changed.length} 格：${all.zh}`,
        en: `${changed.length} cells differ from the version before: ${all.en}`,
      },
      besides: [{ report: before, cells: changed }],
    };
  },
  valid: () => [
    example('2021', { subject: first(44) }),
    // both print 41, and a person has said what it should be
    example('2021', {
      cells: { 'disclosures.penalties.decisions': { value: 44, raw: '41', corrected: 'misread' } },
      subject: first(41),
    }),
    // the old reading was in doubt
    example('2021', { subject: first(41, 'low') }),
  ],
  invalid: () => [
    {
      subject: example('2021', { subject: first(41) }),
      says: ['与上一版相比改动 1 格：表二「行政处罚」处理决定数量 41 → 44'],
    },
  ],
});
