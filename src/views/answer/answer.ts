import type { Button, KnownBlock, StaticSelect } from '@slack/web-api';
import { actionIds, numbered } from '../actions.ts';
import { actions, bold, button, context, section } from '../blocks.ts';
import { clip, clipEscaped, escapeText, oneLine } from '../escape.ts';
import type { Message, MessageFile } from '../message.ts';
import { type AnswerChart, chartBlock } from './chart.ts';
import { type AnswerTable, rowsOf, rowText, tableBlock, tableRowsAtMost } from './table.ts';

/** A button that asks again, or posts the answer for everybody. */
export type AnswerButton =
  | { label: string; question: string; publish?: boolean }
  /** One that does something else: its handler's name, and ids only. */
  | { label: string; action: string; value: string };

/** What a command found out, in words, before it becomes blocks. */
export interface Answer {
  /** The verdict: what is answered, for whom and when. */
  title: string;
  /** Counts, totals, figures; each a line. */
  lines: string[];
  /** Parts with a name of their own, after the lines: one bureau of several. */
  groups?: { title: string; lines: string[] }[];
  table?: AnswerTable;
  chart?: AnswerChart;
  /** Who is not counted, what forms mean, where figures stand. */
  notes?: string[];
  /** Where the answer's figures are discussed. */
  links?: { label: string; url: string }[];
  buttons?: AnswerButton[];
  /** One of several to be chosen; each is a question. */
  select?: { placeholder: string; options: { label: string; question: string }[] };
  files?: MessageFile[];
  /** Says how many rows the words leave out: `{count}` of the table. */
  more?: (count: number) => string;
}

const textAtMost = 3600;
const plainRows = 40;

/** The answer on all three rungs; the text says everything that fits and counts what does not. */
export function answerMessage(answer: Answer): Message {
  const { title, lines, table, chart, notes = [], files } = answer;
  const head: KnownBlock[] = [
    section([bold(clip(oneLine(title), 300))], ...lines.map((line) => clip(oneLine(line), 600))),
    ...(answer.groups ?? []).map((group) =>
      section([bold(clip(oneLine(group.title), 300))], ...group.lines.map((line) => clip(oneLine(line), 600))),
    ),
  ];
  const foot: KnownBlock[] = [
    ...(notes.length > 0 ? [context(...notes.map((note) => clip(oneLine(note), 900)))] : []),
    ...linksOf(answer),
    ...controls(answer),
  ];
  const rows = table?.rows ?? [];
  const blocks: KnownBlock[] = [
    ...head,
    ...(chart ? [chartBlock(chart)] : []),
    ...(table && rows.length > 0 ? [tableBlock(table)] : []),
    ...foot,
  ];
  const plain: KnownBlock[] | undefined =
    table || chart ? [...head, ...(rows.length > 0 ? rowSections(answer) : []), ...foot] : undefined;
  return {
    text: clipEscaped(inWords(answer)),
    blocks,
    ...(plain ? { plain } : {}),
    ...(files ? { files } : {}),
  };
}

/** Rows as numbered lines, in sections of at most 3,000 characters, 7,000 in all. */
function rowSections({ table, more }: Answer): KnownBlock[] {
  const rows = table!.rows.slice(0, tableRowsAtMost);
  const sections: string[][] = [[table!.columns.join(' · ')]];
  let shown = 0;
  let all = 0;
  for (const row of rows.slice(0, plainRows)) {
    const line = `${shown + 1}. ${clip(rowText(row), 300)}`;
    if (all + line.length > 6000) break;
    if (sections.at(-1)!.join('\n').length + line.length > 2400) sections.push([]);
    sections.at(-1)!.push(line);
    shown++;
    all += line.length;
  }
  const left = rowsOf(table!) - shown;
  if (left > 0 && more) sections.at(-1)!.push(more(left));
  return sections.map((lines) => section(...lines));
}

/** Title, lines, as many rows as fit, then what is left over; notes always. */
function inWords({ title, lines, groups = [], table, notes = [], links = [], more, select }: Answer): string {
  const top = [title, ...lines, ...groups.flatMap((group) => [group.title, ...group.lines])];
  const bottom = [
    ...notes,
    ...links.filter(isAddress).map(({ label, url }) => `${label} ${url}`),
    ...(select ? select.options.map(({ label }, index) => `${index + 1}. ${label}`) : []),
  ];
  let room = textAtMost - [...top, ...bottom].join('\n').length;
  const rows: string[] = [];
  if (table && table.rows.length > 0) {
    const header = table.columns.join(' · ');
    room -= header.length + 60;
    for (const row of table.rows) {
      const line = clip(rowText(row), 300);
      room -= line.length + 1;
      if (room < 0) break;
      rows.push(line);
    }
    const left = rowsOf(table) - rows.length;
    rows.unshift(header);
    if (left > 0 && more) rows.push(more(left));
  }
  return clip([...top, ...rows, ...bottom].map(oneLine).join('\n'), textAtMost + 200);
}

/** The address is Slack's own; a bar or an angle bracket in it would end the link. */
const isAddress = ({ url }: { url: string }): boolean => /^https?:\/\/[^\s|<>]+$/.test(url);

function linksOf({ links = [] }: Answer): KnownBlock[] {
  const told = links.filter(isAddress).map(({ label, url }) => `<${url}|${escapeText(label)}>`);
  return told.length ? [{ type: 'context', elements: [{ type: 'mrkdwn', text: told.join(' · ') }] }] : [];
}

function controls({ buttons = [], select }: Answer): KnownBlock[] {
  const made: (Button | StaticSelect)[] = buttons
    .slice(0, 10)
    .map((one, index) =>
      'action' in one
        ? button(numbered(one.action, index), one.value, { label: one.label })
        : button(numbered(one.publish ? actionIds.publish : actionIds.ask, index), one.question, { label: one.label }),
    );
  const menu: StaticSelect[] = select
    ? [
        {
          type: 'static_select',
          action_id: numbered(actionIds.ask, 20),
          placeholder: { type: 'plain_text', text: clip(select.placeholder, 150) },
          options: select.options.slice(0, 100).map(({ label, question }) => ({
            text: { type: 'plain_text', text: clip(oneLine(label), 75) },
            value: clip(question, 75),
          })),
        },
      ]
    : [];
  const elements = [...menu, ...made];
  return elements.length > 0 ? [actions(elements)] : [];
}
