import type { HomeView, KnownBlock } from '@slack/web-api';
import { actionIds, issueRef, numbered } from './actions.ts';
import { actions, bold, button, context, header, section } from './blocks.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { issueMenu, severitySign } from './report/issues.ts';
import { say } from './words/say.ts';

/** What the store holds of one year, as far as the reader may see it. */
export interface HomeYear {
  year: number;
  reports: number;
  /** Reports with something to check. */
  open: number;
  /** Findings of checks that people turned off. */
  off: number;
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

/** At most so many of the reader's own issues stand on the tab; the rest is counted. */
const mineAtMost = 5;

/** The Home tab: the latest years, and the questions people begin with. */
export function homeView(
  { years, mine }: { years: readonly HomeYear[]; mine: readonly HomeIssue[] },
  now: Date,
  locale: Locale,
): HomeView {
  const [latest, ...earlier] = years.toSorted((a, b) => b.year - a.year);
  const lines = [...(latest ? [latest] : []), ...earlier.slice(0, 4)].map((year) => [
    bold(say(locale, 'home.year', { ...year })),
    ...(year.off > 0 ? [` · ${say(locale, 'off.count', { count: year.off })}`] : []),
  ]);
  const older = earlier.slice(4).map(({ year }) => year);
  const time = Math.floor(now.getTime() / 1000);
  const updated = context(say(locale, 'home.updated', { time: '' }).trim());
  updated.elements = [
    { type: 'mrkdwn', text: say(locale, 'home.updated', { time: `<!date^${time}^{date_short_pretty} {time}|…>` }) },
  ];
  const ask = (index: number, question: string, label: string) =>
    button(numbered(actionIds.ask, index), question, { label });
  const blocks: KnownBlock[] = [
    header(say(locale, 'home.title')),
    updated,
    lines.length ? section(...lines) : section(say(locale, 'home.empty')),
    ...(older.length ? [context(say(locale, 'home.more', { years: older.join(' · ') }))] : []),
    ...mineBlocks(mine, locale),
    actions([
      ask(1, '待办', say(locale, 'home.todo')),
      ask(3, '待办 我', say(locale, 'home.myTodo')),
      ...(latest ? [ask(4, `缺报 ${latest.year}`, say(locale, 'home.missing', { year: latest.year }))] : []),
      ask(2, locale === 'zh' ? '帮助' : 'help en', say(locale, 'home.help')),
    ]),
  ];
  return { type: 'home', blocks };
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
      const block = section(`${severitySign[severity]} ${name} #${number}　${clip(oneLine(message[locale]), 160)}`);
      if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
        block.text!.text += ` · <${permalink}|${say(locale, 'todo.open')}>`;
      return { ...block, accessory: issueMenu(issueRef(issue.bureauKey, year, number), locale) };
    }),
    ...(left > 0 ? [context(say(locale, 'todo.more', { count: left }))] : []),
  ];
}
