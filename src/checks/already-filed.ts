import type { Address, Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { samePrint } from './others/same-print.ts';
import { wholeText } from './text-of.ts';

const sameFigures = ({ cells }: Report, other: Report): boolean =>
  ([...new Set([...Object.keys(cells), ...Object.keys(other.cells)])] as Address[]).every((address) =>
    samePrint(cells[address], other.cells[address]),
  );

/** Whether any number tells this report from an empty one. */
const telling = ({ cells }: Report): boolean => Object.values(cells).some(({ value }) => (value ?? 0) > 0);

const zero = {
  cells: {
    ...everyCell('2021', 'disclosures', 0),
    ...everyCell('2021', 'applications', 0),
    ...everyCell('2021', 'disputes', 0),
  },
};

export default defineCheck({
  id: 'already-filed',
  title: { zh: '重复上传', en: 'Already filed' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '各格数字和正文都与已入库的一份相同。同一份报告可能以另一种格式又传了一次。无需处理，只作提示。全零的报告只凭数字不能判定，正文不同就不提示。',
    en: 'Every number and the text equal a report that is stored already. The same report was probably sent again in another format. Nothing needs doing. Reports of zeros are not told apart by numbers, so the text has to be the same too.',
  },
  *run({ report, versions, alike }) {
    const same = [...(versions ?? []), ...(alike ?? [])].find(
      (other) =>
        sameFigures(other, report) && wholeText(other).replace(/\s/g, '') === wholeText(report).replace(/\s/g, ''),
    );
    if (!same || (!telling(report) && same.bureauKey !== report.bureauKey)) return;
    yield {
      cells: [],
      slot: 'versions',
      message: {
        zh: `数字和正文与已入库的${same.bureau ?? ''}${same.year ?? ''}年报告相同`,
        en: `Numbers and text equal the stored report of ${same.year ?? ''}`,
      },
    };
  },
  valid: () => [
    example('2021', {
      subject: { versions: [example('2021', { text: { other: '已修订，未收取信息处理费。' } }).report] },
    }),
    // all-zero tables of another bureau
    example('2021', {
      ...zero,
      subject: { alike: [example('2021', { ...zero, report: { bureauKey: '640198:民政局' } }).report] },
    }),
  ],
  invalid: () => [
    // a correction is no difference between the files
    {
      subject: example('2021', {
        cells: { 'disclosures.penalties.decisions': { value: 45, raw: '44', corrected: 'misread' } },
        subject: { versions: [example('2021').report] },
      }),
      says: ['数字和正文与已入库的示例区卫生健康局2021年报告相同'],
    },
    {
      subject: example('2021', { subject: { versions: [example('2021').report] } }),
      says: ['数字和正文与已入库的示例区卫生健康局2021年报告相同'],
    },
  ],
});
