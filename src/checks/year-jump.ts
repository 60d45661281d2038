import { cellName } from '../report/names.ts';
import { comparableCells } from '../report/neighbours.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { movedByLaw } from './others/moved-by-law.ts';
import { cut } from './wording.ts';

const penalties = (value: number) => ({ cells: { 'disclosures.penalties.decisions': value } });

export default defineCheck({
  id: 'year-jump',
  title: { zh: '年度突变', en: 'Jump on last year' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '许可、处罚、强制、申请或争议的数量比上年增到五倍以上或减到五分之一以下，且相差超过 20。大起大落可能是填错，也可能属实。看正文有无说明。2024 年起不予公开须先复议，该年表四的变动不提示；职能划转也会造成突变。',
    en: 'Licences, penalties, coercive measures, requests or disputes grew more than five times or fell below a fifth of last year, by more than 20. Such a jump may be a slip or true. See whether the text explains it. Since 2024 refusals go to reconsideration first, so changes of table 4 in that year are left alone; duties that moved explain others.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const { report } = subject;
    const jumps = comparableCells.filter((address) => {
      const [now, then] = [numberAt(report, address), numberAt(previous, address)];
      if (!now || !then || movedByLaw(address, report) || Math.abs(now - then) <= 20) return false;
      return now > then * 5 || now < then * 0.2;
    });
    if (!jumps.length) return;
    const lines = jumps.map((address) => {
      const { zh, en } = cellName(address);
      const change = `${numberAt(previous, address)} → ${numberAt(report, address)}`;
      return { zh: `${zh} ${change}`, en: `${en} ${change}` };
    });
    const all = cut(lines, '；');
    yield {
      cells: jumps,
      slot: 'years',
      lines,
      message: {
        zh: `与 ${previous.year} 年相差五倍以上：${all.zh}`,
        en: `More than five times off ${previous.year}: ${all.en}`,
      },
      besides: [{ report: previous, cells: jumps }],
    };
  },
  valid: () => [
    example('2021', { subject: lastYears('2019') }),
    // six times as many, but only twenty more
    example('2021', { ...penalties(24), subject: lastYears('2021', penalties(4)) }),
    // the law of 2024
    example('2021', {
      cells: { 'disputes.reconsideration.total': 351 },
      report: { year: 2024 },
      subject: lastYears('2021', { cells: { 'disputes.reconsideration.total': 40 }, report: { year: 2023 } }),
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { ...penalties(440), subject: lastYears('2021') }),
      says: ['与 2020 年相差五倍以上：表二「行政处罚」处理决定数量 44 → 440'],
    },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
