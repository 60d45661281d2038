import { forms } from '../report/forms/index.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { isMixed } from './form-mixed.ts';

export default defineCheck({
  id: 'form-outdated',
  title: { zh: '表式与年度不符', en: 'Form does not fit the year' },
  severity: 'warning',
  tags: ['form'],
  docs: {
    zh: '整份报告用的不是当年的表式：2019、2020 年度用 2019 年表式，2021 年度起用 2021 年表式。依据是两份格式通知。请机关换表重报；现有数字照常记录。年度不明或新旧混用时不提示。',
    en: 'The whole report follows another form than its year asks for: the form of 2019 for 2019 and 2020, the form of 2021 from then on. The two notices on the format say so. Ask the bureau for the right form; its numbers are kept as they are. Silent where the year is not known or forms are mixed.',
  },
  *run({ report }) {
    const { year } = report;
    const used = [report.forms.disclosures, report.forms.applications].find((form) => form !== null);
    const due = forms.findLast((form) => year !== null && form.since <= year)?.id;
    if (year === null || !used || !due || isMixed(report) || used === due) return;
    yield {
      cells: [],
      slot: 'forms',
      message: {
        zh: `${year} 年度报告用的是 ${used} 年表式，应用 ${due} 年表式`,
        en: `The report of ${year} follows the form of ${used}; the form of ${due} is expected`,
      },
    };
  },
  valid: () => [
    example('2019', { report: { year: 2020 } }),
    example('2021', { report: { year: 2025 } }),
    example('2019', { report: { year: null } }),
  ],
  invalid: () => [
    {
      subject: example('2019', { report: { year: 2022 } }),
      says: ['2022 年度报告用的是 2019 年表式，应用 2021 年表式'],
    },
  ],
});
