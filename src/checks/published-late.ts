import type { Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';

/** Towns and street offices, which article 49 does not name. */
export const isTown = (bureau: string): boolean =>
  /(?:[镇乡]|苏木)(?:人民政府)?$|街道(?:办(?:事处|公室)?)?$/.test(bureau);

/** The last day by article 49: 31 March for a government of county level and up, 31 January for its departments. */
export function deadlineOf({ bureau, year }: Pick<Report, 'bureau' | 'year'>): string | undefined {
  if (!bureau || year === null || isTown(bureau)) return undefined;
  return bureau.endsWith('人民政府') ? `${year + 1}-03-31` : `${year + 1}-01-31`;
}

export default defineCheck({
  id: 'published-late',
  title: { zh: '发布晚于期限', en: 'Published late' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '文中的发布日期晚于期限：部门为次年 1 月 31 日，县级以上人民政府为 3 月 31 日。依据是条例第四十九条。可提醒机关。网页重新发布会改变日期，乡镇和街道不在该条之内，所以只是提示。',
    en: 'The date of publication in the document is after the deadline: 31 January for departments, 31 March for governments of county level and up. Article 49 of the Regulation sets it. The bureau may be reminded. Pages published again change their date, and towns and street offices are not named there, hence only a note.',
  },
  *run({ report }) {
    const deadline = deadlineOf(report);
    if (!deadline) return;
    if (!report.publishedOn) {
      yield notAssessed('no-publication-date', '文中没有发布日期', 'The document does not say when it was published');
      return;
    }
    if (report.publishedOn <= deadline) return;
    yield {
      cells: [],
      slot: 'published',
      message: {
        zh: `发布日期 ${report.publishedOn} 晚于条例第四十九条的期限 ${deadline}`,
        en: `Published on ${report.publishedOn}, after the deadline of article 49, ${deadline}`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { report: { bureau: '示例区人民政府', publishedOn: '2022-03-30' } }),
    example('2021', { report: { bureau: '示例镇人民政府', publishedOn: '2022-05-01' } }),
    example('2021', { report: { bureau: '示例旗红星苏木人民政府', publishedOn: '2022-05-01' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { report: { publishedOn: '2022-02-11' } }),
      says: ['发布日期 2022-02-11 晚于条例第四十九条的期限 2022-01-31'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { report: { publishedOn: null } }), code: 'no-publication-date' }],
});
