import { type MeasureId, namedMeasure } from '../report/measures/catalogue.ts';
import { figureOf } from '../report/measures/measure.ts';
import type { Outline } from '../store/store.ts';
import { actionIds, reportRef } from '../views/actions.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { tableRowsAtMost } from '../views/answer/table.ts';
import { figureText, measureTitle } from '../views/figure.ts';
import type { Locale, Message } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import type { Bureau } from './names/directory.ts';
import { nothingHeld } from './nothing-held.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { provenanceNotes, sourceNote } from './provenance.ts';
import { cellOf } from './ranking/table.ts';
import { byName, outlinesIn, rowOf, scopeOf, statusText, yearsAsked, yearsOf, yearsText } from './scope.ts';

const cardLines: readonly (readonly MeasureId[])[] = [
  ['licences', 'penalties', 'measures', 'fees'],
  ['applications', 'concluded', 'carried-out', 'reconsideration', 'litigation'],
];
/** Columns of a list of bureaus or years: as many as a phone can show, and one more. */
const listed: readonly MeasureId[] = ['licences', 'penalties', 'applications', 'fees'];

/** A bureau, or all bureaus of a region: the card of a year, or all years of one. */
export const lookup = defineCommand({
  id: 'lookup',
  usage: { zh: '<机关或地区> [年份]', en: '<bureau or region> [year]' },
  examples: ['金凤区 2021', '金凤区卫健局'],
  suits: ({ places, years, all, newest }) => places.length > 0 || years.length > 0 || all || newest !== null,
  async run(asked) {
    const { question, directory, asker } = asked;
    const { bureaus, name } = scopeOf(question, directory);
    const held = yearsOf(bureaus);
    const years = yearsAsked(question, held);
    const year = years.at(-1);
    const { locale } = asker;
    if (year === undefined || bureaus.length === 0) return nothingHeld(asked, name);
    if (bureaus.length === 1 && years.length > 1) return allYears(asked, bureaus[0]!, years);
    const answering = bureaus.filter(({ rows }) => rows.has(year));
    if (answering.length === 0)
      return answerMessage({
        title:
          name === null
            ? say(locale, 'store.noYear', { year, from: held[0]!, to: held.at(-1)! })
            : say(locale, 'lookup.noReport', { name, year }),
        lines: [say(locale, 'lookup.held', { years: yearsText(held, locale) })],
        buttons: [
          {
            label: say(locale, 'button.year', { year: held.at(-1)! }),
            question: `${bureauWords(asked)} ${held.at(-1)}`,
          },
        ],
      });
    const others = question.years.length > 0 ? [] : held.filter((other) => other !== year);
    if (answering.length <= 5 && (name !== null || answering.length === 1))
      return cards(asked, answering, year, others);
    return overview(asked, bureaus, year, name);
  },
});

const bureauWords = ({ question }: Asked): string => question.places.map(({ said }) => said).join(' ');

/** One card a bureau: verdict, figures, where they stand. */
async function cards(
  asked: Asked,
  bureaus: readonly Bureau[],
  year: number,
  others: readonly number[],
): Promise<Message> {
  const { locale } = asked.asker;
  const parts = await Promise.all(bureaus.map((bureau) => card(asked, bureau, year)));
  const single = bureaus.length === 1 ? bureaus[0]! : null;
  const [first] = parts;
  const also = others.length > 0 ? [say(locale, 'lookup.otherYears', { years: yearsText(others, locale) })] : [];
  return answerMessage({
    title: single
      ? first!.title
      : say(locale, 'lookup.region', {
          name: scopeOf(asked.question, asked.directory).name!,
          year,
          count: bureaus.length,
        }),
    lines: single ? first!.lines : [],
    ...(single ? {} : { groups: parts.map(({ title, lines }) => ({ title, lines })) }),
    notes: [...(single ? [first!.source] : parts.map(({ source }) => source)), ...also],
    links: await threadsOf(asked, single ? bureaus : [], year),
    buttons: [
      ...answerButtons(asked, ['publish']),
      ...(single
        ? [
            ...(asked.asker.user === undefined ? [] : caseButtons(single, year, locale)),
            { label: say(locale, 'button.trend'), question: `趋势 ${single.name} 处罚` },
            { label: say(locale, 'button.years'), question: `${single.name} 全部` },
            { label: say(locale, 'button.peers'), question: `同类对比 ${single.name} ${year}` },
          ]
        : []),
    ],
  });
}

/** 看原文 and 看三张表, as under the report's summary. */
const caseButtons = ({ key }: Bureau, year: number, locale: Locale) => [
  { label: say(locale, 'button.source'), action: actionIds.showSource, value: reportRef(key, year) },
  { label: say(locale, 'button.tables'), action: actionIds.showTables, value: reportRef(key, year) },
];

