import type { HomeView, KnownBlock, StaticSelect } from '@slack/web-api';
import { actionIds, anyChannel, issueRef, numbered } from './actions.ts';
import { actions, bold, button, context, header, section } from './blocks.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { momentText } from './report/decided.ts';
import { listedMenu, severitySign } from './report/issues.ts';
import { listText, say } from './words/say.ts';

/** One year in figures, as far as the reader may see it. */
export interface HomeYear {
  year: number;
  reports: number;
  /** How many are due; `null` without a roster. */
  expected: number | null;
  /** Open issues, and those of the reader. */
  open: number;
  /** Findings of checks that people turned off. */
  off: number;
  mine: number;
  /** Corrections of this week. */
  corrected: number;
  /** Percent of reports whose sums all hold, of those whose sums could be checked; `null` where none could. */
  sums: number | null;
  /** Names of bureaus whose report did not come. */
  missing: readonly string[];
}

/** An issue that the reader looks after. */
export interface HomeIssue {
  bureauKey: string;
  bureau: string;
  year: number;
  number: number;
  severity: 'error' | 'warning';
  message: { zh: string; en: string };
  permalink?: string;
}

/** A report that came in lately; `at` in ISO time. */
export interface HomeReport {
  bureau: string;
  year: number;
  at: string;
  permalink?: string;
}

export interface Home {
  /** Years with reports, the latest first. */
  years: readonly number[];
  /** The one that is shown; nothing where there is no report at all. */
  shown: HomeYear | null;
  mine: readonly HomeIssue[];
  recent: readonly HomeReport[];
  /** Whether the reader may act, guests only read. */
  edits: boolean;
}

const mineAtMost = 5;
const missingAtMost = 10;
const recentAtMost = 5;

/** The Home tab: one year in figures, what the reader has to do, what is missing and what came in. No tables here. */
export function homeView({ years, shown, mine, recent, edits }: Home, now: Date, locale: Locale): HomeView {
  const time = `<!date^${Math.floor(now.getTime() / 1000)}^{date_short_pretty} {time}|…>`;
  const updated = context('');
  updated.elements = [{ type: 'mrkdwn', text: say(locale, 'home.updated', { time }) }];
  const ask = (index: number, question: string, label: string) =>
    button(numbered(actionIds.ask, index), question, { label });
  const you = say(locale, 'home.you', {
    language: say(locale, `settings.locale.${locale}`),
    rights: say(locale, edits ? 'home.rights.edit' : 'home.rights.read'),
  });
  const blocks: KnownBlock[] = [
    header(say(locale, 'home.title')),
    updated,
    shown
      ? section([bold(say(locale, 'home.year', { year: shown.year })), `　${figures(shown, locale)}`])
      : section(say(locale, 'home.empty')),
    actions([
      ...(shown ? [yearMenu(years, shown.year, locale)] : []),
      ask(3, '待办 我', say(locale, 'home.myTodo')),
      ask(1, '待办', say(locale, 'home.todo')),
      ...(shown ? [ask(5, `导出 ${shown.year}`, say(locale, 'home.export'))] : []),
      button(actionIds.settings, anyChannel, { label: say(locale, 'settings.title') }),
      ask(2, locale === 'zh' ? '帮助' : 'help en', say(locale, 'home.help')),
    ]),
    ...mineBlocks(mine, locale),
    ...(shown ? missingBlocks(shown, locale) : []),
    ...recentBlocks(recent, locale),
    context(you),
  ];
  return { type: 'home', blocks };
}

/** `已收 125 / 128 · 待核 7（你 2） · 本周更正 11 · 勾稽通过率 94.4%` */
const figures = ({ reports, expected, open, off, mine, corrected, sums }: HomeYear, locale: Locale): string =>
  [
    expected === null
      ? say(locale, 'home.received', { reports })
      : say(locale, 'home.receivedOf', { reports, expected }),
    say(locale, 'home.open', { open, mine }),
    say(locale, 'home.corrected', { count: corrected }),
    ...(sums === null ? [] : [say(locale, 'home.sums', { share: sums })]),
    ...(off > 0 ? [say(locale, 'off.count', { count: off })] : []),
  ].join(' · ');

function yearMenu(years: readonly number[], shown: number, locale: Locale): StaticSelect {
  const options = years.slice(0, 100).map((year) => ({
    text: { type: 'plain_text' as const, text: say(locale, 'home.year', { year }) },
    value: String(year),
  }));
  const initial = options.find(({ value }) => value === String(shown));
  return { type: 'static_select', action_id: actionIds.homeYear, options, ...(initial && { initial_option: initial }) };
}

/** 指派给我: each with the way back to its thread. */
function mineBlocks(mine: readonly HomeIssue[], locale: Locale): KnownBlock[] {
  if (!mine.length) return [];
  const left = mine.length - mineAtMost;
  return [
    section([bold(say(locale, 'home.mine', { count: mine.length }))]),
    ...mine.slice(0, mineAtMost).map((issue) => {
      const { severity, bureau, year, number, message, permalink } = issue;
      const name = say(locale, 'report.name', { bureau: oneLine(bureau), year });
      const block = linked(
        `${severitySign[severity]} ${name} #${number}　${clip(oneLine(message[locale]), 160)}`,
        permalink,
        locale,
      );
      return { ...block, accessory: listedMenu(issueRef(issue.bureauKey, year, number), permalink, locale) };
    }),
    ...(left > 0 ? [context(say(locale, 'home.moreMine', { count: left }))] : []),
  ];
}

/** 缺报: the first ten by name, all of them by a button. */
function missingBlocks({ year, missing }: HomeYear, locale: Locale): KnownBlock[] {
  if (!missing.length) return [];
  const names = listText(
    missing.slice(0, missingAtMost).map((name) => clip(oneLine(name), 40)),
    locale,
  );
  const left = missing.length > missingAtMost ? '…' : '';
  return [
    {
      ...section(say(locale, 'home.missing', { count: missing.length, names: names + left })),
      accessory: button(numbered(actionIds.ask, 4), `缺报 ${year}`, { label: say(locale, 'home.missingAll') }),
    },
  ];
}

/** 最近入库, each with the way to its thread. */
function recentBlocks(recent: readonly HomeReport[], locale: Locale): KnownBlock[] {
  const shown = recent.slice(0, recentAtMost);
  if (!shown.length) return [];
  return [
    section([bold(say(locale, 'home.recent', { count: shown.length }))]),
    ...shown.map(({ bureau, year, at, permalink }) => {
      const line = say(locale, 'home.recentLine', { bureau: clip(oneLine(bureau), 60), year, when: momentText(at) });
      return linked(line, permalink, locale);
    }),
  ];
}

function linked(line: string, permalink: string | undefined, locale: Locale) {
  const block = section(line);
  if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
    block.text!.text += ` · <${permalink}|${say(locale, 'todo.open')}>`;
  return block;
}
