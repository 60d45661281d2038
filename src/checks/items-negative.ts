import { rowName } from '../report/names.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const rows = ['licences', 'otherServices', 'penalties', 'coerciveMeasures', 'fees'] as const;

export default defineCheck({
  id: 'items-negative',
  title: { zh: '项目数减成负数', en: 'Items below zero' },
  severity: 'warning',
  tags: ['reconciliation'],
  form: '2019',
  docs: {
    zh: '2019 年表式：上一年项目数量加本年增减，不会小于 0。减掉的不会比原有的多。对照原文看正负号和数字。79 与 -71 这样的组合没有问题；减少而未印负号的看不出来。',
    en: 'In the form of 2019, the items of last year plus their change are not below 0. No more items can go than there were. Look at the sign and the digits. A pair such as 79 and -71 is fine; a decrease printed without its sign cannot be seen.',
  },
  *run({ report }) {
    for (const row of rows) {
      const cells = [`disclosures.${row}.itemsLastYear`, `disclosures.${row}.itemsChange`] as const;
      const [before, change] = cells.map((address) => numberAt(report, address));
      if (before === undefined || change === undefined || before + change >= 0) continue;
      const { zh, en } = rowName('disclosures', row);
      yield {
        cells: [...cells],
        slot: `disclosures.${row}`,
        message: {
          zh: `表二${zh}：上一年 ${before} 项，本年增减 ${change} 项，剩下 ${before + change} 项`,
          en: `Table 2, ${en}: ${before} items last year, change ${change}, which leaves ${before + change}`,
        },
      };
    }
  },
  valid: () => [
    example('2019', { cells: { 'disclosures.licences.itemsLastYear': 79, 'disclosures.licences.itemsChange': '-71' } }),
    example('2019', { cells: { 'disclosures.licences.itemsLastYear': '', 'disclosures.licences.itemsChange': '-71' } }),
  ],
  invalid: () => [
    {
      subject: example('2019', {
        cells: { 'disclosures.licences.itemsLastYear': 7, 'disclosures.licences.itemsChange': '-71' },
      }),
      says: ['表二行政许可：上一年 7 项，本年增减 -71 项，剩下 -64 项'],
    },
  ],
});
