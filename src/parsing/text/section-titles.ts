import { distance } from 'fastest-levenshtein';
import { type SectionId, sectionIds } from '../../report/report.ts';

/** How the six titles are worded, compared without blanks and punctuation, from the start of a heading. */
const titles: Record<SectionId, { official: string; variants: RegExp }> = {
  overview: {
    official: '总体情况',
    variants:
      /^(?:总体概况|概述|概况|基本情况|工作概述|总体工作情况|总体公开工作情况概述|(?:政府)?信息公开(?:工作)?的?(?:总体|基本)?(?:概况|情况概述|(?:总体|基本)情况))/u,
  },
  disclosures: {
    official: '主动公开政府信息情况',
    variants: /^(?:行政机关)?(?:政府信息主动公开|主动公开(?:的)?(?:政府)?(?:信息|工作))(?:的|工作)?(?:情况|方面)/u,
  },
  applications: {
    official: '收到和处理政府信息公开申请情况',
    variants:
      /^(?:收到(?:和|与|及)处理(?:的)?(?:政府)?信息公开(?:的)?申请|(?:政府信息)?依申请公开(?:政府信息)?(?:工作|办理)?|政府信息公开申请(?:办理|收到和处理)?)(?:的)?情况/u,
  },
  disputes: {
    official: '政府信息公开行政复议、行政诉讼情况',
    variants:
      /^(?:因)?(?:政府)?信息公开(?:工作)?(?:被)?(?:申请)?(?:提起|引起|引发|发生)?(?:的)?(?:被)?(?:申请)?行政复议(?:和|与|及|或)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的)?情况/u,
  },
  problems: {
    official: '存在的主要问题及改进情况',
    variants:
      /^(?:(?:政府)?信息公开)?(?:工作)?(?:中)?(?:存在|目前存在)?(?:的)?(?:主要)?(?:问题|不足)(?:及|和|与|以及)(?:下一步)?(?:工作)?(?:改进|整改)(?:的)?(?:情况|措施|办法|方向|意见|建议|打算)?/u,
  },
  other: {
    official: '其他需要报告的事项',
    variants: /^其他(?:需要|需|应当|应|须)?(?:要)?(?:报告|说明)(?:的)?(?:其他)?(?:重要)?(?:事项|情况)/u,
  },
};

/** A title recognised at the start of a line. */
export interface TitleMatch {
  id: SectionId;
  /** 3 as in the form, 2 a usual variant, 1 misprinted. */
  exactness: 1 | 2 | 3;
  /** What follows the title, without blanks; punctuation kept. */
  rest: string;
}

const compact = (text: string): string => text.replace(/[\s、,]+/gu, '');

/** The titles that `text` (normalised, its numeral taken off) may begin with. */
export function titlesAt(text: string): TitleMatch[] {
  const plain = text.replace(/\s+/gu, '');
  const key = compact(plain);
  const isWorded = begins.test(key);
  if (!isWorded && (key.length < shortest || key.length > longest)) return [];
  return forms.flatMap(({ id, form, variants }): TitleMatch[] => {
    if (isWorded) {
      if (key.startsWith(form)) return [{ id, exactness: 3, rest: after(plain, form.length) }];
      const variant = variants.exec(key);
      if (variant) return [{ id, exactness: 2, rest: after(plain, variant[0].length) }];
    }
    const slips = form.length / 5;
    const near = form.length >= 8 && key.length <= form.length + 2 && key.length >= form.length - slips;
    return near && distance(key, form) <= slips ? [{ id, exactness: 1, rest: '' }] : [];
  });
}

const forms = sectionIds.map((id) => ({ id, form: compact(titles[id].official), variants: titles[id].variants }));

/** Between these lengths a misprinted title may be any text. */
const [shortest, longest] = [6, Math.max(...forms.map(({ form }) => form.length)) + 2];

/** What every wording above begins with; most lines begin with something else. */
const begins = /^[总概基工政信行主收依因存目的问不中其]/u;

/** `text` behind its first `count` characters, where 、 and ， are not counted. */
function after(text: string, count: number): string {
  let seen = 0;
  let at = 0;
  while (seen < count && at < text.length) if (!/[、,]/u.test(text[at++]!)) seen++;
  return text.slice(at);
}
