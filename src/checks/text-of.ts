import type { Paragraph, Report, Section, SectionId } from '../report/report.ts';
import { once } from './once.ts';

export const sectionOf = ({ sections }: Report, id: SectionId): Section | undefined =>
  sections.find((section) => section.id === id);

const run = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join('\n');

/** Every part's running text, folded once for all checks. */
const texts = once((report): ReadonlyMap<SectionId | 'preamble', string> => {
  const parts: [SectionId | 'preamble', string][] = [['preamble', plain(run(report.preamble))]];
  for (const { id, paragraphs } of report.sections.toReversed()) parts.push([id, plain(run(paragraphs))]);
  return new Map(parts);
});

/** Running text of a section with NFKC width and without blanks, one paragraph a line; empty where it was not found. */
export const textOf = (report: Report, id: SectionId): string => texts(report).get(id) ?? '';

export const preambleOf = (report: Report): string => texts(report).get('preamble')!;

/** All running text, in printed order. */
export const wholeText = once((report): string =>
  [preambleOf(report), ...report.sections.map((section) => plain(run(section.paragraphs)))].join('\n'),
);

/** Width folded and blanks taken out, so that patterns need not allow for them; line ends stay. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[^\S\n]+/g, '');

export interface Sentence {
  /** Width folded, blanks taken out: for patterns. */
  text: string;
  /** As printed: for people. */
  printed: string;
  section: string;
  paragraph: Paragraph;
}

/** Sentences as printed, with the place of their paragraph; the preamble first. */
export const sentencesOf = once((report): readonly Sentence[] => {
  const of = (section: string, paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap((paragraph) =>
      paragraph.text
        .split(/(?<=[。！？!?])|\n/)
        .map((text) => ({ text: plain(text), printed: text.trim(), section, paragraph }))
        .filter(({ text }) => text !== ''),
    );
  return [...of('preamble', report.preamble), ...report.sections.flatMap(({ id, paragraphs }) => of(id, paragraphs))];
});

/** A sentence as evidence. */
export const quote = ({ printed, section, paragraph }: Sentence) =>
  ({ kind: 'quote', text: printed, section, place: paragraph.place }) as const;
