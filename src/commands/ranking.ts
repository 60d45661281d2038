import type { Measure } from '../report/measures/measure.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { type AnswerTable, tableRowsAtMost } from '../views/answer/table.ts';
import { measureTitle } from '../views/figure.ts';
import type { Locale, Message } from '../views/message.ts';
import { listText, say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { formNotes } from './form-notes.ts';
import { nothingHeld } from './nothing-held.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { overlapNotes } from './overlap.ts';
import { provenanceNotes } from './provenance.ts';
import type { Question } from './question/question.ts';
import { barsOf } from './ranking/bars.ts';
import { limitLines, totalLines, uncountedNotes } from './ranking/lines.ts';
import { pageOf, rankingTable } from './ranking/table.ts';
import { rowsIn, scopeOf, yearsAsked } from './scope.ts';
import { type Tally, tally } from './statistics.ts';

/** So many measures stand side by side. */
const sideBySide = 4;

/** A measure by bureau for one year: total, mean, median, share, change on last year, and who has no number. */
export const ranking = defineCommand({
  id: 'ranking',
  usage: { zh: '<指标> [年份] [地区或机关类别]', en: '<measure> [year] [region or kind of bureau]' },
  examples: ['处罚 2021', '许可 2021', '申请 2021'],
  suits: ({ measures }) => measures.length > 0,
  bounded: true,
  async run(asked) {
    const { question, directory, asker } = asked;
    const { bureaus, name } = scopeOf(question, directory);
    const held = directory.years;
    const year = yearsAsked(question, held).at(-1) ?? held.at(-1);
    if (year === undefined || !held.includes(year)) return noYear(year, asked);
    if (bureaus.length === 0) return nothingHeld(asked, name);
    const measure = question.measures[0]!;
    const rows = await rowsIn(bureaus, year, asked);
    const missing = bureaus.filter((bureau) => !bureau.rows.has(year));
    const found = tally(rows, measure, question.limits);
    const { locale } = asker;
    const table = await rankingTable(found, { measure, others: othersOf(question), year, asked });
    const title = say(locale, 'ranking.title', {
      year,
      measure: measureTitle(measure, locale),
      scope: name === null ? '' : say(locale, 'ranking.scope', { scope: name }),
    });
    const { chart, picture, notes } = await barsOf(found, asked, title, measure);
    return answerMessage({
      title,
      lines: [...limitLines(found, question, locale), ...totalLines(found, measure, locale)],
      table,
      ...(chart ? { chart } : {}),
      ...(picture ? { files: [picture] } : {}),
      notes: [
        ...tooManyNote(question, locale),
        ...noChangeNote(found, table, question, year, locale),
        ...uncountedNotes(found, locale),
        ...(missing.length > 0 ? [say(locale, 'ranking.missing', { count: missing.length, year })] : []),
        ...formNotes(rows, question.measures, locale),
        ...(found.counted.length > 1 ? overlapNotes(bureaus, [year], locale) : []),
        ...notes,
        ...(await provenanceNotes(rows, asked)),
      ],
      buttons: buttonsOf(found, asked),
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});

/** The measures that stand beside the one that ranks. */
const othersOf = ({ measures }: Question): Measure[] => measures.slice(1, sideBySide);

function tooManyNote({ measures }: Question, locale: Locale): string[] {
  if (measures.length <= sideBySide) return [];
  const left = measures.slice(sideBySide).map((measure) => measureTitle(measure, locale));
  return [say(locale, 'ranking.tooMany', { most: sideBySide, others: listText(left, locale) })];
}

/** 比去年 was asked for, and no bureau has a number to compare with. */
function noChangeNote(found: Tally, { columns }: AnswerTable, { change }: Question, year: number, locale: Locale) {
  if (!change || found.counted.length === 0 || columns.includes(say(locale, 'column.change'))) return [];
  return [say(locale, 'ranking.noChange', { before: year - 1 })];
}

function buttonsOf(found: Tally, asked: Asked) {
  const { question, asker } = asked;
  const page = pageOf(found, question.page);
  const many = found.counted.length > 1 && !question.chart;
  return [
    ...(question.top === null
      ? pageButtons(question, page, page * tableRowsAtMost < found.counted.length, asker.locale)
      : []),
    ...answerButtons(asked, ['publish', 'export', ...(many ? (['chart'] as const) : [])]),
  ];
}

function noYear(year: number | undefined, { question, asker: { locale }, directory }: Asked): Message {
  const held = directory.years;
  if (year === undefined || held.length === 0)
    return answerMessage({ title: say(locale, 'store.empty'), lines: [say(locale, 'store.howToUpload')] });
  return answerMessage({
    title: say(locale, 'store.noYear', { year, from: held[0] ?? '—', to: held.at(-1) ?? '—' }),
    lines: [],
    buttons: held.slice(-3).map((other) => ({
      label: say(locale, 'button.year', { year: other }),
      question: [...question.places.map(({ said }) => said), question.measures[0]!.title.zh, other].join(' '),
    })),
  });
}
