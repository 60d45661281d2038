// Prints a laid-out report as HTML, PDF, Word, sheet, Markdown or plain text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import yazl from 'yazl';
import { matrix } from './layout.mjs';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const span = ({ cols, rows }) => (cols > 1 ? ` colspan="${cols}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
const htmlTable = (rows) =>
  `<table>\n${rows.map((row) => `<tr>${row.map((each) => `<td${span(each)}>${escaped(each.text)}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
const tags = { title: 'h1', heading: 'h2', paragraph: 'p' };

export function html(blocks) {
  const body = blocks.map((b) =>
    b.kind === 'table' ? htmlTable(b.rows) : `<${tags[b.kind]}>${escaped(b.text)}</${tags[b.kind]}>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(blocks[0].text)}</title>
<style>
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.7 "Noto Serif CJK SC", "Songti SC", SimSun, serif; max-width: 46em; margin: 2em auto; }
h1 { font-size: 18pt; text-align: center; } h2 { font-size: 13pt; } p { text-indent: 2em; margin: .4em 0; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35; margin: .6em 0; }
td { border: 1px solid #000; padding: 2px 4px; text-align: center; } tr { break-inside: avoid; }
</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const inFolder = (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-samples-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function chromium(folder, page) {
  writeFileSync(join(folder, 'page.html'), page);
  const out = join(folder, 'page.pdf');
  execFileSync(
    process.env.CHROMIUM_PATH ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}/profile`,
      `--print-to-pdf=${out}`,
      `file://${folder}/page.html`,
    ],
    { stdio: 'ignore' },
  );
  return readFileSync(out);
}

export const pdf = (blocks) => inFolder((folder) => chromium(folder, html(blocks)));

/** The same pages as pictures, so that there is no text layer (needs pdftoppm). */
export const scan = (blocks) =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'text.pdf'), chromium(folder, html(blocks)));
    execFileSync('pdftoppm', [
      '-r',
      '150',
      '-gray',
      '-jpeg',
      '-jpegopt',
      'quality=45',
      join(folder, 'text.pdf'),
      join(folder, 'page-'),
    ]);
    const pictures = readdirSync(folder)
      .filter((name) => name.endsWith('.jpg'))
      .sort();
    const page = `<style>@page{size:A4;margin:0}body{margin:0}img{width:210mm;height:296.5mm;display:block;break-after:page}</style>${pictures
      .map((name) => `<img src="file://${folder}/${name}">`)
      .join('')}`;
    return chromium(folder, page);
  });

const wordTable = (rows) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, cols, rows: deep }) =>
              new TableCell({ children: [new Paragraph(text)], columnSpan: cols, rowSpan: deep }),
          ),
        }),
    ),
  });

export const docx = (blocks) => {
  const children = blocks.map((b) => {
    if (b.kind === 'table') return wordTable(b.rows);
    if (b.kind === 'paragraph') return new Paragraph(b.text);
    return new Paragraph({ text: b.text, heading: b.kind === 'title' ? HeadingLevel.TITLE : HeadingLevel.HEADING_1 });
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

const letter = (n) => (n < 26 ? '' : letter(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** A workbook of one sheet; merged cells and texts as a spreadsheet program writes them. */
export async function xlsx(blocks) {
  const lines = [];
  const merges = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      lines.push([block.text]);
      continue;
    }
    for (const row of matrix(block.rows)) {
      row.forEach((place, c) => {
        if (place?.first && place.each.cols * place.each.rows > 1)
          merges.push(
            `${letter(c)}${lines.length + 1}:${letter(c + place.each.cols - 1)}${lines.length + place.each.rows}`,
          );
      });
      lines.push(row.map((place) => place?.text ?? ''));
    }
  }
  const one = (text, r, c) =>
    /^\d+(\.\d+)?$/.test(text)
      ? `<c r="${letter(c)}${r + 1}"><v>${text}</v></c>`
      : `<c r="${letter(c)}${r + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const sheet = lines.map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => (text ? one(text, r, c) : '')).join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="年度报告" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  };
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`), name);
  zip.end();
  const parts = [];
  for await (const part of zip.outputStream) parts.push(part);
  return Buffer.concat(parts);
}

/** Plain text as a PDF converter leaves it: one line a table row, the cells parted by a blank, merged cells gone. */
export const txt = (blocks) =>
  `${blocks
    .map((b) => (b.kind === 'table' ? b.rows.map((row) => row.map((each) => each.text).join(' ')).join('\n') : b.text))
    .join('\n\n')}\n`;

export function md(blocks) {
  const table = (rows) => {
    const lines = matrix(rows).map((row) => `| ${row.map((place) => place?.text ?? '').join(' | ')} |`);
    const width = lines[0].split('|').length - 2;
    return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
  };
  const text = { title: (t) => `# ${t}`, heading: (t) => `## ${t}`, paragraph: (t) => t };
  return `${blocks.map((b) => (b.kind === 'table' ? table(b.rows) : text[b.kind](b.text))).join('\n\n')}\n`;
}
