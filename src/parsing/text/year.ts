import type { Report } from '../../report/report.ts';
import type { Passage } from './passage.ts';
import { placeAt } from './passage.ts';
import type { Title } from './title.ts';
import { toYear } from './title.ts';

type Evidence = NonNullable<Report['identity']['year']>;
export type Found<Value> = { value: Value; evidence: Evidence };

const cited = /《[^》]*?(?<year>20[0-3]\d)年?度?[^》]*?信息公开[^》]*?(?:报告|年报)》/u;
const announced =
  /(?:现将|现发布|现公布|现向社会公布|编制了?|汇报|总结|为做好)[^。；]{0,20}?(?<year>20[0-3]\d)年度?[^。；]{0,24}?(?:信息|政务)公开/u;
/** 2021年政府信息公开工作年度报告 or 政府信息公开工作2021年度报告 in a sentence that does not speak of a notice. */
const named =
  /(?<!关于[^，。；]{0,24})(?:(?<year>20[0-3]\d)年度?[^，。；\d]{0,24}?信息(?:公开)?(?:工作)?年度(?:工作)?报告|信息公开工作(?<last>20[0-3]\d)年度?报告)(?!的?(?:通知|要求|编制|格式))/u;

/**
 * The report year: from the title, the period, a title cited as its own, the words that announce the report, or the
 * first year of section one. Not from document numbers, publication dates, plans, or the file's name.
 */
export function findYear(
  title: Title | null,
  period: Found<{ from: string; to: string }> | null,
  preamble: readonly Passage[],
  overview: readonly Passage[],
): Found<number> | null {
  if (title?.year) return said(title.year, 'title', title.text, 'sure', title.place);
  if (period)
    return { value: Number(period.value.to.slice(0, 4)), evidence: { ...period.evidence, confidence: 'likely' } };
  const texts = [...preamble, ...overview];
  for (const passage of texts) {
    const own = /关于(?:做好|开展|印发|编制)/u.test(cited.exec(passage.text)?.[0] ?? '')
      ? null
      : cited.exec(passage.text);
    if (own) return said(toYear(own.groups!.year!), 'cited title', own[0], 'likely', placeAt(passage, own.index));
  }
  for (const passage of texts) {
    const plain = passage.text.replace(/《[^》]*》/gu, '');
    const own = announced.exec(plain) ?? (preamble.includes(passage) ? named.exec(plain) : null);
    if (own) return said(toYear((own.groups!.year ?? own.groups!.last)!), 'preamble', own[0], 'likely', passage.place);
  }
  for (const passage of overview) {
    const plain = passage.text.replace(/《[^》]*》|〔[^〕]*〕/gu, (part) => '　'.repeat(part.length));
    const first = /(?<year>20[0-3]\d)年(?!\d{1,2}月)|(?<=截[止至到]+)(?<end>20[0-3]\d)年12月31日/u.exec(plain);
    if (first)
      return said(
        toYear((first.groups!.year ?? first.groups!.end)!),
        'overview',
        passage.text.slice(0, 40),
        'doubtful',
        placeAt(passage, first.index),
      );
  }
  return null;
}

const said = (
  value: number,
  from: string,
  quote: string,
  confidence: Evidence['confidence'],
  place: Evidence['place'],
): Found<number> => ({
  value,
  evidence: { from, quote, confidence, place },
});
