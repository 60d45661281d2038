import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { sectionOf, textOf, wholeText } from './text-of.ts';

const saysNothing =
  /^(?:[（(]?[一二三四五六\d][)）、.])?(?:截[至止][^,，。]{2,12}[,，])?(?:(?:20\d\d年|本年)度?)?[,，]?(?:我[\p{Script=Han}]{1,4}?|本[\p{Script=Han}]{1,4}?)?(?:暂时?)?(?:无|没有)(?:其[他它])?(?:需要?|应当?)?(?:予以)?(?:报告|说明)?的?(?:其[他它])?(?:重要)?(?:事项|情况|内容)?(?:需要?|应当?)?(?:予以)?(?:报告|说明)?[。.]?$/u;

/** Whether section six holds no more than a word for nothing to report. */
export const isNothing = (text: string): boolean => saysNothing.test(text.replace(/\s/g, ''));

const fee = /信息处理费|处理费|(收取|收费).{0,10}费用|任何.{0,6}费用|收费(事项|情况)/;

export default defineCheck({
  id: 'other-matters-empty',
  title: { zh: '第六部分空', en: 'Section VI empty' },
  severity: 'note',
  tags: ['missing'],
  since: 2021,
  docs: {
    zh: '第六部分只写“无”，全文也没有说明信息处理费。2021 年的格式通知要求在这里报告收取信息处理费的情况。可建议机关补一句，没有收取也写明。费用在别处写明、用的是 2019 年要求的不提示。',
    en: 'Section VI says only “none”, and the information fee is stated nowhere. The notice of 2021 wants the fee reported here. Suggest one sentence, also where nothing was charged. Silent where it is stated elsewhere, and for years before 2021.',
  },
  *run({ report }) {
    const section = sectionOf(report, 'other');
    const text = textOf(report, 'other').replace(/\s/g, '');
    if (!section?.heading || (text !== '' && !isNothing(text)) || fee.test(wholeText(report))) return;
    yield {
      cells: [],
      slot: 'other',
      message: {
        zh: `第六部分${text ? `只有“${text}”` : '没有内容'}，全文未说明信息处理费`,
        en: `Section VI ${text ? `says only “${text}”` : 'is empty'}, and the information fee is stated nowhere`,
      },
      evidence: [{ kind: 'quote', text, section: 'other', place: section.place }],
    };
  },
  valid: () => [
    example('2021'),
    example('2019', { text: { other: '无。' } }),
    example('2021', { text: { other: '无。', applications: '未收取信息处理费。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { other: '2021年度，我局没有需要报告的其他事项。' } }),
      says: ['第六部分只有“2021年度,我局没有需要报告的其他事项。”，全文未说明信息处理费'],
    },
    { subject: example('2021', { text: { other: '无。' } }), says: ['第六部分只有“无。”，全文未说明信息处理费'] },
    {
      subject: example('2021', { text: { other: '本年度无其他需要报告的事项。' } }),
      says: ['第六部分只有“本年度无其他需要报告的事项。”，全文未说明信息处理费'],
    },
    {
      subject: example('2021', { text: { other: '（一）截至目前，我局无其他事项需要报告。' } }),
      says: ['第六部分只有“(一)截至目前,我局无其他事项需要报告。”，全文未说明信息处理费'],
    },
  ],
});
