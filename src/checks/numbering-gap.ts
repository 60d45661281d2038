import { sectionIds } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { textOf } from './text-of.ts';

const numeral = '一二三四五六七八九十';
/** List marks at the head of a paragraph, and what they count. */
const kinds: readonly { mark: RegExp; value: (mark: string) => number }[] = [
  { mark: /^[(（]([一二三四五六七八九十])[)）]/, value: (mark) => numeral.indexOf(mark) + 1 },
  { mark: /^(\d{1,2})[.．、](?!\d)/, value: Number },
];

/** Lists of one kind of mark in these paragraphs; a mark of 1 begins a new list. */
function lists(paragraphs: readonly string[], { mark, value }: (typeof kinds)[number]): number[][] {
  const found: number[][] = [];
  for (const text of paragraphs) {
    const at = mark.exec(text)?.[1];
    if (at === undefined) continue;
    const number = value(at);
    if (number === 1 || !found.length) found.push([]);
    found.at(-1)!.push(number);
  }
  return found;
}

/** Whether a number of a list stands in the midst of a paragraph, behind a stop. */
const inside = (paragraphs: readonly string[], { mark, value }: (typeof kinds)[number], number: number): boolean => {
  const anywhere = new RegExp(`[。;；:：,，]${mark.source.slice(1)}`, 'gu');
  return paragraphs.some((text) => [...text.matchAll(anywhere)].some((match) => value(match[1]!) === number));
};

export default defineCheck({
  id: 'numbering-gap',
  title: { zh: '序号断号', en: 'Numbering' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '分条序号跳号，或只有一个“1.”。可能漏写一条，也可能转换时丢了一段。看原文。每个部分分别看，写在同一段里的序号也认；表格的行和六个标题不算。',
    en: 'A numbered list skips a number, or has only a first item. An item may be missing, or a paragraph got lost in conversion. Look at the page. Each section is looked at by itself; numbers within a paragraph are seen too, and table rows and the six headings do not count.',
  },
  *run({ report }) {
    for (const id of sectionIds) {
      const paragraphs = textOf(report, id).split('\n');
      for (const kind of kinds)
        for (const list of lists(paragraphs, kind)) {
          const skips = (number: number, index: number) =>
            index > 0 && number !== list[index - 1]! + 1 && !inside(paragraphs, kind, list[index - 1]! + 1);
          const gap = list.findIndex(skips);
          const lone = list.length === 1 && list[0] === 1 && !inside(paragraphs, kind, 2);
          if (gap < 0 && !lone) continue;
          yield {
            cells: [],
            slot: `${id}`,
            message: lone
              ? { zh: '分条只有第 1 条', en: 'A list has only a first item' }
              : {
                  zh: `序号由 ${list[gap - 1]} 跳到 ${list[gap]}`,
                  en: `Numbers go from ${list[gap - 1]} to ${list[gap]}`,
                },
          };
          return;
        }
    }
  },
  valid: () => [
    example('2021'),
    // the second item goes on in the same paragraph
    example('2021', { text: { problems: ['1.更新慢，将按月检查。2.形式少，将增加图解。', '3.解读少，将加强。'] } }),
    // one list for each sub-section
    example('2021', {
      text: { problems: ['问题：', '1.更新慢。', '2.形式少。', '改进：', '1.按月检查。', '2.增加图解。'] },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { problems: ['1.更新慢，将改进。', '3.形式少。'] } }),
      says: ['序号由 1 跳到 3'],
    },
    {
      subject: example('2021', { text: { problems: ['1.更新慢，将改进。', '其余尚可。'] } }),
      says: ['分条只有第 1 条'],
    },
  ],
});
