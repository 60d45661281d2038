import type { Document, Grid, Line } from '../document.ts';
import { decodeText } from '../intake/decode.ts';
import { article } from './html/article.ts';
import { type Block, pageBlocks } from './html/blocks.ts';
import { parseHtml } from './html/dom.ts';
import { refuseLoginPage } from './html/login-page.ts';
import { tableGrid, tableLines } from './html/table-grid.ts';
import { isWebArchive, pageOfArchive } from './html/web-archive.ts';
import { refuseDamagedText } from './text-damage.ts';

/** A saved web page, alone or as one file with what it shows: the article with the report, its tables as grids. */
export function readHtml(bytes: Uint8Array): Document {
  const $ = parseHtml(isWebArchive(bytes) ? pageOfArchive(bytes) : decodeText(bytes));
  const title = $('meta[name="ArticleTitle"]').attr('content') || $('title').first().text();
  const blocks = article(pageBlocks($.root()[0]!));
  const document = blocksDocument(blocks, 'html', title.trim() || null);
  refuseDamagedText(document.lines);
  refuseLoginPage($, document.lines);
  return document;
}

/** Lines and grids of a run of blocks; a table's row is one line with tabs between the cells that begin in it. */
export function blocksDocument(blocks: Block[], format: 'html' | 'docx', declaredTitle: string | null): Document {
  const lines: Line[] = [];
  const grids: Grid[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') {
      lines.push({ text: block.text, endsParagraph: block.endsParagraph, place: { line: lines.length + 1 } });
      continue;
    }
    const grid = tableGrid(block.table, grids.length + 1, format);
    if (!grid) continue;
    lines.push(...tableLines(grid, grids.length, lines.length + 1));
    grids.push(grid);
  }
  return { format, pageCount: null, recognised: false, lines, grids, tokens: [], declaredTitle };
}
