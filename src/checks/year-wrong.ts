import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, type Sentence, sentencesWith } from './text-of.ts';

/** Titles, document numbers, remarks and addresses, whose years are not the report's. */
const aside = /《[^》]*》|〔\d+〕|\[\d+\]|[（(][^）)]*[）)]|\S+@\S+|https?:\S+/g;
/** A year said of the own work or figures: 2020年度，我局…, 2020年主动公开…, 现将2020年度…报告如下. */
const own =
  /(?:现将|现公布|现发布|我[局委办镇乡县区市院厅处]|本[局委办镇乡机关单位]{1,2})(?:在)?(?<a>20\d\d)年(?!\d|前|以来|底)|(?<b>20\d\d)年(?:度)?,?(?:全年|我[局委办镇乡县区市院厅处]|本[局委办镇乡]|本机关|本单位|共|累计|主动公开|公开(?:各类)?(?:政府)?信息|收到|受理|办理|未收到|发布(?:各类)?(?:政府)?信息)/g;
/** Comparisons, plans, things begun earlier and last year's accounts. */
const elsewhere =
  /同比|相比|比20|较|上年|去年|以来|自20|决算|预算|规划|计划|下一步|(?<!现)将|截[至止]|修订|施行|印发|成立/;

/** What is said of a later year is a plan in these words too. */
const planned = /要|继续|进一步|拟|打算|力争|争取|确保|着力|持续|加快|推动/;

const yearsIn = ({ text }: Sentence): number[] =>
  [...text.replace(aside, '').matchAll(own)].map((match) => Number(match.groups!.a ?? match.groups!.b));

const overview = (text: string) => ({ text: { overview: [text] } });

export default defineCheck({
  id: 'year-wrong',
  title: { zh: '年份错位', en: 'Wrong year' },
  severity: 'warning',
  tags: ['wording'],
  docs: {
    zh: '正文说本机关自己的工作或数字，用的却不是报告年度。多半是沿用上年的文字没有改。对照原文，请机关更正年份。下一年的计划、同比、上年决算、文件名和文号里的年份都不提示。',
    en: 'The text speaks of the body’s own work or figures under another year than that of the report. Mostly it is last year’s text left unchanged. Look at the sentence and ask for the right year. Plans, comparisons, last year’s accounts, and years inside titles and document numbers are left alone.',
  },
  *run({ report }) {
    const { year } = report;
    if (year === null) return;
    for (const sentence of sentencesWith(report, new RegExp(`(?!${year})20\\d\\d年`))) {
      if (sentence.section === 'problems' || elsewhere.test(sentence.text)) continue;
      const years = yearsIn(sentence);
      // 2020年收到8件，2021年收到12件 compares
      if (years.includes(year)) continue;
      const wrong = years.find((said) => said !== year && !(said > year && planned.test(sentence.text)));
      if (wrong === undefined) continue;
      yield {
        cells: [],
        slot: `${sentence.section}.year`,
        message: {
          zh: `报告年度为 ${year}，而正文写“${sentence.printed.slice(0, 60)}”`,
          en: `The report is of ${year}, yet the text says “${sentence.printed.slice(0, 60)}”`,
        },
        evidence: [quote(sentence)],
      };
      return;
    }
  },
  valid: () => [
    example('2021'),
    example('2021', overview('2021年主动公开120条，比2020年主动公开100条增长20%。')),
    example('2021', overview('2020年收到政府信息公开申请8件，2021年收到12件。')),
    example('2021', overview('公开2020年度部门决算，落实《2020年政务公开工作要点》和〔2019〕60号文。')),
    example('2021', overview('2022年，我局继续做好主动公开，拓宽公开渠道。')),
    example('2021', { text: { problems: '2022年，我局将继续拓宽公开渠道，加强解读。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', overview('2020年，我局主动公开政府信息120条。')),
      says: ['报告年度为 2021，而正文写“2020年，我局主动公开政府信息120条。”'],
    },
    {
      subject: example('2021', { preamble: '现将2019年度政府信息公开情况报告如下。' }),
      says: ['报告年度为 2021，而正文写“现将2019年度政府信息公开情况报告如下。”'],
    },
  ],
});
