import type { Report, Section } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { agendaOf } from './agenda.ts';
import { findFacts } from './facts/find-facts.ts';
import { type Identity, identify } from './identity.ts';
import type { Passage } from './passage.ts';
import { runningText } from './running-text.ts';
import type { SectionSpan } from './section-span.ts';
import { findTitle } from './title.ts';

/** Everything a document says in words: who, when, its running text by section, and the facts stated in it. */
export type ReadText = Identity & Pick<Report, 'preamble' | 'sections' | 'facts' | 'problems' | 'measures'>;

/** Reads the words of a document whose sections are known. Pure. */
export function readText(document: Document, spans: readonly SectionSpan[]): ReadText {
  const title = findTitle(document, spans);
  const text = runningText(document, spans, title);
  const sections = spans.map((span): Section => {
    const { id, heading, numeral } = span;
    const place = document.lines[heading === null ? span.start : (span.headingAt ?? span.start)]!.place;
    return { id, heading, numeral, place, paragraphs: (text.sections.get(id) ?? []).map(paragraph) };
  });
  const identity = identify(document, spans, title, text);
  return {
    ...identity,
    preamble: text.preamble.map(paragraph),
    sections,
    facts: findFacts(text.sections, identity),
    ...agendaOf(text.sections.get('problems') ?? []),
  };
}

const paragraph = ({ text, place }: Passage): Report['preamble'][number] => ({ text, place });
