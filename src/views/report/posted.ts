import type { KnownBlock } from '@slack/web-api';
import { partsOf } from '../../report/address.ts';
import { tableIds } from '../../report/forms/index.ts';
import { columnName, rowName } from '../../report/names.ts';
import type { Report } from '../../report/report.ts';
import { actionIds } from '../actions.ts';
import { actions, bold, button, section } from '../blocks.ts';
import { clip, clipEscaped, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';
import { textPoints } from './text-points.ts';
import { cellsOfTable, isPlainZero, type Marked, valueText } from './windows.ts';

/** 发到本帖: the button under what a window shows. `what` names it, `thread` is `<channel>/<thread>`. */
export const postButton = (
  what: 'tables' | 'text' | 'source',
  thread: string,
  ref: string,
  locale: Locale,
): KnownBlock[] => [
  actions([button(actionIds.postWindow, `${what} ${thread} ${ref}`, { label: say(locale, 'window.post') })]),
];

/** The three tables as one, 项目 and 总计: every cell of table 二, the totals of tables 三 and 四. */
export function tablesMessage(name: string, marked: Marked, locale: Locale): Message {
  const { report } = marked;
  const rows = tableIds.flatMap((table) =>
    cellsOfTable(report, table)
      .filter((address) => table === 'disclosures' || partsOf(address).column === 'total')
      .map((address) => {
        const { row, column } = partsOf(address);
        const item = rowName(table, row)[locale];
        const named = table === 'disclosures' ? `${item} · ${columnName(table, column)[locale]}` : item;
        return [
          say(locale, 'tables.row', { table: say(locale, `table.${table}`), row: named }),
          valueText(marked, address, locale),
          isPlainZero(marked, address),
        ] as const;
      }),
  );
  const title = say(locale, 'tables.of', { name: clip(oneLine(name), 120) });
  const told = rows.filter(([, , zero]) => !zero);
  const lines = told.map(([item, value]) => `${item}　${value}`);
  const head = section([bold(title)]);
  return {
    text: clipEscaped([title, ...lines].join('\n')),
    blocks: [
      head,
      {
        type: 'table',
        rows: [
          [say(locale, 'tables.item'), say(locale, 'tables.total')],
          ...rows.slice(0, 99).map(([item, value]) => [clip(item, 90), clip(value, 30)]),
        ].map((cells) => cells.map((text) => ({ type: 'raw_text' as const, text: text || '—' }))),
      },
    ],
    plain: [head, section(clip(lines.join('\n'), 2800) || '0')],
  };
}

const sentencesAtMost = 12;

/** 正文要点 for everybody: what the text says in numbers, then its problems and plans. */
export function textMessage(name: string, report: Report, locale: Locale): Message {
  const title = say(locale, 'textPoints.of', { name: clip(oneLine(name), 120) });
  const parts = textPoints(report, locale).map(({ head, items }) => [
    head,
    ...items.slice(0, sentencesAtMost).map((item) => `• ${clip(item, 220)}`),
    ...(items.length > sentencesAtMost
      ? [say(locale, 'textPoints.more', { count: items.length - sentencesAtMost })]
      : []),
  ]);
  return {
    text: clipEscaped([title, ...parts.flat()].join('\n')),
    blocks: [section([bold(title)]), ...parts.map((lines) => section(...lines))],
  };
}
