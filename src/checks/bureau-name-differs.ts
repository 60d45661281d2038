import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

/** The title of a report as its opening cites it: whose, and of which year. */
const cited =
  /《(?<name>[^《》]{2,40}?)(?:机关|系统)?(?<year>20\d\d)年(?:度)?(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)》/;

const stem = (name: string): string =>
  name.replace(/（.*?）|\(.*?\)/g, '').replace(/(?:委员会|办事处|办公室|局|委|厅|办|部|院|署|处|中心)$/u, '');

/** Whether the characters of one name stand in another in this order: 卫健 in 卫生健康, 洪泽区 in 淮安市洪泽区. */
function shortens(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/** One name is a shorter way to write the other: a parent dropped or added, a bureau called by its short form. */
const akin = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || shortens(stem(a), stem(b)) || shortens(stem(b), stem(a));

export default defineCheck({
  id: 'bureau-name-differs',
  title: { zh: '机关名称不一', en: "Another body's name" },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '开头引述的本年度报告题名写的是另一个机关。题名、开头应是同一机关；多半是套用他处文稿。请核对报告属于谁。加写或省略上级地名、用简称（卫健局）、其他年度的报告、通知标题不算。',
    en: 'The opening cites this report under the name of another body. Title and opening should name the same one; the text was perhaps taken from elsewhere. Check whose report it is. A parent place added or dropped, a short form of the name, reports of other years and titles of notices do not count.',
  },
  *run({ report }) {
    if (report.bureau === null) return;
    const names = [report.bureau, ...report.aliases].map((name) => name.normalize('NFKC'));
    for (const sentence of sentencesWith(report, cited)) {
      if (sentence.section !== 'preamble') continue;
      const { name, year } = cited.exec(sentence.text)!.groups as { name: string; year: string };
      if (Number(year) !== report.year || /通知|关于/.test(name)) continue;
      if (names.some((known) => akin(known, name))) continue;
      yield {
        cells: [],
        slot: 'bureau',
        message: {
          zh: `开头写《${name}${year}年…报告》，题名为${report.bureau}`,
          en: `The opening cites the report of ${name}, the title names ${report.bureau}`,
        },
        evidence: [quote(sentence)],
      };
      return;
    }
  },
  valid: () => [
    example('2021', { preamble: '现发布《银川市示例区卫生健康局2021年政府信息公开工作年度报告》。依据《条例》编制。' }),
    example('2021', { preamble: '现发布《示例区卫健局2021年政府信息公开工作年度报告》。' }),
    example('2021', { preamble: '根据《关于做好演示县2021年政府信息公开工作年度报告的通知》，现予公布。' }),
    example('2021', { preamble: '请参阅《演示县教育局2020年政府信息公开工作年度报告》。' }),
  ],
  invalid: () => [
    {
      subject: example('2021', { preamble: '现公布《演示县教育局2021年政府信息公开工作年度报告》。' }),
      says: ['开头写《演示县教育局2021年…报告》，题名为示例区卫生健康局'],
    },
  ],
});
