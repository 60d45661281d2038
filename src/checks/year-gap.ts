import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';

const stored = (...years: number[]) => ({ years });

export default defineCheck({
  id: 'year-gap',
  title: { zh: '缺年', en: 'Missing year' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '该机关已入库的报告中间缺了年份。年度报告每年一份，缺年就不能逐年比较。可补传缺的年份。新设机关之前的年份不算缺。',
    en: 'Between the stored reports of this bureau a year is missing. There is one report a year, and a gap breaks comparison. Add the missing one. Years before the first report do not count, since the body may be new.',
  },
  *run({ report: { year }, years: known }) {
    if (year === null) return;
    const years = [...(known ?? []).filter((other) => other < year), year];
    if (years.length < 2) {
      yield notAssessed('no-previous-year', '该机关没有其他年份入库', 'No other year of this bureau is stored');
      return;
    }
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const missing = Array.from({ length: last - first }, (_, index) => first + index).filter(
      (year) => !years.includes(year),
    );
    if (!missing.length) return;
    yield {
      cells: [],
      slot: 'years',
      message: {
        zh: `${first} 至 ${last} 年之间缺 ${missing.join('、')} 年的报告`,
        en: `Between ${first} and ${last} the report of ${missing.join(', ')} is missing`,
      },
    };
  },
  valid: () => [
    example('2021', { subject: stored(2019, 2020) }),
    // a later year does not make this one late
    example('2021', { subject: stored(2020, 2021, 2024) }),
  ],
  invalid: () => [
    { subject: example('2021', { subject: stored(2018, 2019) }), says: ['2018 至 2021 年之间缺 2020 年的报告'] },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
