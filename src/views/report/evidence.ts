import type { KnownBlock } from '@slack/web-api';
import { partsOf } from '../../report/address.ts';
import { type Finding, sentencesOf } from '../../report/finding.ts';
import { cellName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { context, section } from '../blocks.ts';
import { clip, clipEscaped, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';

/** ①, ②, … up to ⑳; further ones in brackets. */
export const markOf = (n: number): string => (n <= 20 ? String.fromCodePoint(0x245f + n) : `(${n})`);

/** At most so many cells are marked. */
const shownAtMost = 20;

/**
 * The cells that a finding is shown by, the one that explains it first. Where one cell explains several sums, the
 * shortest of them is enough to see it.
 */
export function evidenceCells({ suspect, cells, evidence }: Finding): Address[] {
  const sums = evidence.flatMap((item) => (item.kind === 'equation' ? [[...item.left, ...item.right]] : []));
  const shortest = sums.toSorted((a, b) => a.length - b.length)[0];
  const shown = suspect && shortest?.includes(suspect.cell) ? shortest : cells;
  return [...new Set([...(suspect ? [suspect.cell] : []), ...shown])].slice(0, shownAtMost);
}

interface Evidence {
  /** The issue that it is the evidence of; nothing where the figures of a summary are shown. */
  issue?: { number: number; finding: Finding };
  cells: readonly Address[];
  /** As it is printed. */
  report: Report;
  file: string;
  /** Pictures in Slack, one a page; none in formats without pages. */
  pictures: readonly { page: number; id: string }[];
}

/** 看原文: the rows as a picture with the cells numbered, or as printed; then what each cell says and the sums. */
export function evidenceMessage({ issue, cells, report, file, pictures }: Evidence, locale: Locale): Message {
  const marks = cells.map((address, i) => {
    const cell = report.cells[address];
    const raw = cell && clip(oneLine(cell.raw), 60);
    const words = { mark: markOf(i + 1), cell: cellName(address)[locale] };
    if (raw) return say(locale, 'evidence.mark', { ...words, raw });
    return say(locale, cell ? 'evidence.markBlank' : 'evidence.markAbsent', words);
  });
  const pages = [...new Set(cells.flatMap((address) => report.cells[address]?.place.page ?? []))];
  const where = pages.length ? say(locale, 'evidence.page', { page: pages.join(locale === 'zh' ? '、' : ', ') }) : '';
  const words = { where, file: clip(oneLine(file), 120) };
  const title = issue
    ? say(locale, 'evidence.title', { number: issue.number, ...words })
    : say(locale, 'evidence.titleOf', words);
  const rows = pictures.length ? [] : printedRows(report, cells);
  const sentences = issue ? sentencesOf(issue.finding) : [];
  const quotes = sentences.map((sentence) => `“${clip(oneLine(sentence), 400)}”`);
  const readings = cells.flatMap((address) => {
    const seen = report.cells[address]?.readings;
    if (!seen) return [];
    const said = seen.map(({ raw }) => `“${clip(oneLine(raw), 40)}”`).join(' / ');
    return [say(locale, 'evidence.readings', { cell: cellName(address)[locale], readings: said })];
  });
  const left = !issue || issue.finding.suspect ? 0 : issue.finding.cells.length - cells.length;
  const sums = [
    ...(issue ? equations(issue.finding, cells) : []),
    ...(left > 0 ? [say(locale, 'evidence.more', { count: left })] : []),
  ];
  const alt = clip(say(locale, 'evidence.alt', { marks: marks.join(locale === 'zh' ? '；' : '; ') }), 1900);
  const blocks: KnownBlock[] = [
    section(title),
    ...pictures.map(({ id }): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: alt })),
    ...[rows, marks, [...quotes, ...readings]].flatMap((lines) => (lines.length ? [section(...lines)] : [])),
    ...(sums.length ? [context(...sums)] : []),
  ];
  const text = [title, ...rows, ...marks, ...quotes, ...readings, ...sums];
  const message: Message = { text: clipEscaped(text.join('\n')), blocks };
  return pictures.length ? { ...message, plain: blocks.filter(({ type }) => type !== 'image') } : message;
}

/** The rows that the cells stand in, as printed, with the marks of their cells behind them. */
function printedRows({ tables }: Report, cells: readonly Address[]): string[] {
  const rows = new Map<string, string>();
  for (const [i, address] of cells.entries()) {
    const { table, row } = partsOf(address);
    const printed = tables[table]?.rows.find(({ id }) => id === row);
    if (!printed) continue;
    const key = `${table}.${row}`;
    const line = rows.get(key) ?? clip([printed.label, ...printed.tokens].map(oneLine).join(' '), 300);
    rows.set(key, `${line} ${markOf(i + 1)}`);
  }
  return [...rows.values()];
}

/** `①＋② ≠ ③＋④`, where every term is marked. */
function equations({ evidence }: Finding, cells: readonly Address[]): string[] {
  const side = (addresses: readonly Address[]): string | undefined => {
    const marks = addresses.map((address) => cells.indexOf(address) + 1);
    return marks.every((n) => n > 0) ? marks.map(markOf).join('＋') : undefined;
  };
  return evidence.flatMap((item) => {
    if (item.kind !== 'equation') return [];
    const [left, right] = [side(item.left), side(item.right)];
    const sums = `${item.leftSum} ≠ ${item.rightSum}`;
    return left && right ? [`${left} ≠ ${right}（${sums}）`] : [];
  });
}

/** Where the evidence stands already. */
export function evidenceThere(number: number | undefined, permalink: string | undefined, locale: Locale): Message {
  const text = number === undefined ? say(locale, 'evidence.thereToo') : say(locale, 'evidence.there', { number });
  const block = section(text);
  if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
    block.text!.text += ` <${permalink}|${say(locale, 'evidence.open')}>`;
  return { text, blocks: [block] };
}
