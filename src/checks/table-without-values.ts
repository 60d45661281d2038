import { tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { textOf } from './text-of.ts';

export default defineCheck({
  id: 'table-without-values',
  title: { zh: '有表无数', en: 'Labels without values' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '读到了表格一半以上的行标题，却没有一个数字。表格应逐格填数。看原文：可能是转换时丢了数字，也可能整表未填。该部分用文字说明没有的，不提示。',
    en: 'More than half of the row labels were read, but not one number. The form wants a number in every cell. Look at the page: the conversion may have lost them, or the table was left empty. Silent where the section says in words that there was none.',
  },
  *run({ report }) {
    for (const table of tableIds) {
      const reading = report.tables[table];
      if (!reading || reading.labels.found * 2 < reading.labels.expected || !reading.labels.found) continue;
      const { found, odd } = cellsOf(report, table);
      if (found > odd.length || odd.some(({ cell }) => cell.state === 'number')) continue;
      // a table of 无 says in words that there was none
      if (found && odd.every(({ cell }) => cell.state === 'placeholder' && cell.raw.trim() === '无')) continue;
      // numbers that are printed and could not be placed are cells that were not found
      if (reading.rows.some(({ tokens }) => tokens.some((token) => /\d/.test(token)))) continue;
      if (/无|没有|未/.test(textOf(report, table))) continue;
      const { labels } = reading;
      const { zh, en } = tableName(table);
      yield {
        cells: [],
        slot: table,
        message: {
          zh: `${zh}读到 ${labels.expected} 个行标题中的 ${labels.found} 个，没有一个数字；应逐格填数`,
          en: `${en}: ${labels.found} of ${labels.expected} labels found, and not one number; every cell should hold one`,
        },
      };
    }
  },
  valid: () => [
    example('2021'),
    example('2021', { cells: everyCell('2021', 'disputes', '无') }),
    example('2021', { cells: everyCell('2021', 'disputes', ''), text: { disputes: '本年度没有行政复议、行政诉讼。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: everyCell('2021', 'disputes', '') }),
      says: ['表四读到 3 个行标题中的 3 个，没有一个数字；应逐格填数'],
    },
  ],
});
