import type { Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

/** Whether the tables of a report follow more than one version of the form. */
export const isMixed = ({ forms: { disclosures, applications } }: Report): boolean =>
  disclosures === 'mixed' || (disclosures !== null && applications !== null && disclosures !== applications);

const decided = (report: Report, table: 'disclosures' | 'applications') => {
  const words = report.tables[table]?.decidedBy.slice(0, 4).join('、');
  return words ? `（${words}）` : '';
};

export default defineCheck({
  id: 'form-mixed',
  title: { zh: '新旧表式混用', en: 'Tables of different forms' },
  severity: 'warning',
  tags: ['form'],
  docs: {
    zh: '表二与表三用了不同年份的表式，或表二各部分表式不一。同一年度应使用同一套表式。请机关换用当年表式；各格仍按其所在表式记录。列标题被换行拆开、行名写作“规范性文件”都不算混用。',
    en: 'Tables 2 and 3 follow different versions of the form, or the blocks of table 2 do. One year has one form. Ask the bureau to use the form of the year; every cell is kept under the form it stands in. A broken column header or a short row name is no sign of another form.',
  },
  *run({ report }) {
    if (!isMixed(report)) return;
    const { disclosures, applications } = report.forms;
    const one =
      disclosures === 'mixed'
        ? { zh: ' 2019 与 2021 年表式混排', en: 'both forms' }
        : { zh: ` ${disclosures} 年表式`, en: `the form of ${disclosures}` };
    const two = applications
      ? {
          zh: `，表三用 ${applications} 年表式${decided(report, 'applications')}`,
          en: `, table 3 the form of ${applications}`,
        }
      : { zh: '', en: '' };
    yield {
      cells: [],
      slot: 'forms',
      message: {
        zh: `表二用${one.zh}${decided(report, 'disclosures')}${two.zh}；应为同一套表式`,
        en: `Table 2 follows ${one.en}${two.en}; one form is expected`,
      },
    };
  },
  valid: () => [
    example('2021'),
    // one table's form could not be told
    example('2021', { report: { forms: { disclosures: '2021', applications: null, disputes: '2021' } } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { report: { forms: { disclosures: '2021', applications: '2019', disputes: '2019' } } }),
      says: ['表二用 2021 年表式，表三用 2019 年表式；应为同一套表式'],
    },
    {
      subject: example('2021', { report: { forms: { disclosures: 'mixed', applications: '2021', disputes: '2021' } } }),
      says: ['表二用 2019 与 2021 年表式混排，表三用 2021 年表式；应为同一套表式'],
    },
  ],
});
