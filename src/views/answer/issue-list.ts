import type { KnownBlock } from '@slack/web-api';
import type { Finding } from '../../report/finding.ts';
import { actionIds, issueRef, numbered } from '../actions.ts';
import { actions, bold, button, section } from '../blocks.ts';
import { clip, clipEscaped, escapeText, oneLine } from '../escape.ts';
import { findingKinds, kindOf } from '../finding-kind.ts';
import type { Locale, Message } from '../message.ts';
import { listedMenu, severitySign } from '../report/issues.ts';
import { say } from '../words/say.ts';

/** An issue as a line of the list. */
export interface ListItem {
  bureauKey: string;
  bureau: string;
  year: number;
  number: number;
  check: string;
  severity: 'error' | 'warning';
  tags: string[];
  fault: Finding['origin'];
  message: { zh: string; en: string };
  since: string;
  assignee: string | null;
  origin: { permalink?: string };
}

const perPage = 8;
const day = 24 * 3600 * 1000;
const daysSince = (since: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / day));

interface Parts {
  issues: readonly ListItem[];
  /** How many are the asker's own. */
  mine?: number;
  /** Stands above the list in place of 待办事项: which digest it is. */
  headline?: 'weekdays' | 'weekly';
  /** How many there are without the filters of the question, where it has some. */
  all?: number;
  /** Whose issues these are, where a person was named. */
  of?: string;
  /** Findings of checks that people turned off, which are not listed. */
  off?: number;
  page: number;
  /** Narrower lists, and what else can be done with this one; each is a question. */
  offers?: readonly { label: string; question: string }[];
  /** The words that ask for this list again. */
  question: string;
  now: Date;
  locale: Locale;
}

/** 待办: eight a page, counted by kind, each with its own menu and the way back to its thread. */
export function issueListMessage({
  issues,
  mine,
  headline,
  all = 0,
  of,
  off = 0,
  offers = [],
  page,
  question,
  now,
  locale,
}: Parts): Message {
  if (issues.length === 0) {
    const nothing = all > 0 ? say(locale, 'todo.noneHere', { count: all }) : say(locale, 'todo.none');
    const none = [nothing, ...offText(off, locale)].join(' ');
    return { text: escapeText(none), blocks: [section(none)] };
  }
  const kinds = findingKinds.flatMap((kind) => {
    const count = issues.filter((issue) => kindOf({ ...issue, origin: issue.fault }) === kind).length;
    return count > 0 ? [say(locale, `kind.count.${kind}`, { count })] : [];
  });
  const oldest = Math.max(...issues.map(({ since }) => daysSince(since, now)));
  const title =
    say(locale, headline ? `digest.${headline}` : 'todo.title', { count: issues.length }) +
    (of === undefined ? '' : say(locale, 'todo.of', { name: of }));
  const tally = [
    ...kinds,
    ...(mine === undefined ? [] : [say(locale, 'todo.mine', { count: mine })]),
    oldest ? say(locale, 'todo.oldest', { days: oldest }) : say(locale, 'todo.oldestToday'),
    ...offText(off, locale),
  ].join(' · ');
  const last = Math.ceil(issues.length / perPage);
  const at = Math.min(page, last);
  const shown = issues.slice((at - 1) * perPage, at * perPage);
  const left = issues.length - at * perPage;
  const lines = shown.map((issue) => lineOf(issue, now, locale));
  const more = left > 0 ? say(locale, 'todo.more', { count: left }) : null;
  const next = button(numbered(actionIds.ask, 0), `${question} 第${at + 1}页`, { label: say(locale, 'button.next') });
  const previous = button(numbered(actionIds.ask, 1), `${question} 第${at - 1}页`, {
    label: say(locale, 'button.previous'),
  });
  const turn = [
    ...(at > 1 ? [previous] : []),
    ...(left > 0 ? [next] : []),
    ...offers.map((offer, index) => button(numbered(actionIds.ask, index + 2), offer.question, { label: offer.label })),
  ];
  const blocks: KnownBlock[] = [
    section([bold(title)], tally),
    ...shown.map((issue, index) => ({
      ...linked(lines[index]!, issue, locale),
      accessory: listedMenu(issueRef(issue.bureauKey, issue.year, issue.number), issue.origin.permalink, locale),
    })),
    ...(more ? [section(more)] : []),
    ...(turn.length > 0 ? [actions(turn)] : []),
  ];
  return { text: clipEscaped([title, tally, ...lines, ...(more ? [more] : [])].join('\n')), blocks };
}

const offText = (off: number, locale: Locale): string[] => (off > 0 ? [say(locale, 'off.count', { count: off })] : []);

const lineOf = ({ severity, bureau, year, number, message, since }: ListItem, now: Date, locale: Locale): string =>
  say(locale, 'todo.line', {
    sign: severitySign[severity],
    bureau: oneLine(bureau),
    year,
    number,
    message: clip(oneLine(message[locale]), 160),
    age: ageText(daysSince(since, now), locale),
  });

const ageText = (days: number, locale: Locale): string =>
  days ? say(locale, 'todo.days', { days }) : say(locale, 'todo.today');

/** The line with its assignee, who is not pinged by an answer that only the asker sees, and the link to its thread. */
function linked(line: string, { assignee, origin: { permalink } }: ListItem, locale: Locale) {
  const block = section(line);
  if (assignee && /^[UW][A-Z0-9]+$/.test(assignee)) block.text!.text += ` · <@${assignee}>`;
  if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
    block.text!.text += ` · <${permalink}|${say(locale, 'todo.open')}>`;
  return block;
}
