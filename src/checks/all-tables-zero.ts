import { addressesOf, tableIds } from '../report/forms/index.ts';
import type { Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';

/** Bodies that decide on licences and penalties: a year without a single decision is unusual for them. */
const enforcing =
  /公安|市场监|生态环境|环保|交通|应急|税务|海关|卫生健康|卫健|住房|城乡建设|城市管理|自然资源|人力资源|文化.*旅游/;
const on = { limits: { 'all-tables-zero': 0 } };
const zeros = {
  ...everyCell('2021', 'disclosures', 0),
  ...everyCell('2021', 'applications', 0),
  ...everyCell('2021', 'disputes', 0),
};

const everyNumber = ({ forms, cells }: Report): (number | null | undefined)[] =>
  tableIds.flatMap((table) => {
    const form = forms[table];
    return form === null || form === 'mixed'
      ? [undefined]
      : addressesOf(form, table).map((address) => cells[address]?.value);
  });

export default defineCheck({
  id: 'all-tables-zero',
  title: { zh: '三表全零', en: 'All tables zero' },
  severity: 'note',
  tags: ['plausibility'],
  docs: {
    zh: '有执法职能的机关，三张表每一格都是 0。默认关闭，频道打开后才看。可问机关是否漏填，许可和处罚是否由别处作出。新设或不独立执法的机关也会如此，只作提示。',
    en: 'A body with powers of enforcement prints 0 in every cell of the three tables. Off until a channel turns it on. Ask whether the tables were filled in, and who decides on licences and penalties. New bodies and those that leave enforcement to others look the same, hence only a note.',
  },
  *run({ report, limits }) {
    if (limits?.['all-tables-zero'] === undefined || !enforcing.test(report.bureau ?? '')) return;
    const numbers = everyNumber(report);
    if (numbers.some((value) => value !== 0)) return;
    yield {
      cells: [],
      slot: 'tables',
      message: { zh: `三张表 ${numbers.length} 格全为 0`, en: `All ${numbers.length} cells of the three tables are 0` },
    };
  },
  valid: () => [
    // off until a channel turns it on
    example('2021', { cells: zeros }),
    example('2021', { subject: on }),
    example('2021', { cells: zeros, report: { bureau: '示例区档案局' }, subject: on }),
    example('2021', { cells: { ...zeros, 'disclosures.regulations.made': '' }, subject: on }),
  ],
  invalid: () => [{ subject: example('2021', { cells: zeros, subject: on }), says: ['三张表 200 格全为 0'] }],
});
