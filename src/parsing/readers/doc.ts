import { GovinfoError } from '../../errors.ts';
import type { Document, Grid, Line } from '../document.ts';
import { ShownText } from './doc/as-shown.ts';
import { tabRows } from './doc/tab-rows.ts';
import { refuseDamagedText } from './text-damage.ts';

/** Word 97 to 2003. The text has a tab behind every cell; rows are found from that, and become a grid too. */
export async function readDoc(bytes: Uint8Array): Promise<Document> {
  const lines: Line[] = [];
  const grids: Grid[] = [];
  let table: string[][] = [];
  const closeTable = () => {
    if (table.length) grids.push(tabGrid(table, grids.length + 1));
    table = [];
  };
  for (const paragraph of (await bodyText(bytes)).split(/[\n\f]/)) {
    const cellsEnd = paragraph.lastIndexOf('\t') + 1;
    for (const cells of cellsEnd ? tabRows(paragraph.slice(0, cellsEnd)) : []) {
      table.push(cells);
      const place = { line: lines.length + 1, table: grids.length + 1, row: table.length };
      lines.push({ text: cells.join('\t'), grid: grids.length, endsParagraph: true, place });
    }
    const text = paragraph.slice(cellsEnd);
    if (!text.trim()) continue;
    closeTable();
    lines.push({ text, endsParagraph: true, place: { line: lines.length + 1 } });
  }
  closeTable();
  refuseDamagedText(lines);
  return { format: 'doc', pageCount: null, recognised: false, lines, grids, tokens: [], declaredTitle: null };
}

async function bodyText(bytes: Uint8Array): Promise<string> {
  try {
    return await ShownText.bodyOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw new GovinfoError(
      'E-DOC-DAMAGED',
      {
        zh: '这份 Word 97 文件已损坏或加了密码，无法打开，请另存为 DOCX',
        en: 'this Word 97 file is damaged or has a password and cannot be opened; please save it as DOCX',
      },
      { cause },
    );
  }
}

function tabGrid(table: string[][], number: number): Grid {
  const cells = table.flatMap((row, r) =>
    row.map((text, c) => ({ text, r0: r, r1: r, c0: c, c1: c, place: { table: number, row: r + 1, column: c + 1 } })),
  );
  const columns = Math.max(...table.map((row) => row.length));
  return { cells, rows: table.length, columns, source: 'tab', place: { table: number } };
}
