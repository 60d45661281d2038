import type { Words } from '../errors.ts';
import type { Fact } from '../report/fact.ts';
import type { Address, DisputeRow } from '../report/forms/index.ts';
import { cellName } from '../report/names.ts';
import type { Report } from '../report/report.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { disputeRowsOf } from './narrative/disputes.ts';
import { ownFacts } from './narrative/facts-of.ts';
import { cut } from './wording.ts';

const every: readonly DisputeRow[] = ['reconsideration', 'litigation', 'litigationAfterReconsideration'];

/** The rows a claim is about: the kind it names, else the kinds counted in its sentence, else all. */
function rowsOf(fact: Fact, { facts }: Report): readonly DisputeRow[] {
  if (fact.column === 'lawsuits' || fact.column === 'reconsiderations') return disputeRowsOf[fact.column]!;
  if (fact.subject === 'neverCorrected' && /败诉/.test(fact.sentence) && !/复议/.test(fact.sentence))
    return disputeRowsOf.lawsuits!;
  const named = facts.filter(({ sentence, subject }) => sentence === fact.sentence && disputeRowsOf[subject]);
  const rows = new Set(named.flatMap(({ subject }) => disputeRowsOf[subject]!));
  return rows.size > 0 ? [...rows] : every;
}

/** Outcomes that must be 0 for the claim to hold. */
const columnsOf = ({ subject, of }: Fact): readonly string[] =>
  subject === 'neverCorrected'
    ? ['corrected']
    : of === '已审结'
      ? ['corrected', 'other']
      : ['corrected', 'other', 'pending'];

export default defineCheck({
  id: 'narrative-all-upheld',
  title: { zh: '均获维持', en: 'All upheld in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写均获维持，所说各类的结果纠正、其他结果、尚未审结就都应是 0；写零败诉、未被纠错的，只要结果纠正是 0。这样的话概括的是表四的结果。对照原文，看是写得过满还是表格填错。写明已审结的均维持时，不看尚未审结；零败诉也不看尚未审结。',
    en: 'All upheld means that corrected, other and pending are 0 for the disputes spoken of; never corrected or no case lost only needs corrected to be 0. Such words sum up the outcomes of table 4. Look up whether they say too much or the table is wrong. Where only decided cases are meant, and for no case lost, pending ones do not matter.',
  },
  *run({ report }) {
    const lines: Words[] = [];
    const cells = new Set<Address>();
    const contradicted: Fact[] = [];
    for (const fact of ownFacts(report, 'allUpheld', 'neverCorrected')) {
      const addresses = rowsOf(fact, report).flatMap((row) =>
        columnsOf(fact).map((column) => `disputes.${row}.${column}` as Address),
      );
      const against = addresses.filter((address) => (report.cells[address]?.value ?? 0) > 0);
      if (against.length === 0) {
        const seen = addresses.some((address) => report.cells[address] !== undefined);
        if (!seen) yield notAssessed('absent', '表四未见，无法对照', 'Table 4 was not found');
        continue;
      }
      contradicted.push(fact);
      for (const address of against) cells.add(address);
      const names = cut(
        against.map((address) => ({
          zh: `${cellName(address).zh} ${report.cells[address]!.value}`,
          en: `${cellName(address).en} ${report.cells[address]!.value}`,
        })),
      );
      lines.push(
        fact.subject === 'allUpheld'
          ? { zh: `正文写均获维持，${names.zh}`, en: `The text says all were upheld; ${names.en}` }
          : { zh: `正文写没有败诉或被纠错，${names.zh}`, en: `The text says none was lost or corrected; ${names.en}` },
      );
    }
    if (lines.length === 0) return;
    yield {
      cells: [...cells],
      slot: `${contradicted[0]!.section}.allUpheld`,
      message: cut(lines, '；'),
      evidence: contradicted.map(quoteOf),
    };
  },
  valid: () => [
    example('2021', {
      cells: { 'disputes.reconsideration.pending': 0, 'disputes.reconsideration.upheld': 2 },
      facts: [{ subject: 'allUpheld', value: null, unit: '' }],
    }),
    // those decided were upheld, one is pending
    example('2021', { facts: [{ subject: 'allUpheld', value: null, unit: '', of: '已审结' }] }),
    // no case lost, though one is pending
    example('2019', { facts: [{ subject: 'neverCorrected', value: null, unit: '' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'allUpheld', value: null, unit: '', sentence: '行政复议均获维持。' }],
      }),
      says: ['正文写均获维持，表四「行政复议」尚未审结 1'],
    },
    {
      subject: example('2021', {
        cells: {
          'disputes.litigationAfterReconsideration.upheld': 0,
          'disputes.litigationAfterReconsideration.corrected': 1,
        },
        facts: [{ subject: 'neverCorrected', value: null, unit: '', column: 'lawsuits' }],
      }),
      says: ['正文写没有败诉或被纠错，表四「复议后起诉」结果纠正 1'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'disputes', null),
        facts: [{ subject: 'allUpheld', value: null, unit: '' }],
      }),
      code: 'absent',
    },
  ],
});
