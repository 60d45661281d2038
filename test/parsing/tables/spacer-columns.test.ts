import { expect, test } from 'vitest';
import type { Document } from '../../../src/parsing/document.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { readText } from '../../../src/parsing/readers/text.ts';

const rows = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '7', '', '515'],
  ['行政规范性文件', '', '2', '9'],
];
const before = [
  '示例县测试局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '本局依法公开信息。',
  '二、主动公开政府信息情况',
];
const after = '三、收到和处理政府信息公开申请情况';
const tabs = (row: readonly string[]): string => row.map((cell) => `${cell}\t`).join('\t');
const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td><td></td>`).join('');

const ways: Record<string, Document> = {
  'sheet cells, two to a column, pasted as text': readText(
    Buffer.from([...before, ...rows.map(tabs), after].join('\n')),
  ),
  'web page with a blank column behind each': readHtml(
    Buffer.from(
      `${before.map((line) => `<p>${line}</p>`).join('')}<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table><p>${after}</p>`,
    ),
  ),
};

test.each(Object.entries(ways))('%s: blanks that are cells are told from those that are none', (_, document) => {
  const report = parseReport(document);
  const read = Object.entries(report.cells).map(([address, { raw, trust }]) => `${address} ${raw.trim()} ${trust}`);
  expect(read.map((line) => line.replace('disclosures.', '').replace(/(high|medium)$/u, 'sure'))).toEqual([
    'regulations.made 7 sure',
    'regulations.repealed  sure',
    'regulations.inForce 515 sure',
    'normativeDocuments.made  sure',
    'normativeDocuments.repealed 2 sure',
    'normativeDocuments.inForce 9 sure',
  ]);
});
