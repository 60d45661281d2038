const digit: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A count up to 99 in Chinese or Arabic numerals: 十, 二十, 三十五, 12; `null` for anything else. */
export function countOf(said: string): number | null {
  if (/^\d{1,4}$/.test(said)) return Number(said);
  const found = /^([一二两三四五六七八九])?(十)?([一二两三四五六七八九])?$/.exec(said);
  if (!found || said === '') return null;
  const [, tens, ten, ones] = found;
  if (!ten) return tens && !ones ? digit[tens]! : null;
  return (tens ? digit[tens]! : 1) * 10 + (ones ? digit[ones]! : 0);
}

const yearInChinese =
  /(?<![〇零一二两三四五六七八九十])([一二])([〇零九])([〇零一二三四五六七八九])([〇零一二三四五六七八九])(?![〇零一二两三四五六七八九十])/g;

/** 二一年 and 一九年, but not 近二三年. */
const shortInChinese =
  /(?<![〇零一二两三四五六七八九十近]|最近|过去)(一九|二[〇零一二三四五六七八九])(?=年度?(?!级|内|来))/g;

/** 二〇二一, 二零二一年 as 2021; 二一年 as 2021年. */
export const yearsInDigits = (text: string): string =>
  text
    .replace(shortInChinese, (said) => `20${[...said].map((sign) => digit[sign]).join('')}`)
    .replace(yearInChinese, (_, ...signs: string[]) =>
      signs
        .slice(0, 4)
        .map((sign) => digit[sign])
        .join(''),
    );
