import { rowName } from '../report/names.ts';
import type { Address } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { cut } from './wording.ts';

const rows = ['licences', 'otherServices', 'penalties', 'coerciveMeasures', 'fees'];
const next = { year: 2020, period: null };
const was = lastYears('2019', { report: { year: 2019 } });

export default defineCheck({
  id: 'items-carried',
  title: { zh: '项目数衔接', en: 'Items carried on' },
  severity: 'note',
  tags: ['years'],
  form: '2019',
  docs: {
    zh: '2019 年表式：本年的“上一年项目数量”，等于上年的项目数量加增减。两份报告说的是同一批事项。核对口径是否有变。增减漏印正负号时会误报，所以只是提示。',
    en: 'In the form of 2019, the items of last year equal last year’s own items plus their change. Both reports speak of the same items. Check whether the scope changed. A change printed without its sign misleads, hence only a note.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    if (previous.forms.disclosures !== '2019') {
      yield notAssessed('different-forms', '上年用的是另一套表式', 'Last year’s report follows another form');
      return;
    }
    const found = rows.flatMap((row) => {
      const at = (column: string) => `disclosures.${row}.${column}` as Address;
      const now = numberAt(subject.report, at('itemsLastYear'));
      const [items, change] = [numberAt(previous, at('itemsLastYear')), numberAt(previous, at('itemsChange'))];
      if (now === undefined || items === undefined || change === undefined || now === items + change) return [];
      const { zh, en } = rowName('disclosures', row);
      const line = {
        zh: `${zh} ${now} 项，${previous.year} 年报告为 ${items}＋${change}＝${items + change} 项`,
        en: `${en} ${now}, by the report of ${previous.year} ${items + change}`,
      };
      return [
        {
          cell: at('itemsLastYear'),
          line,
          theirs: [at('itemsLastYear'), at('itemsChange')],
        },
      ];
    });
    if (!found.length) return;
    const all = cut(
      found.map(({ line }) => line),
      '；',
    );
    yield {
      cells: found.map(({ cell }) => cell),
      slot: 'disclosures.items',
      lines: found.map(({ line }) => line),
      message: {
        zh: `上一年项目数量与上年报告不符：${all.zh}`,
        en: `Items of last year differ from last year’s report: ${all.en}`,
      },
      besides: [{ report: previous, cells: found.flatMap(({ theirs }) => theirs) }],
    };
  },
  valid: () => [
    example('2019', { cells: { 'disclosures.licences.itemsLastYear': 32 }, report: next, subject: was }),
    example('2019', { cells: { 'disclosures.licences.itemsLastYear': '' }, report: next, subject: was }),
  ],
  invalid: () => [
    {
      subject: example('2019', { report: next, subject: was }),
      says: ['上一年项目数量与上年报告不符：行政许可 30 项，2019 年报告为 30＋2＝32 项'],
    },
  ],
  unassessable: () => [{ subject: example('2019'), code: 'no-previous-year' }],
});
