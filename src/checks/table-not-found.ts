import { tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { sectionOf } from './text-of.ts';

/** Table 二 with a row that could not be placed. */
const unplaced = {
  ...example('2021').report.tables.disclosures!,
  rows: [{ id: null, label: '规章', tokens: ['0'], place: { line: 9 } }],
};
const lost = { disclosures: null, disputes: null };

export default defineCheck({
  id: 'table-not-found',
  title: { zh: '未见表格', en: 'Table not found' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '有二、三或四的标题，却没有读到它的表格。国办通知要求这三部分以表格报告。看原文：表格可能是图片、附件，或确实没有。库里记作未见，不作 0。',
    en: 'The heading of section 2, 3 or 4 is there but not one row of its table was read. The notice asks for these sections as tables. Look at the page: the table may be a picture, an attachment, or missing. It is kept as not found, never as 0.',
  },
  *run({ report }) {
    for (const table of tableIds) {
      const section = sectionOf(report, table);
      if (!section?.heading || cellsOf(report, table).found) continue;
      // Rows without a cell are counted by another check, where it is known how many there should be.
      if (report.tables[table]?.rows.length && (report.forms[table] || table === 'disputes')) continue;
      const { zh, en } = tableName(table);
      yield {
        cells: [],
        slot: table,
        message: {
          zh: `有标题“${section.heading}”，未读到${zh}；库里记作未见，不作 0`,
          en: `The heading “${section.heading}” is there, but ${en} was not found; kept as not found, not as 0`,
        },
        evidence: [{ kind: 'quote', text: section.heading, section: table, place: section.place }],
      };
    }
  },
  valid: () => [
    example('2021'),
    // rows were printed and none could be placed: the cells that are missing are counted
    example('2021', {
      cells: everyCell('2021', 'disclosures', null),
      report: { tables: { ...example('2021').report.tables, disclosures: unplaced } },
    }),
    // the section is missing too: its heading is another check's matter
    example('2021', {
      cells: everyCell('2021', 'disputes', null),
      text: { disputes: null },
      report: { tables: { ...example('2021').report.tables, disputes: null } },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { ...everyCell('2021', 'disputes', null), ...everyCell('2021', 'disclosures', null) },
        report: { tables: { ...example('2021').report.tables, ...lost } },
      }),
      says: [
        '有标题“二、主动公开政府信息情况”，未读到表二；库里记作未见，不作 0',
        '有标题“四、政府信息公开行政复议、行政诉讼情况”，未读到表四；库里记作未见，不作 0',
      ],
    },
    {
      subject: example('2021', {
        cells: everyCell('2021', 'disclosures', null),
        report: {
          forms: { ...example('2021').report.forms, disclosures: null },
          tables: { ...example('2021').report.tables, disclosures: unplaced },
        },
      }),
      says: ['有标题“二、主动公开政府信息情况”，未读到表二；库里记作未见，不作 0'],
    },
  ],
});
