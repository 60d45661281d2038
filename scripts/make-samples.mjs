// Writes samples/ anew (npm run build first). Needs Chromium for PDF and pdftoppm for the scan.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layout } from './samples/layout.mjs';
import { docx, html, md, pdf, scan, txt, xlsx } from './samples/print.mjs';
import { notice, reports } from './samples/reports.mjs';

const print = new Map(Object.entries({ docx, html, md, pdf, scan, txt, xlsx }));
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'samples');
mkdirSync(folder, { recursive: true });
for (const report of reports) {
  const blocks = layout(report);
  const format = report.scan ? 'scan' : extname(report.file).slice(1);
  writeFileSync(join(folder, report.file), await print.get(format)(blocks));
}
writeFileSync(join(folder, notice.file), notice.text);
