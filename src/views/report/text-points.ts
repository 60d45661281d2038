import { type Fact, factChannels, factSubjects } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';
import { clip, oneLine } from '../escape.ts';
import type { Locale } from '../message.ts';
import { listText, say } from '../words/say.ts';

/** One part of 正文要点: what it is about, and a line each. */
export interface Points {
  head: string;
  items: string[];
}

/**
 * What the text says, as far as it can be counted or listed: numbers sentence by sentence, each with the sentence itself
 * and where it stands; the information fee; problems and measures.
 */
export function textPoints(report: Report, locale: Locale): Points[] {
  const { facts, problems, measures } = report;
  const told = facts.map((fact, index) => ({ fact, index })).filter(({ fact }) => fact.subject !== 'informationFee');
  const sentences = [...new Set(told.map(({ fact }) => fact.sentence))].map((sentence) => {
    const here = told.filter(({ fact }) => fact.sentence === sentence);
    const wholes = here.filter(({ fact }) => fact.partOf === undefined || facts[fact.partOf]?.sentence !== sentence);
    const figures = wholes.map(({ fact, index }) => figureWithParts(fact, index, facts, locale));
    return `${figures.join(locale === 'zh' ? '；' : '; ')}　${quoted(here[0]!.fact, locale)}`;
  });
  const fees = facts.filter(({ subject }) => subject === 'informationFee');
  const section = report.sections.find(({ id }) => id === 'problems')?.paragraphs ?? [];
  const listed = problems.length + measures.length > 0;
  const lines = (items: readonly { text: string }[]) => items.map(({ text }) => clip(oneLine(text), 300));
  return [
    { head: say(locale, sentences.length ? 'textPoints.facts' : 'textPoints.none'), items: sentences },
    {
      head: say(locale, fees.length ? 'textPoints.fee' : 'textPoints.noFee'),
      items: fees.map((fee) => `${figureText(fee, locale)}　${quoted(fee, locale)}`),
    },
    ...(problems.length ? [{ head: say(locale, 'textPoints.lacking'), items: lines(problems) }] : []),
    ...(measures.length ? [{ head: say(locale, 'textPoints.measures'), items: lines(measures) }] : []),
    ...(!listed && section.length ? [{ head: say(locale, 'textPoints.problems'), items: lines(section) }] : []),
  ];
}

/** 公开信息 213 条（网站 141、微信 72）. */
function figureWithParts(fact: Fact, index: number, facts: readonly Fact[], locale: Locale): string {
  const parts = facts.filter(({ partOf }) => partOf === index);
  if (!parts.length) return figureText(fact, locale);
  const named = parts.map((part) => `${partName(part, fact, locale)} ${number(part, locale)}`);
  const open = say(locale, 'textPoints.parts', { parts: listText(named, locale) });
  return `${figureText(fact, locale)}${open}`;
}

/** What tells a part from its total: where its words say it, else the channel. */
const partName = ({ of, channel, subject }: Fact, whole: Fact, locale: Locale): string =>
  channel && channel !== whole.channel
    ? factChannels[channel][locale]
    : of
      ? clip(oneLine(of), 30)
      : factSubjects[subject][locale];

/** 公开信息（微信）350 条. */
function figureText(fact: Fact, locale: Locale): string {
  const { subject, channel, of, value, unit } = fact;
  const narrower = channel
    ? factChannels[channel][locale]
    : subject === 'otherCount' && of
      ? clip(oneLine(of), 30)
      : '';
  const name = factSubjects[subject][locale] + (narrower ? say(locale, 'textPoints.narrower', { narrower }) : '');
  return value === null ? name : `${name} ${number(fact, locale)}${locale === 'zh' && unit ? ` ${unit}` : ''}`;
}

const number = ({ value, precision }: Fact, locale: Locale): string =>
  value === null ? '—' : precision === 'exact' ? String(value) : say(locale, `textPoints.${precision}`, { value });

const quoted = ({ sentence, place }: Fact, locale: Locale): string => {
  const at =
    place.page !== undefined
      ? say(locale, 'source.page', { page: place.page })
      : place.line !== undefined
        ? say(locale, 'figure.line', { line: place.line })
        : '';
  return `“${clip(oneLine(sentence), 160)}”${at ? ` ${at}` : ''}`;
};
