import { type Happening, happeningKind, happeningKinds } from '../report/happening.ts';
import { type AnswerButton, answerMessage } from '../views/answer/answer.ts';
import { happeningText } from '../views/answer/happening-text.ts';
import type { Locale } from '../views/message.ts';
import { momentText } from '../views/report/decided.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { spanOf } from './question/periods.ts';
import { scopeOf } from './scope.ts';

const perPage = 20;

/** What changed lately: reports, versions with their changed cells, corrections, decisions, and what came back. */
export const changes = defineCommand({
  id: 'changes',
  usage: {
    zh: '本周变化｜今天｜上月 [机关或地区] [更正｜新版本｜处理]',
    en: 'what changed this week | today | last month [bureau or region] [corrections | versions | decisions]',
  },
  examples: ['本周变化', '今天变化'],
  dated: () => true,
  suits: ({ verb, period, happening, measures }) =>
    verb === 'changes' ||
    happening !== null ||
    (period !== null && measures.length === 0 && (verb === null || verb === 'trend')),
  async run(asked) {
    const { question, asker, now, store } = asked;
    const { locale } = asker;
    const { from, to } = spanOf(question.period ?? { unit: 'days', count: 7 }, now);
    const all = visible(await store.happenings(from, to), asked);
    const found = question.happening === null ? all : all.filter((one) => happeningKind(one) === question.happening);
    const scope = scopeOf(question, asked.directory).name;
    const words = {
      days: daysText(from, to, locale),
      scope: scope === null ? '' : say(locale, 'ranking.scope', { scope }),
    };
    const title = say(locale, 'changes.title', {
      count: found.length,
      ...words,
    });
    const notes = await recordNotes(from, asked);
    if (found.length === 0)
      return answerMessage({
        title: say(locale, 'changes.nothing', words),
        lines: notes,
        buttons: widerButtons(asked),
      });
    const page = Math.min(question.page, Math.ceil(found.length / perPage));
    const shown = found.slice((page - 1) * perPage, page * perPage);
    const names = await namesIn(shown, asked);
    return answerMessage({
      title,
      lines: [tallyText(found, asked)],
      table: {
        caption: title,
        columns: [
          say(locale, 'column.bureau'),
          say(locale, 'column.happened'),
          say(locale, 'column.time'),
          say(locale, 'column.who'),
        ],
        of: found.length - (page - 1) * perPage,
        rows: shown.map((one) => [
          `${one.bureau} ${one.year}`,
          happeningText(one, names, locale),
          momentText(one.at),
          one.by === null ? '—' : names(one.by),
        ]),
      },
      notes,
      buttons: [
        ...pageButtons(question, page, page * perPage < found.length, locale),
        ...kindButtons(all, asked),
        ...answerButtons(asked, ['publish']),
      ],
      more: (count) => say(locale, 'changes.more', { count }),
    });
  },
});

/** Says from when on changes are recorded at all, where that is later than what was asked for. */
async function recordNotes(from: Date, { store, asker: { locale } }: Asked): Promise<string[]> {
  const since = await store.recordedSince();
  if (since === null) return [say(locale, 'changes.unrecorded')];
  return Date.parse(since) > from.getTime() ? [say(locale, 'changes.since', { when: momentText(since) })] : [];
}

/** `11-16 至 11-22`, or the one day. */
function daysText(from: Date, to: Date, locale: Locale): string {
  const [first, last] = [from, new Date(to.getTime() - 1)].map((at) => momentText(at.toISOString()).slice(0, 5));
  return first === last ? first! : say(locale, 'changes.days', { from: first!, to: last! });
}

/** What concerns reports that the asker may see, of the bureaus and years that were asked for. */
function visible(happened: readonly Happening[], { question, directory }: Asked): Happening[] {
  const named = question.places.length > 0 ? new Set(scopeOf(question, directory).bureaus.map(({ key }) => key)) : null;
  return happened.filter(
    ({ bureauKey, year }) =>
      directory.byKey(bureauKey)?.rows.has(year) &&
      (named === null || named.has(bureauKey)) &&
      (question.years.length === 0 || question.years.includes(year)),
  );
}

async function namesIn(shown: readonly Happening[], { asker }: Asked) {
  const people = shown.flatMap((one) => [one.by, one.what === 'assigned' ? one.to : null]);
  const users = [...new Set(people.filter((user) => user !== null))];
  return (await asker.names?.(users)) ?? ((user: string) => user);
}

/** `新年报 12 · 更正 3`. */
function tallyText(found: readonly Happening[], { asker: { locale } }: Asked): string {
  return happeningKinds
    .flatMap((kind) => {
      const count = found.filter((one) => happeningKind(one) === kind).length;
      return count > 0 ? [`${say(locale, `happening.${kind}`)} ${count}`] : [];
    })
    .join(' · ');
}

/** One kind alone, where there are several. */
function kindButtons(all: readonly Happening[], { question, asker: { locale } }: Asked): AnswerButton[] {
  const kinds = happeningKinds.filter((kind) => all.some((one) => happeningKind(one) === kind));
  if (question.happening !== null || kinds.length < 2) return [];
  return kinds.map((kind) => ({
    label: say(locale, 'changes.only', { kind: say(locale, `happening.${kind}`) }),
    question: `${question.text} ${say('zh', `happening.${kind}`)}`,
  }));
}

/** Where nothing happened, the month may have something. */
const widerButtons = ({ question, asker: { locale } }: Asked): AnswerButton[] =>
  question.period?.unit === 'days' && question.period.count >= 30
    ? []
    : [
        {
          label: say(locale, 'changes.wider'),
          question: `最近30天变化 ${question.places.map(({ said }) => said).join(' ')}`.trim(),
        },
      ];
