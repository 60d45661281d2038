import { cellName } from '../report/names.ts';
import { comparableCells } from '../report/neighbours.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { movedByLaw } from './others/moved-by-law.ts';
import { cut } from './wording.ts';

const penalties = (value: number) => ({ cells: { 'disclosures.penalties.decisions': value } });
const before = (then: number, earlier: number) => ({
  ...lastYears('2021', penalties(then)),
  earlier: [example('2019', { ...penalties(earlier), report: { year: 2019 } }).report],
});

export default defineCheck({
  id: 'year-zero',
  title: { zh: '突然归零', en: 'Drop to zero' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '连续两年大于 0 的数量今年为 0，或连续两年为 0 的今年有数。可能漏填，也可能职能有变。看正文有无说明。职能划转的属正常。需要前两年的报告都已入库。',
    en: 'A count that was above 0 for two years is 0 now, or the reverse. It may have been left out, or a duty moved. See whether the text explains it. Duties that moved are a good reason. It needs the reports of both years before.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const earlier = subject.earlier?.find(({ year }) => year !== null && year + 1 === previous.year);
    if (!earlier) {
      yield notAssessed('no-previous-year', '前年报告未入库', 'The report of two years ago is not in the store');
      return;
    }
    const { report } = subject;
    const changed = comparableCells.filter((address) => {
      const [now, then, long] = [report, previous, earlier].map((one) => numberAt(one, address));
      if (movedByLaw(address, report)) return false;
      if (now === undefined || then === undefined || long === undefined) return false;
      return (now === 0 && then > 0 && long > 0) || (now > 0 && then === 0 && long === 0);
    });
    if (!changed.length) return;
    const lines = changed.map((address) => {
      const { zh, en } = cellName(address);
      const course = [earlier, previous, report].map((one) => numberAt(one, address)).join(' → ');
      return { zh: `${zh} ${course}`, en: `${en} ${course}` };
    });
    const all = cut(lines, '；');
    yield {
      cells: changed,
      slot: 'years',
      lines,
      message: {
        zh: `三年来由有到无或由无到有：${all.zh}`,
        en: `From some to none, or the reverse, in three years: ${all.en}`,
      },
      besides: [previous, earlier].map((report) => ({ report, cells: changed })),
    };
  },
  valid: () => [
    example('2021', { subject: before(44, 40) }),
    // the law of 2024
    example('2021', {
      cells: { 'disputes.reconsideration.total': 5 },
      report: { year: 2024 },
      subject: {
        ...lastYears('2021', { cells: { 'disputes.reconsideration.total': 0 }, report: { year: 2023 } }),
        earlier: [example('2021', { cells: { 'disputes.reconsideration.total': 0 }, report: { year: 2022 } }).report],
      },
    }),
    // it was 0 only last year
    example('2021', { ...penalties(44), subject: before(0, 40) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { ...penalties(0), subject: before(44, 40) }),
      says: ['三年来由有到无或由无到有：表二「行政处罚」处理决定数量 40 → 44 → 0'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { subject: lastYears('2021') }), code: 'no-previous-year' }],
});
