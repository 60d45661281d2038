import type { Words } from '../errors.ts';
import { formOf } from '../report/forms/index.ts';
import type { Report, SectionId } from '../report/report.ts';
import { sectionIds } from '../report/report.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { sectionOf } from './text-of.ts';
import { joined } from './wording.ts';

const { disclosures, applications, disputes } = formOf('2021');

/** The six headings as the notice prints them. */
export const headings: Record<SectionId, Words> = {
  overview: { zh: '一、总体情况', en: 'I overview' },
  disclosures: { zh: `二、${disclosures.title}`, en: 'II disclosures' },
  applications: { zh: `三、${applications.title}`, en: 'III applications' },
  disputes: { zh: `四、${disputes.title}`, en: 'IV disputes' },
  problems: { zh: '五、存在的主要问题及改进情况', en: 'V problems and improvements' },
  other: { zh: '六、其他需要报告的事项', en: 'VI other matters' },
};

/** Whether what belongs under a heading was found, though the heading was not. */
function hasContent(report: Report, id: SectionId): boolean {
  if (sectionOf(report, id)?.paragraphs.length) return true;
  return id === 'disclosures' || id === 'applications' || id === 'disputes' ? cellsOf(report, id).found > 0 : false;
}

export default defineCheck({
  id: 'heading-not-found',
  title: { zh: '未找到标题', en: 'Heading not found' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '六个部分的标题有没有认出来的，不论编号。六个部分由条例第五十条和格式通知规定。看原文：标题可能在转换时丢失，因此不说“缺少该部分”；内容已读到的只作提示。措辞略有不同、写在段首的标题都认。',
    en: 'Some of the six headings were not recognised, whatever their number. Article 50 and the notice on the format ask for the six sections. Look at the page: a heading may have got lost in conversion, so no section is called missing, and where its content was read this is only a note. Other wordings and headings inside a paragraph are accepted.',
  },
  *run({ report }) {
    const missing = sectionIds.filter((id) => !sectionOf(report, id)?.heading);
    const without = missing.filter((id) => !hasContent(report, id));
    const lost = missing.filter((id) => hasContent(report, id));
    const names = (ids: readonly SectionId[]) =>
      joined(
        ids.map((id) => headings[id]),
        '；',
      );
    if (without.length)
      yield {
        cells: [],
        slot: 'headings',
        message: { zh: `未找到标题：${names(without).zh}`, en: `Headings not found: ${names(without).en}` },
      };
    if (lost.length)
      yield {
        cells: [],
        slot: 'headings-lost',
        lowered: { zh: '内容已读到', en: 'the content is there' },
        message: {
          zh: `未找到标题：${names(lost).zh}；其内容已读到`,
          en: `Headings not found, though their content was: ${names(lost).en}`,
        },
      };
  },
  valid: () => [
    example('2021'),
    // another wording of a heading is still its heading
    example('2021', {
      report: {
        sections: example('2021').report.sections.map((section) =>
          section.id === 'problems' ? { ...section, heading: '五、存在问题及改进情况' } : section,
        ),
      },
    }),
  ],
  invalid: () => [
    { subject: example('2021', { text: { problems: null } }), says: ['未找到标题：五、存在的主要问题及改进情况'] },
    {
      subject: example('2021', {
        text: { disputes: null },
        report: {
          sections: example('2021').report.sections.map((section) =>
            section.id === 'other' ? { ...section, heading: null, numeral: null } : section,
          ),
        },
      }),
      says: ['未找到标题：六、其他需要报告的事项；其内容已读到'],
    },
    {
      subject: example('2021', { text: { overview: null, disputes: null } }),
      says: ['未找到标题：一、总体情况', '未找到标题：四、政府信息公开行政复议、行政诉讼情况；其内容已读到'],
    },
  ],
});
