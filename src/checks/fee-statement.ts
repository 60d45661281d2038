import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { isNothing } from './other-matters-empty.ts';
import { sectionOf, textOf, wholeText } from './text-of.ts';

/** Names the fee, or charging for disclosure, anywhere; in section six the word 收费 is enough. */
const named =
  /信息处理费|信息公开[^,，。；;]{0,8}(?:(?<!经)费用?|收费)|(?:收取|收缴|征收)[^,，。；;]{0,12}(?:任何|信息|申请人|处理|相关)[^,，。；;]{0,8}费|(?:未|没有|不|无)[^,，。；;]{0,6}(?:收取|产生|发生)[^,，。；;]{0,8}费|(?:未|没有|不)[^,，。；;]{0,4}收费/;
const inSectionSix = /收费|费用|收取/;

export default defineCheck({
  id: 'fee-statement',
  title: { zh: '信息处理费说明', en: 'Information fee stated' },
  severity: 'warning',
  tags: ['wording'],
  since: 2021,
  docs: {
    zh: '2021 年度起，第六部分应说明收取信息处理费的情况，没有收取也要写明。年度报告格式对第六部分有此要求。补上一句即可，例如本年度未收取信息处理费。别处写了的、写未发生收费的、写 0 元的都算说明；第六部分只写无的另有检查；行政事业性收费是另一回事。',
    en: 'From report year 2021 section six states what information fee was charged, also where there was none. The format of the report asks for it. One sentence will do, for example that no such fee was charged. A statement elsewhere, no charging, or 0 yuan all count; a section six that only says none is another check; administrative fees are another matter.',
  },
  *run({ report }) {
    if (report.facts.some(({ subject }) => subject === 'informationFee')) return;
    if (named.test(wholeText(report)) || inSectionSix.test(textOf(report, 'other'))) return;
    const section = sectionOf(report, 'other');
    if (!section) {
      yield notAssessed('absent', '第六部分未见', 'Section six was not found');
      return;
    }
    const text = textOf(report, 'other');
    if (text === '' || isNothing(text)) return;
    const [paragraph] = section.paragraphs;
    yield {
      cells: [],
      slot: 'other.informationFee',
      message: { zh: '通篇未说明信息处理费收取情况', en: 'Nothing is said about the information fee' },
      evidence: paragraph
        ? [{ kind: 'quote', text: paragraph.text.slice(0, 120), section: 'other', place: paragraph.place }]
        : [],
    };
  },
  valid: () => [
    example('2021'),
    // none was charged, in other words
    example('2021', { text: { other: '在办理依申请公开工作中，未向申请人收取任何费用。' } }),
    // a section six that says none is another check's matter
    example('2021', { text: { other: '截至目前，我局无其他事项需要报告。' } }),
    // before 2021 there was no such fee
    example('2019', { text: { other: '开展了政务公开日活动。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { other: '本机关2021年未收到政府信息公开申请。' } }),
      says: ['通篇未说明信息处理费收取情况'],
    },
    {
      // lists of administrative fees and a budget say nothing of it
      subject: example('2021', {
        text: { overview: '公开行政事业性收费目录，保障政府信息公开工作经费。', other: '开展了政务公开日活动。' },
      }),
      says: ['通篇未说明信息处理费收取情况'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { text: { other: null } }), code: 'absent' }],
});
