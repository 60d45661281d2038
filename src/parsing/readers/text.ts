import type { Document, Grid, Line } from '../document.ts';
import { decodeText } from '../intake/decode.ts';
import { pageBlocks } from './html/blocks.ts';
import { parseHtml } from './html/dom.ts';
import { tableGrid, tableLines } from './html/table-grid.ts';
import { mergeRepeated } from './merge-repeated.ts';
import { csvRows } from './text/csv-rows.ts';
import { dashedRows } from './text/dashed-rows.ts';
import { framedRows } from './text/framed-rows.ts';
import { pastedRows } from './text/pasted-rows.ts';
import { refuseDamagedText } from './text-damage.ts';

/**
 * Plain text and Markdown. Tables drawn with pipes, or set as HTML between the lines, become grids too; their lines have
 * tabs between the cells.
 */
export function readText(bytes: Uint8Array): Document {
  const lines: Line[] = [];
  const grids: Grid[] = [];
  let table: PipeRow[] = [];
  let line = 0;

  const closeTable = () => {
    if (table.length) {
      const grid = pipeGrid(table);
      lines.push(...gridLines(grid, grids.length));
      grids.push(grid);
    }
    table = [];
  };
  const addText = (text: string) => {
    line++;
    const cells = pipeCells(text);
    if (!cells) {
      closeTable();
      lines.push(...unfolded(text).map((part) => ({ text: part, place: { line } })));
    } else if (line - 1 !== table[0]?.line || !cells.every(isRule)) {
      table.push({ cells, line });
    }
  };
  const addTable = (html: string) => {
    closeTable();
    for (const block of pageBlocks(parseHtml(html).root()[0]!)) {
      const grid = block.kind === 'table' ? tableGrid(block.table, grids.length + 1, 'html') : null;
      if (!grid) continue;
      lines.push(...tableLines(grid, grids.length, line + 1));
      grids.push(grid);
    }
    line += html.split('\n').length - 1;
  };
  const pieces = csvRows(decodeText(bytes)).split(htmlTable);
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) {
      addTable(piece);
      continue;
    }
    const texts = piece.split(/\r\n|[\n\r\f]/);
    if (i + 1 < pieces.length && texts.at(-1) === '') texts.pop();
    const before = line;
    for (const row of dashedRows(framedRows(pastedRows(texts, before)))) {
      line = row.line;
      addText(row.text);
    }
    line = before + texts.length;
  }
  closeTable();
  refuseDamagedText(lines);
  return { format: 'text', pageCount: null, recognised: false, lines, grids, tokens: [], declaredTitle: null };
}

/** A table set as HTML, with the line break behind it. Captured, so that it stays when the text is split there. */
const htmlTable = /(<table[\s>][\s\S]*?<\/table>[^\S\n]*\n?)/i;

const sectionTitle =
  /(?=[二三四五六]、(?:主动公开政府信息|收到和处理政府信息公开申请|政府信息公开行政复议|存在的主要问题|其他需要报告的事项))/u;
const titleEnd = /(?<=(?:主动公开政府信息|公开申请|行政诉讼|改进)情况|其他需要报告的事项)\s/u;

/** A whole report on one line, as some pages are saved: cut before and behind the section titles, all on that line. */
function unfolded(text: string): string[] {
  if (text.length < 1000 || !text.includes('第二十条第')) return [text];
  return text.split(sectionTitle).flatMap((part) => {
    const end = titleEnd.exec(part);
    return end && end.index < 40 ? [part.slice(0, end.index), part.slice(end.index + 1)] : [part];
  });
}

interface PipeRow {
  cells: string[];
  line: number;
}

/** `| a | b |` → `['a', 'b']`; `null` for a line that is no table row. `\|` is a pipe inside a cell. */
function pipeCells(line: string): string[] | null {
  const row = /^\|(.*)\|\s*$/.exec(line)?.[1];
  if (row === undefined) return null;
  return row.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>|\*\*|&nbsp;/gi, '')
      .trim(),
  );
}

/** A cell of the rule between head and body of a Markdown table: `---`, `:-:`. */
const isRule = (cell: string) => /^:?-+:?$/.test(cell);

function pipeGrid(table: PipeRow[]): Grid {
  const cells = mergeRepeated(table.map((row) => row.cells)).map((cell) => ({
    ...cell,
    place: { line: table[cell.r0]!.line },
  }));
  const columns = Math.max(...table.map((row) => row.cells.length));
  return { cells, rows: table.length, columns, source: 'pipe', place: { line: table[0]!.line } };
}

const gridLines = ({ cells, rows }: Grid, grid: number): Line[] =>
  Array.from({ length: rows }, (_, row) => {
    const own = cells.filter(({ r0 }) => r0 === row);
    return { text: own.map(({ text }) => text).join('\t'), place: own[0]!.place, grid };
  });
