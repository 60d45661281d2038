import type { Words } from '../errors.ts';
import { tableIds } from '../report/forms/index.ts';
import { cellName } from '../report/names.ts';
import type { Address, Cell, Report } from '../report/report.ts';
import { cellsOf, countIn } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { applicationSums, disputeSums } from './sums/sum-findings.ts';
import { cut } from './wording.ts';

const printed = ({ raw, state }: { raw: string; state: string }) => (state === 'blank' ? '空白' : raw);
const printedEn = ({ raw, state }: { raw: string; state: string }) => (state === 'blank' ? 'blank' : raw);

/** A cell and what each reader made of it. */
function line(address: Address, cell: Cell): Words {
  const name = cellName(address);
  const others = cell.readings ?? [];
  return others.length
    ? {
        zh: `${name.zh}读作 ${[...new Set(others.map(printed))].join(' 或 ')}`,
        en: `${name.en} reads ${[...new Set(others.map(printedEn))].join(' or ')}`,
      }
    : { zh: `${name.zh} ${printed(cell)}`, en: `${name.en} ${printedEn(cell)}` };
}

/**
 * Cells whose digits the sums bear out. Sums prove values and not rows, so they settle a doubt about digits
 * (recognised text, one reading) and never one about where a number belongs.
 */
function borneOut(report: Report): Set<Address> {
  if (!report.source.recognised) return new Set();
  const verdicts = [...applicationSums(report).verdicts, ...disputeSums(report).verdicts];
  const all = (outcome: 'holds' | 'other') =>
    verdicts
      .filter((verdict) => (verdict.outcome === 'holds') === (outcome === 'holds'))
      .flatMap(({ identity }) => [...identity.left, ...identity.right]);
  const open = new Set(all('other'));
  return new Set(all('holds').filter((address) => !open.has(address) && !report.cells[address]?.readings));
}

export default defineCheck({
  id: 'reading-doubtful',
  title: { zh: '读数存疑', en: 'Reading in doubt' },
  severity: 'warning',
  tags: ['reading'],
  docs: {
    zh: '这些格的数字没有第二种读法佐证，或两种读法不一致。依据是读取过程本身，与机关无关。请对照原页，读错的用“更正数据”改。扫描件中被全部等式证实的数字只作提示。',
    en: 'No second way of reading bears these numbers out, or two ways differ. It comes from the reading itself and says nothing of the bureau. Look at the page and correct what was misread. In a scan, numbers that every sum bears out are only a note.',
  },
  *run({ report }) {
    let settled: Set<Address> | undefined;
    for (const table of tableIds) {
      const { inDoubt: found } = cellsOf(report, table);
      if (!found.length) continue;
      settled ??= borneOut(report);
      const proven = settled;
      const groups = [
        { cells: found.filter(({ address }) => !proven.has(address)), lowered: undefined },
        {
          cells: found.filter(({ address }) => proven.has(address)),
          lowered: { zh: '各等式均相符', en: 'every sum through them holds' },
        },
      ];
      for (const { cells, lowered } of groups) {
        if (!cells.length) continue;
        const lines = cells.map(({ address, cell }) => line(address, cell));
        const all = cut(lines);
        const count = countIn(table, cells.length);
        yield {
          origin: 'reading',
          cells: cells.map(({ address }) => address),
          slot: lowered ? `${table}.settled` : table,
          lines,
          ...(lowered && { lowered }),
          message: lowered
            ? { zh: `${count.zh}由识别得出，各等式均相符`, en: `${count.en} recognised, and every sum holds` }
            : { zh: `${count.zh}待确认：${all.zh}`, en: `${count.en} to confirm: ${all.en}` },
        };
      }
    }
  },
  valid: () => [
    example('2021'),
    example('2021', { cells: { 'disclosures.fees.amount': { value: 973.93, trust: 'medium' } } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: {
          'disclosures.penalties.decisions': { value: 44, trust: 'low' },
          'disputes.reconsideration.upheld': {
            value: 1,
            trust: 'low',
            readings: [
              { value: 1, raw: '1', state: 'number', place: { page: 3, reader: 'grid' } },
              { value: 7, raw: '7', state: 'number', place: { page: 3, reader: 'text' } },
            ],
          },
        },
      }),
      says: [
        '识别存疑，请对照原页：表二有 1 格待确认：表二「行政处罚」处理决定数量 44',
        '识别存疑，请对照原页：表四有 1 格待确认：表四「行政复议」结果维持读作 1 或 7',
      ],
    },
    {
      subject: example('2021', {
        cells: { 'applications.granted.person': { value: 4, trust: 'low' } },
        report: { source: { format: 'image', pages: 1, recognised: true } },
      }),
      says: ['识别存疑，请对照原页：表三有 1 格由识别得出，各等式均相符'],
    },
  ],
});
