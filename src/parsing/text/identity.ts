import { bureauKey } from '../../naming/bureau-key.ts';
import { fromAddress, locate, narrow } from '../../naming/region.ts';
import type { Region, Report } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { type Bureau, findBureau } from './bureau.ts';
import type { Passage } from './passage.ts';
import { findPeriod } from './period.ts';
import { findPublishedOn } from './published.ts';
import type { RunningText } from './running-text.ts';
import type { SectionSpan } from './section-span.ts';
import type { Title } from './title.ts';
import { findYear } from './year.ts';

export type Identity = Pick<
  Report,
  | 'bureau'
  | 'bureauKey'
  | 'aliases'
  | 'region'
  | 'regionCandidates'
  | 'year'
  | 'period'
  | 'publishedOn'
  | 'title'
  | 'identity'
>;

/** Who reports, from where, on which year, and the words each of these rests on. What is not said stays `null`. */
export function identify(
  document: Document,
  spans: readonly SectionSpan[],
  title: Title | null,
  { preamble, sections }: RunningText,
): Identity {
  const overview = sections.get('overview') ?? [];
  // What belongs before the first section is sometimes its first paragraph.
  const opening = [...preamble, ...overview.filter(({ text }) => /本(?:年度)?(?:报告|年报)/u.test(text))];
  const contact = [...opening, ...(sections.get('other') ?? [])].filter(({ text }) => /联系|地址|来源/u.test(text));
  const passages = [...opening, ...contact.filter((passage) => !opening.includes(passage))];
  const bureau = findBureau(title, { document, spans, passages, overview });
  const period = findPeriod([...preamble, ...overview], title?.year ?? null);
  const year = findYear(title, period, preamble, overview);
  const { region, candidates, evidence } = bureau
    ? placeOf(bureau, contact)
    : { region: null, candidates: [], evidence: null };
  return {
    title: title?.text ?? null,
    bureau: bureau?.name ?? null,
    bureauKey: bureau ? bureauKey(bureau.name, region) : null,
    aliases: bureau?.aliases ?? [],
    region,
    regionCandidates: candidates,
    year: year?.value ?? null,
    period: period?.value ?? null,
    publishedOn: findPublishedOn(document),
    identity: {
      bureau: bureau?.evidence ?? null,
      region: evidence,
      year: year?.evidence ?? null,
      period: period?.evidence ?? null,
    },
  };
}

const address = /地址：(?<where>\p{Script=Han}{2,40})/u;

/** The bureau's place: from its name, then from other names of it and the contact lines. Several that fit are candidates. */
function placeOf(
  bureau: Bureau,
  contact: readonly Passage[],
): { region: Region | null; candidates: Region[]; evidence: Report['identity']['region'] } {
  const { candidates } = locate(bureau.name);
  const sure = bureau.evidence.confidence;
  if (candidates.length === 1)
    return { region: candidates[0]!, candidates: [], evidence: { ...bureau.evidence, confidence: sure } };
  if (candidates.length > 1) {
    const left = narrow(candidates, [...bureau.aliases, ...contact.map(({ text }) => text)]);
    if (left.length > 1) return { region: null, candidates: left, evidence: null };
    const quote =
      contact.find(({ text }) => left[0]!.path.some((part) => text.includes(part)))?.text ?? bureau.aliases.join('、');
    return {
      region: left[0]!,
      candidates: [],
      evidence: { from: 'contact', quote: quote.slice(0, 80), confidence: 'likely' },
    };
  }
  for (const name of bureau.calledToo) {
    const [place, ...more] = locate(name).candidates;
    if (place && more.length === 0 && place.path.at(-1)!.endsWith(bureau.name[0]!))
      return {
        region: place,
        candidates: [],
        evidence: { from: 'other name', quote: name, confidence: 'likely' },
      };
  }
  for (const { text, place } of contact) {
    const where = address.exec(text)?.groups?.where;
    const found = where ? fromAddress(bureau.name, where) : [];
    if (found.length === 1)
      return {
        region: found[0]!,
        candidates: [],
        evidence: { from: 'contact', quote: where!, confidence: 'likely', place },
      };
  }
  return { region: null, candidates: [], evidence: null };
}
