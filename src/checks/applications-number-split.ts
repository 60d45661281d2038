import type { Words } from '../errors.ts';
import { applicantColumns } from '../report/forms/index.ts';
import { rowName } from '../report/names.ts';
import type { Address, Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { type Repair, repairOf } from './sums/repair.ts';

const kinds: Record<Repair['kind'], Words> = {
  split: { zh: '疑为一个数拆成了两个', en: 'one number seems to be split in two' },
  glued: { zh: '疑为两个数连在一起', en: 'two numbers seem to be glued' },
  lost: { zh: '疑为漏了一格', en: 'a cell seems to be lost' },
};

/** The clean report of 2021 with the row `granted` printed as these tokens. */
function printedAs(tokens: readonly string[], above?: readonly string[]) {
  const subject = example('2021', { cells: row('granted', ...Array.from({ length: 7 }, () => null)) });
  const { applications } = subject.report.tables;
  const place = { line: 70 };
  const rows = applications!.rows
    .filter(({ id }) => id !== 'granted')
    .map((other) => (other.id === 'carriedIn' && above ? { ...other, tokens: [...above] } : other));
  const granted = { id: 'granted', label: '（一）予以公开', tokens: [...tokens], place };
  const tables: Report['tables'] = {
    ...subject.report.tables,
    applications: { ...applications!, rows: [...rows, granted] },
  };
  return { ...subject, report: { ...subject.report, tables } };
}

export default defineCheck({
  id: 'applications-number-split',
  title: { zh: '疑似拆格、粘连、漏格', en: 'Split, glued or lost number' },
  severity: 'warning',
  tags: ['reading'],
  docs: {
    zh: '表三有一行多了或少了一个数，而且只有一种读法能让全部等式成立。依据是表三的勾稽关系。请对照原页，读法无误就用“更正数据”填入；在此之前该行记作未见。同时有两处毛病、或有两种读法时不提出建议。',
    en: 'A row of table 3 has one number too many or too few, and exactly one reading satisfies every sum. It follows from the sums of table 3. Look at the page and enter the row as a correction if the reading is right; until then the row is not found. With two faults, or two readings that fit, nothing is proposed.',
  },
  *run({ report }) {
    const repair = repairOf(report);
    if (!repair) return;
    const rows = [repair.row, ...(repair.neighbour ? [repair.neighbour.row] : [])];
    const tokens = report.tables.applications?.rows.find(({ id }) => id === repair.row)?.tokens ?? [];
    const name = rowName('applications', repair.row);
    const next = repair.neighbour && rowName('applications', repair.neighbour.row);
    const zero = repair.inserted === '0';
    yield {
      origin: 'reading',
      cells: rows.flatMap((id) => applicantColumns.map((column) => `applications.${id}.${column}` as Address)),
      slot: 'applications',
      proposedReading: { row: repair.row, tokens: repair.tokens },
      message: {
        zh: `表三「${name.zh}」印作“${tokens.join(' ')}”共 ${tokens.length} 个数，应有 7 个；${kinds[repair.kind].zh}，按“${repair.tokens.join(' ')}”读${next ? `（「${next.zh}」读作“${repair.neighbour!.tokens.join(' ')}”）` : ''}则全部等式成立${zero ? '，补入的 0 是空白或漏读' : ''}；未采用，请对照原页`,
        en: `Table 3, ${name.en} is printed “${tokens.join(' ')}”, ${tokens.length} numbers where 7 are due; ${kinds[repair.kind].en}, read as “${repair.tokens.join(' ')}”${next ? ` (${next.en} as “${repair.neighbour!.tokens.join(' ')}”)` : ''} every sum holds${zero ? '; the 0 put in is blank or lost and counts as 0' : ''}; not adopted, please look at the page`,
      },
    };
  },
  valid: () => [
    example('2021'),
    // two faults at once: a row too long, and another cell wrong as well
    printedAs(['4', '1', '0', '0', '0', '0', '0', '5'], ['2', '0', '0', '0', '0', '0', '1']),
    // a list number taken for a token leaves no reading that fits
    printedAs(['1', '4', '1', '0', '0', '0', '0', '5']),
  ],
  invalid: () => [
    {
      subject: printedAs(['41', '0', '0', '0', '0', '5']),
      says: [
        '识别存疑，请对照原页：表三「予以公开」印作“41 0 0 0 0 5”共 6 个数，应有 7 个；疑为两个数连在一起，按“4 1 0 0 0 0 5”读则全部等式成立；未采用，请对照原页',
      ],
    },
    {
      subject: printedAs(['4', '1', '0', '0', '0', '5']),
      says: [
        '识别存疑，请对照原页：表三「予以公开」印作“4 1 0 0 0 5”共 6 个数，应有 7 个；疑为漏了一格，按“4 1 0 0 0 0 5”读则全部等式成立，补入的 0 是空白或漏读；未采用，请对照原页',
      ],
    },
    {
      subject: printedAs(['1', '0', '0', '0', '0', '5'], ['1', '0', '0', '0', '0', '0', '14']),
      says: [
        '识别存疑，请对照原页：表三「予以公开」印作“1 0 0 0 0 5”共 6 个数，应有 7 个；疑为两个数连在一起，按“4 1 0 0 0 0 5”读（「上年结转」读作“1 0 0 0 0 0 1”）则全部等式成立；未采用，请对照原页',
      ],
    },
  ],
});
