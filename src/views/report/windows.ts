import type { KnownBlock, ModalView } from '@slack/web-api';
import { partsOf } from '../../report/address.ts';
import { addressesOf, type TableId, tableIds } from '../../report/forms/index.ts';
import { measureById } from '../../report/measures/catalogue.ts';
import { cellName, columnName, rowName, tableName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { doubtMark, noNumberText, printedBeside } from '../figure.ts';
import { readingWindow } from '../issue-forms.ts';
import type { Locale } from '../message.ts';
import { listText, say } from '../words/say.ts';
import { textPoints } from './text-points.ts';

/** A report, and the cells that a person should look at before quoting them. */
export interface Marked {
  report: Report;
  doubtful: ReadonlySet<Address>;
}

/** A cell in one word: its number, or why there is none, marked where it is in doubt. */
export function valueText({ report, doubtful }: Marked, address: Address, locale: Locale): string {
  const cell = report.cells[address];
  if (!cell) return noNumberText('absent', locale);
  const mark = doubtful.has(address) && cell.state !== 'unreadable' ? ` ${doubtMark}` : '';
  if (cell.state !== 'number') return noNumberText(cell.state, locale) + mark;
  const number = `${cell.value}`;
  const unit = measureById(address)?.unit;
  const amount = unit === 'tenThousandYuan' || unit === 'yuan' ? say(locale, `unit.${unit}`, { number }) : number;
  return `${amount}${printedBeside(cell, locale)}${mark}`;
}

/** Whether a cell holds nothing but a 0 that nobody doubts. */
export const isPlainZero = ({ report, doubtful }: Marked, address: Address): boolean =>
  report.cells[address]?.state === 'number' && report.cells[address].value === 0 && !doubtful.has(address);

/** The cells that a table should have in the form it follows, and those it has besides. */
export function cellsOfTable({ forms, cells }: Report, table: TableId): Address[] {
  const form = forms[table];
  const expected = form === null || form === 'mixed' ? [] : addressesOf(form, table);
  const found = (Object.keys(cells) as Address[]).filter((address) => partsOf(address).table === table);
  return [...new Set([...expected, ...found])];
}

/** The three tables row by row: rows of nothing but zeros are counted and named, every other cell says what it holds. */
export function tablesWindow(marked: Marked, locale: Locale, below: KnownBlock[] = []): ModalView {
  const { report } = marked;
  const parts = tableIds.map((table) => {
    const rows = byRow(cellsOfTable(report, table));
    const isZero = (address: Address) => isPlainZero(marked, address);
    const [zero, told] = partition([...rows], ([, addresses]) => addresses.every(isZero));
    const lines = told.map(([row, addresses]) => {
      const shown = addresses.filter((address) => !isZero(address) || partsOf(address).column === 'total');
      const values = shown.map((address) =>
        say(locale, 'tables.cell', {
          column: columnName(table, partsOf(address).column)[locale],
          value: valueText(marked, address, locale),
        }),
      );
      return `${rowName(table, row)[locale]}：${values.join(' · ')}`;
    });
    if (zero.length) {
      const names = listText(
        zero.map(([row]) => rowName(table, row)[locale]),
        locale,
      );
      lines.push(say(locale, 'tables.allZero', { rows: zero.length, names }));
    }
    if (!rows.size) lines.push(say(locale, 'tables.notFound'));
    return [tableName(table)[locale], ...lines].join('\n');
  });
  return readingWindow(say(locale, 'tables.title'), parts.flatMap(inPieces), locale, below);
}

const itemsAtMost = 40;

/** What the text says in numbers, each with its sentence; the fee; then its problems and measures. */
export function textWindow(report: Report, locale: Locale, below: KnownBlock[] = []): ModalView {
  const lines = textPoints(report, locale).flatMap(({ head, items }) => [
    head,
    ...items.slice(0, itemsAtMost).map((item) => `• ${item}`),
    ...(items.length > itemsAtMost ? [say(locale, 'textPoints.more', { count: items.length - itemsAtMost })] : []),
  ]);
  return readingWindow(say(locale, 'textPoints.title'), inPieces(lines.join('\n')), locale, below);
}

/** Every number that differs from last year's, where both forms mean the same by it. */
export function changesWindow(now: Marked, before: Marked | undefined, locale: Locale): ModalView {
  const [{ report }, previous] = [now, before?.report];
  const addresses = (Object.keys(report.cells) as Address[]).filter((address) => {
    const [cell, earlier] = [report.cells[address], previous?.cells[address]];
    return cell?.state === 'number' && earlier?.state === 'number' && cell.value !== earlier.value;
  });
  const lines = addresses.map((address) =>
    say(locale, 'allChanges.item', {
      cell: cellName(address)[locale],
      before: before ? valueText(before, address, locale) : noNumberText('absent', locale),
      after: valueText(now, address, locale),
    }),
  );
  const text = lines.length ? lines.join('\n') : say(locale, 'allChanges.none');
  return readingWindow(say(locale, 'allChanges.title'), inPieces(text), locale);
}

/** Cuts a long text at line ends into pieces that a section takes. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < 2000) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

function partition<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  return [items.filter(fits), items.filter((item) => !fits(item))];
}

function byRow(addresses: readonly Address[]): Map<string, Address[]> {
  const rows = new Map<string, Address[]>();
  for (const address of addresses) {
    const { row } = partsOf(address);
    rows.set(row, [...(rows.get(row) ?? []), address]);
  }
  return rows;
}
