import type { Place, SectionId } from '../../../report/report.ts';
import { type Passage, placeAt } from '../passage.ts';
import { mask } from './mask.ts';

/** What a stretch of text is about where its heading says so. */
export type Topic = 'requests' | 'disputes' | null;

export interface Sentence {
  text: string;
  /** The same length, without what must not be counted. */
  masked: string;
  section: SectionId;
  topic: Topic;
  place: Place;
  /** Sentences of one paragraph share a number; only these may take up one another's totals. */
  paragraph: number;
}

const item = /^[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]/u;
const aboutRequests =
  /^[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]?(?:政府信息)?依申请公开|^(?:政府信息)?依申请公开(?:工作|政府信息)?(?:情况|方面)?[。：]?/u;
/** No sentence of a report comes near this length; what does is no sentence. */
const longest = 4000;
const end = /[。！？]+[”’）]?/gu;

/** Cuts paragraphs into sentences; a sub-heading 依申请公开 tells what bare 申请 means until the next numbered item. */
export function sentencesOf(sections: ReadonlyMap<SectionId, readonly Passage[]>): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const [section, passages] of sections) {
    const own: Topic = section === 'applications' ? 'requests' : section === 'disputes' ? 'disputes' : null;
    let topic = own;
    for (const passage of passages) {
      if (aboutRequests.test(passage.text)) topic = 'requests';
      else if (item.test(passage.text)) topic = own;
      paragraph++;
      let start = 0;
      for (const stop of [...passage.text.matchAll(end), null]) {
        const until = stop ? stop.index + stop[0].length : passage.text.length;
        const text = passage.text.slice(start, until);
        if (text !== '' && text.length <= longest)
          sentences.push({ text, masked: mask(text), section, topic, place: placeAt(passage, start), paragraph });
        start = until;
      }
    }
  }
  return sentences;
}
