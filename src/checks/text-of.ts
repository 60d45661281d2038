import type { Paragraph, Report, Section, SectionId } from '../report/report.ts';
import { once } from './once.ts';

export const sectionOf = ({ sections }: Report, id: SectionId): Section | undefined =>
  sections.find((section) => section.id === id);

/** A paragraph of the running text, folded once for all checks. */
interface Folded {
  section: SectionId | 'preamble';
  paragraph: Paragraph;
  text: string;
  sentences?: readonly Sentence[];
}

const paragraphsOf = once((report): readonly Folded[] => {
  const of = (section: Folded['section'], paragraphs: readonly Paragraph[]): Folded[] =>
    paragraphs.map((paragraph) => ({ section, paragraph, text: plain(paragraph.text) }));
  return [...of('preamble', report.preamble), ...report.sections.flatMap(({ id, paragraphs }) => of(id, paragraphs))];
});

/** Every part's running text; of a section that was found twice, the first. */
const texts = once((report): ReadonlyMap<Folded['section'], string> => {
  const parts = new Map<Folded['section'], string>([['preamble', '']]);
  const owners = new Map(report.sections.toReversed().map((section) => [section.id, new Set(section.paragraphs)]));
  for (const { section, paragraph, text } of paragraphsOf(report)) {
    if (section !== 'preamble' && !owners.get(section)!.has(paragraph)) continue;
    const before = parts.get(section);
    parts.set(section, before ? `${before}\n${text}` : text);
  }
  return parts;
});

/** Running text of a section with NFKC width and without blanks, one paragraph a line; empty where it was not found. */
export const textOf = (report: Report, id: SectionId): string => texts(report).get(id) ?? '';

export const preambleOf = (report: Report): string => texts(report).get('preamble')!;

/** All running text, in printed order. */
export const wholeText = once((report): string =>
  paragraphsOf(report)
    .map(({ text }) => text)
    .join('\n'),
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

/** Split when a check first looks for something in the paragraph, and once for all of them. */
function sentencesOf(folded: Folded): readonly Sentence[] {
  const { section, paragraph } = folded;
  folded.sentences ??= (paragraph.text.match(/[^。！？!?\n]*[。！？!?]|[^。！？!?\n]+/g) ?? [])
    .map((text) => ({ text: plain(text), printed: text.trim(), section, paragraph }))
    .filter(({ text }) => text !== '');
  return folded.sentences;
}

/** Sentences in which a pattern is found, of all sections or of one, as printed and with their place; the preamble's first. */
export const sentencesWith = (report: Report, pattern: RegExp, only?: SectionId): Sentence[] =>
  pattern.test(wholeText(report))
    ? paragraphsOf(report)
        .filter(({ section, text }) => (only === undefined || section === only) && pattern.test(text))
        .flatMap(sentencesOf)
        .filter(({ text }) => pattern.test(text))
    : [];

/** A sentence as evidence. */
export const quote = ({ printed, section, paragraph }: Sentence) =>
  ({ kind: 'quote', text: printed, section, place: paragraph.place }) as const;