/** Where the reports of a year are discussed, of places that the asker may see. */
async function threadsOf({ asker }: Asked, bureaus: readonly Bureau[], year: number) {
  const links: { label: string; url: string }[] = [];
  for (const { rows } of bureaus)
    for (const origin of rows.get(year)?.origins ?? [])
      if (origin.permalink && !links.length && (await asker.maySee(origin)))
        links.push({ label: say(asker.locale, 'lookup.thread'), url: origin.permalink });
  return links;
}

async function card(asked: Asked, bureau: Bureau, year: number) {
  const {
    store,
    asker: { locale },
  } = asked;
  const row = (await rowOf(bureau, year, asked))!;
  const stored = await store.reports.current(bureau.key, year);
  const figure = (id: MeasureId) =>
    `${say(locale, `short.${id}`)} ${figureText(figureOf(row, namedMeasure(id)), namedMeasure(id).unit, { locale, withUnit: true })}`;
  return {
    title: `${say(locale, 'report.name', { bureau: bureau.name, year })}　${statusText(row, locale)}`,
    lines: cardLines.map((ids) => ids.map(figure).join(' · ')),
    source: sourceNote(row, stored, locale),
  };
}

/** All years of one bureau, a row each; a year without a report says so. */
async function allYears(asked: Asked, bureau: Bureau, years: readonly number[]): Promise<Message> {
  const { locale } = asked.asker;
  const measures = listed.map(namedMeasure);
  const held = (await Promise.all(years.map((year) => rowOf(bureau, year, asked)))).filter((row) => row !== undefined);
  const rows = years.map((year) => {
    const row = held.find((other) => other.year === year);
    return row
      ? [String(year), ...measures.map((measure) => cellOf(row, measure, locale)), statusText(row, locale)]
      : [String(year), ...measures.map(() => '—'), say(locale, 'state.noReport')];
  });
  return answerMessage({
    title: say(locale, 'lookup.years', { name: bureau.name, years: yearsText(years, locale) }),
    lines: [],
    table: {
      caption: say(locale, 'lookup.years', { name: bureau.name, years: yearsText(years, locale) }),
      columns: [
        say(locale, 'column.year'),
        ...measures.map((measure) => measureTitle(measure, locale)),
        say(locale, 'column.status'),
      ],
      rows,
    },
    notes: [
      ...(mixedForms([...bureau.rows.values()]) ? [say(locale, 'form.acrossYears')] : []),
      ...(await provenanceNotes(held, asked)),
    ],
    buttons: answerButtons(asked, ['publish', 'export']),
    more: (count) => say(locale, 'ranking.more', { count }),
  });
}

const mixedForms = (rows: readonly Outline[]): boolean => new Set(rows.map(({ forms }) => forms.disclosures)).size > 1;

/** Many bureaus: one line each. */
async function overview(asked: Asked, bureaus: readonly Bureau[], year: number, name: string | null): Promise<Message> {
  const { locale } = asked.asker;
  const measures = listed.map(namedMeasure);
  const rows = outlinesIn(bureaus, year);
  const open = rows.filter((row) => row.open > 0).length;
  const missing = bureaus.length - rows.length;
  const page = Math.min(asked.question.page, Math.max(1, Math.ceil(rows.length / tableRowsAtMost)));
  const left = rows.toSorted((a, b) => byName(a.bureau, b.bureau)).slice((page - 1) * tableRowsAtMost);
  const shown = await asked.store.reports.open(left.slice(0, tableRowsAtMost));
  const title = say(locale, 'lookup.region', {
    name: name ?? say(locale, 'lookup.everybody'),
    year,
    count: rows.length,
  });
  return answerMessage({
    title,
    lines: [
      say(locale, 'lookup.tally', { ok: rows.length - open, open }) +
        (missing > 0 ? say(locale, 'lookup.tallyMissing', { count: missing }) : ''),
    ],
    table: {
      caption: title,
      columns: [
        say(locale, 'column.bureau'),
        ...measures.map((measure) => measureTitle(measure, locale)),
        say(locale, 'column.status'),
      ],
      of: left.length,
      rows: shown.map((row) => [
        row.bureau,
        ...measures.map((measure) => cellOf(row, measure, locale)),
        statusText(row, locale),
      ]),
    },
    notes: await provenanceNotes(rows, asked),
    buttons: [
      ...pageButtons(asked.question, page, left.length > tableRowsAtMost, locale),
      ...answerButtons(asked, ['publish', 'export']),
    ],
    more: (count) => say(locale, 'ranking.more', { count }),
  });
}
