import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { example } from '../src/checks/example.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import { parseReport } from '../src/parsing/parse-report.ts';
import { addressesOf, applicantColumns } from '../src/report/forms/index.ts';
import { documentOf } from './parsing/text/document-of.ts';

const written = readFileSync(join(import.meta.dirname, 'honest-reports.md'), 'utf8');
const reports = written
  .split('\n## ')
  .slice(1)
  .map((report) => report.split('\n').filter((line) => line !== ''))
  .map(([bureau, ...lines]) => [bureau!, lines.map((line) => line.slice('- '.length))] as const);

const zeros = Object.fromEntries(
  (['disclosures', 'applications', 'disputes'] as const).flatMap((table) =>
    addressesOf('2021', table).map((address) => [address, 0]),
  ),
);
const outcomes = ['upheld', 'corrected', 'other', 'pending'];

/** The cells of a line: `applications.granted 4 0 0 0 0 0`, its total added up, or `disclosures.licences.decisions 12`. */
function cellsOf(line: string): [string, number][] {
  const [row, ...printed] = line.split(' ');
  const values = printed.map(Number);
  if (row!.startsWith('disclosures.')) return [[row!, values[0]!]];
  const columns = row!.startsWith('disputes.') ? outcomes : applicantColumns.slice(0, 6);
  const sum = values.reduce((all, value) => all + value, 0);
  return [...columns.map((column, at): [string, number] => [`${row}.${column}`, values[at]!]), [`${row}.total`, sum]];
}

test.each(reports)('%s contradicts none of its tables', (bureau, lines) => {
  const part = (numeral: string) => lines.filter((line) => line.startsWith(`${numeral} `)).map((line) => line.slice(2));
  const read = parseReport(
    documentOf(
      `${bureau}2023年政府信息公开工作年度报告`,
      '依据《中华人民共和国政府信息公开条例》编制，统计期限为2023年1月1日至12月31日。电话：0951-6000000。',
      '一、总体情况',
      ...part('一').map((text) => text.replace(/情况。$/u, '情况。落实相关制度，规范开展工作。')),
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      ...part('四'),
      '五、存在的主要问题及改进情况',
      ...part('五'),
      '六、其他需要报告的事项',
      ...part('六'),
    ),
  );
  const cells = Object.fromEntries(lines.filter((line) => /^[a-z]/.test(line)).flatMap(cellsOf));
  const { cells: printed, forms, tables } = example('2021', { cells: { ...zeros, ...cells } }).report;
  const { findings } = runChecks({ report: { ...read, cells: printed, forms, tables } });
  expect(findings.flatMap(({ severity, message }) => (severity === 'note' ? [] : [message.zh]))).toEqual([]);
});
