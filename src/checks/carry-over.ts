import type { Address } from '../report/report.ts';
import { numberAt, numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears, row } from './example.ts';
import { cellOf, lastYear } from './others/last-year.ts';

const into: Address = 'applications.carriedIn.total';
const out: Address = 'applications.carriedOut.total';

export default defineCheck({
  id: 'carry-over',
  title: { zh: '结转衔接', en: 'Carried over from last year' },
  severity: 'error',
  tags: ['reconciliation', 'years'],
  docs: {
    zh: '本年表三的上年结转，等于上年报告的结转下年度。两份报告说的是同一批申请。核对哪一年填错；机构合并会改变口径。任一边空白或上年报告未入库时不判断。',
    en: 'What table 3 carries in equals what last year’s report carried out. Both reports speak of the same requests. Look up which year is wrong; a merger of bodies changes the scope. Undecided where one side is blank or last year’s report is not stored.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const { report } = subject;
    const [own, theirs] = [numbersAt(report, [into]), numbersAt(previous, [out])];
    if (!Array.isArray(own) || !Array.isArray(theirs)) {
      yield Array.isArray(own) ? (theirs as Exclude<typeof theirs, number[]>) : own;
      return;
    }
    if (own[0] === theirs[0]) return;
    yield {
      cells: [into],
      slot: 'applications.carriedIn',
      message: {
        zh: `上年结转 ${own[0]} 件，${previous.year} 年报告的结转下年度为 ${numberAt(previous, out)} 件；二者应相等`,
        en: `${own[0]} carried in, while the report of ${previous.year} carried out ${numberAt(previous, out)}; they should be equal`,
      },
      evidence: cellOf(previous, out),
    };
  },
  valid: () => [
    example('2021', { subject: lastYears('2019') }),
    example('2021', { cells: row('carriedIn'), subject: lastYears('2021', { cells: row('carriedOut') }) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { subject: lastYears('2021', { cells: row('carriedOut', 3, 0, 0, 0, 0, 0, 3) }) }),
      says: ['上年结转 1 件，2020 年报告的结转下年度为 3 件；二者应相等'],
    },
  ],
  unassessable: () => [
    { subject: example('2021'), code: 'no-previous-year' },
    { subject: example('2021', { subject: lastYears('2021', { cells: { [out]: '' } }) }), code: 'nothing-reported' },
  ],
});
