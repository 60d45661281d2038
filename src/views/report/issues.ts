import type { KnownBlock, Overflow } from '@slack/web-api';
import { type Evidence, type Finding, type Severity, sentencesOf, uncertain } from '../../report/finding.ts';
import { actionIds, issueRef, reportRef } from '../actions.ts';
import { actions, bold, button, context, header, overflow, section } from '../blocks.ts';
import { clip, clipEscaped, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { offLine } from '../switches.ts';
import { say } from '../words/say.ts';
import type { CaseFile } from './case-file.ts';
import { reportName } from './summary.ts';
import { toCheck } from './verdict.ts';

export const issueStates = ['open', 'confirmed', 'ignored', 'snoozed', 'resolved'] as const;
export type IssueState = (typeof issueStates)[number];

/** A finding under its number in the thread, and what people have decided about it. */
export interface ShownIssue {
  number: number;
  finding: Finding;
  state: IssueState;
  /** What was decided, by whom and when, in the reader's language; escaped mrkdwn may not stand in it. */
  decided?: string;
  /** Name of the person who looks after it. */
  assignee?: string;
}

export const severitySign: Record<Severity, string> = { error: '❌', warning: '⚠️', note: 'ℹ️' };
const stateSign: Record<Exclude<IssueState, 'open'>, string> = {
  confirmed: '☑️',
  ignored: '➖',
  snoozed: '💤',
  resolved: '✅',
};

/** At most so many issues stand in one message; the rest is counted and found under 待办. */
const shownAtMost = 10;

/** Findings of a report that nobody has touched yet, errors first, numbered from 1. */
export const openIssues = (findings: readonly Finding[]): ShownIssue[] =>
  toCheck(findings)
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map((finding, index) => ({ number: index + 1, finding, state: 'open' }));

/** Pages that a finding's evidence stands on. */
export function pagesOfFinding({ entry: { report } }: CaseFile, { cells, evidence }: Finding): number[] {
  const places = [
    ...cells.map((address) => report.cells[address]?.place),
    ...evidence.map((item: Evidence) => ('place' in item ? item.place : undefined)),
  ];
  return [...new Set(places.flatMap((place) => (place?.page === undefined ? [] : [place.page])))].sort((a, b) => a - b);
}

/** The lines of one issue: what was found, the sums behind it, where to look. */
export function issueLines(
  caseFile: CaseFile,
  { number, finding, state, decided, assignee }: ShownIssue,
  locale: Locale,
): string[] {
  const sign = state === 'open' ? severitySign[finding.severity] : stateSign[state];
  const [headline, ...details] = told(finding, locale);
  const lines = details.slice(0, 3).map((line) => clip(line, 200));
  const left = details.length - lines.length;
  const pages = pagesOfFinding(caseFile, finding);
  const where = [
    ...(finding.origin === 'reading' ? [say(locale, 'issue.reading')] : []),
    ...(pages.length > 0 ? [say(locale, 'issue.pages', { pages: pages.join(locale === 'zh' ? '、' : ', ') })] : []),
    ...(assignee ? [say(locale, 'issue.assignee', { name: oneLine(assignee) })] : []),
  ];
  return [
    `${sign} #${number}　${clip(headline, 400)}`,
    ...lines,
    ...(left > 0 ? [say(locale, 'issue.moreLines', { count: left })] : []),
    ...quotesOf(finding, locale),
    ...(where.length > 0 ? [where.join(' · ')] : []),
    ...(decided ? [clip(oneLine(decided), 300)] : []),
  ];
}

/**
 * The message and its lines, nothing said twice: a message that only strings its lines together gives way to them, and
 * one that names the first of them and counts the others says enough.
 */
function told({ message, lines }: Finding, locale: Locale): [string, ...string[]] {
  const whole = oneLine(message[locale]);
  const single = lines.map((line) => oneLine(line[locale]));
  const named = single.filter((line) => whole.includes(line)).length;
  if (named === 0) return [whole, ...single];
  return named > 1 && saysNoMore(whole.replace(oneLine(uncertain[locale]), ''), single)
    ? [single[0]!, ...single.slice(1)]
    : [whole];
}

/** Whether a message is nothing but lines of its own, in any order. */
function saysNoMore(message: string, lines: readonly string[]): boolean {
  const longest = [...lines].sort((a, b) => b.length - a.length);
  const rest = longest.reduce((text, line) => text.replace(line, ''), message);
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** The sentence a finding about the text rests on. */
const quotesOf = (finding: Finding, locale: Locale): string[] =>
  sentencesOf(finding)
    .map((sentence) => clip(oneLine(sentence), 160))
    .filter((quote) => !finding.message[locale].includes(quote))
    .slice(0, 2)
    .map((quote) => say(locale, 'issue.quote', { quote }));

/**
 * The second reply: what there is to check, errors first, each with its evidence and buttons. Edited in place as people
 * decide. Numbers stay with their issue.
 */
export function issuesMessage(caseFile: CaseFile, issues: readonly ShownIssue[], locale: Locale): Message {
  const counts = say(locale, 'issues.counts', {
    open: count(issues, 'open'),
    confirmed: count(issues, 'confirmed'),
    ignored: count(issues, 'ignored'),
    resolved: count(issues, 'resolved'),
  });
  const snoozed = count(issues, 'snoozed');
  const tally = snoozed > 0 ? `${counts} · ${say(locale, 'issues.snoozed', { count: snoozed })}` : counts;
  const off = caseFile.off?.length ? offLine(caseFile.off, locale) : null;
  const done = count(issues, 'open') === 0;
  const title = `${done ? '✅ ' : ''}${say(locale, 'issues.title')}　${reportName(caseFile, locale)}`;
  const shown = [...issues].sort((a, b) => rank(a) - rank(b) || a.number - b.number).slice(0, shownAtMost);
  const left = issues.length - shown.length;
  const more = left > 0 ? say(locale, 'issues.more', { count: left }) : null;
  const blocks: KnownBlock[] = [
    header(title),
    context(tally),
    ...(off ? [context(off)] : []),
    ...shown.flatMap((issue) => issueBlocks(caseFile, issue, locale)),
    ...(more ? [context(more)] : []),
    ...letterButton(caseFile, count(issues, 'confirmed'), locale),
  ];
  const lines = shown.flatMap((issue) => issueLines(caseFile, issue, locale));
  return {
    text: clipEscaped([title, tally, ...(off ? [off] : []), ...lines, ...(more ? [more] : [])].join('\n')),
    blocks,
  };
}

/** 起草核实函, once something is confirmed. */
function letterButton({ bureauKey, year }: CaseFile, confirmed: number, locale: Locale): KnownBlock[] {
  if (!confirmed || bureauKey === undefined || year === undefined) return [];
  const label = say(locale, 'button.letter', { count: confirmed });
  return [actions([button(actionIds.draftLetter, reportRef(bureauKey, year), { label })])];
}

const count = (issues: readonly ShownIssue[], state: IssueState): number =>
  issues.filter((issue) => issue.state === state).length;

/** Open errors, open warnings, then what is decided. */
const rank = ({ state, finding }: ShownIssue): number => (state !== 'open' ? 2 : finding.severity === 'error' ? 0 : 1);

function issueBlocks(caseFile: CaseFile, issue: ShownIssue, locale: Locale): KnownBlock[] {
  const [first = '', ...rest] = issueLines(caseFile, issue, locale);
  const body = section([bold(first)], ...rest);
  body.text!.text = clip(body.text!.text, 1100);
  const { bureauKey, year } = caseFile;
  if (bureauKey === undefined || year === undefined) return [body];
  const ref = issueRef(bureauKey, year, issue.number);
  const words = (key: Parameters<typeof say>[1]) => {
    const label = say(locale, key as 'issue.source');
    return {
      label,
      spoken: `${label.replace('…', '')} #${issue.number} ${clip(oneLine(issue.finding.message[locale]), 40)}`,
    };
  };
  const elements =
    issue.state === 'open'
      ? [
          button(actionIds.issueSource, ref, words('issue.source')),
          button(actionIds.issueConfirm, ref, words('issue.confirm')),
          button(actionIds.issueIgnore, ref, words('issue.ignore')),
          button(actionIds.issueCorrect, ref, words('issue.correct')),
          issueMenu(ref, locale),
        ]
      : [
          button(actionIds.issueSource, ref, words('issue.source')),
          button(actionIds.issueUndo, ref, words(issue.state === 'snoozed' ? 'issue.now' : 'issue.undo')),
          issueMenu(ref, locale),
        ];
  return [body, actions(elements)];
}

/** 打开讨论 · 指派给我 · 看原文 · 忽略（本版）… · 更正数据…, for an issue in a list away from its thread. */
export function listedMenu(ref: string, permalink: string | undefined, locale: Locale): Overflow {
  const link = permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink) ? permalink : undefined;
  const entry = (what: string, label: string) => ({ label, value: `${what} ${ref}` });
  return overflow(actionIds.issueMore, [
    ...(link ? [{ ...entry('open', say(locale, 'todo.open')), url: link }] : []),
    entry('mine', say(locale, 'todo.assignMe')),
    entry('source', say(locale, 'issue.source')),
    entry('ignore', say(locale, 'issue.ignore')),
    entry('correct', say(locale, 'issue.correct')),
  ]);
}

/** 指派… · 暂缓… · 历史 · 检查说明; each value is `<what> <issue>`. */
export const issueMenu = (ref: string, locale: Locale): Overflow =>
  overflow(
    actionIds.issueMore,
    (['assign', 'snooze', 'history', 'explain'] as const).map((what) => ({
      label: say(locale, `issue.${what}`),
      value: `${what} ${ref}`,
    })),
  );
