import type { Words } from '../errors.ts';
import { formOf, forms, type TableId } from '../report/forms/index.ts';
import type { Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { cut } from './wording.ts';

/** Digits, numerals of lists, spaces and punctuation say nothing about a label. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\d\s\p{P}\p{S}]/gu, '')
    .replace(/^[一二三四五六七]+(?=予以|部分|不予|无法|其他|总计|本年|上年|结转)/u, '');

/** A label that is not the form's: with characters doubled or lost, or with so many exchanged. */
interface Slip {
  meant: string;
  exchanged: number;
}

/** Labels of a row in the forms, as printed and bare, and what was made of labels printed before: most reports print them alike. */
interface Label {
  forms: { printed: string; bare: string }[];
  known: Map<string, Slip | undefined>;
}

const labels: Record<'disclosures' | 'applications', Map<string | null, Label>> = {
  disclosures: new Map(),
  applications: new Map(),
};
for (const { id: form } of forms)
  for (const table of ['disclosures', 'applications'] as const)
    for (const { rows } of table === 'disclosures' ? formOf(form).disclosures.blocks : [formOf(form).applications])
      for (const row of rows)
        if (!('group' in row)) {
          const label: Label = labels[table].get(row[0]) ?? { forms: [], known: new Map() };
          label.forms.push({ printed: row[1], bare: bare(row[1]) });
          labels[table].set(row[0], label);
        }

/** Whether `short` is what is left of `long` when some characters are struck out. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/**
 * Whether a label is the form's with characters doubled or lost in its midst. Anything else has another cause: short
 * forms, labels cut by a line or by their own numbers, words of a neighbour, traditional characters.
 */
function slipped(printed: string, wanted: string): boolean {
  const off = Math.abs(printed.length - wanted.length);
  if (off === 0 || off > wanted.length / 4 || printed.length < 4) return false;
  if (printed.length > wanted.length)
    return within(wanted, printed) && [...printed].every((character) => wanted.includes(character));
  return printed[0] === wanted[0] && printed.at(-1) === wanted.at(-1) && within(printed, wanted);
}

/** How many characters differ between labels of one length; 0 where the lengths differ or a label is short. */
const exchangedIn = (printed: string, wanted: string): number =>
  printed.length === wanted.length && printed.length >= 4
    ? [...printed].filter((character, at) => character !== wanted[at]).length
    : 0;

function slipIn(label: string, { forms, known }: Label): Slip | undefined {
  if (known.has(label)) return known.get(label);
  const printed = bare(label);
  const slips = forms.some((each) => each.bare === printed)
    ? []
    : forms.flatMap((each): Slip[] => {
        const exchanged = exchangedIn(printed, each.bare);
        return exchanged > 0 || slipped(printed, each.bare) ? [{ meant: each.printed, exchanged }] : [];
      });
  const [slip] = slips.sort((one, other) => one.exchanged - other.exchanged);
  if (known.size >= 100) known.clear();
  known.set(label, slip);
  return slip;
}

/**
 * Labels that differ from the form's. One exchanged character is told where it is the only one: several are another
 * script or a bad reading, and so may be any in recognised text.
 */
function slips({ tables, source }: Report): Record<'disclosures' | 'applications', Words[]> {
  const found = (['disclosures', 'applications'] as const).flatMap((table) =>
    (tables[table]?.rows ?? []).flatMap(({ id, label }) => {
      const row = labels[table].get(id);
      const slip = row && slipIn(label, row);
      return slip ? [{ table, label, ...slip }] : [];
    }),
  );
  const exchanged = found.reduce((sum, slip) => sum + slip.exchanged, 0);
  const told = found.filter((slip) => slip.exchanged === 0 || (exchanged === 1 && !source.recognised));
  const of = (table: 'disclosures' | 'applications') =>
    told
      .filter((slip) => slip.table === table)
      .map(({ label, meant }) => ({ zh: `“${label}”应为“${meant}”`, en: `“${label}” for “${meant}”` }));
  return { disclosures: of('disclosures'), applications: of('applications') };
}

const labelled = (table: TableId, id: string, label: string, others: Record<string, string> = {}) => {
  const { report } = example('2021');
  const reading = report.tables[table]!;
  const printed: Record<string, string> = { ...others, [id]: label };
  const rows = reading.rows.map((row) => ({ ...row, label: printed[row.id!] ?? row.label }));
  return example('2021', { report: { tables: { ...report.tables, [table]: { ...reading, rows } } } });
};

export default defineCheck({
  id: 'row-label',
  title: { zh: '行标题与标准不符', en: 'Row label differs' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '行标题比表式多出重复的字、中间缺字，或错了一个字。表式由国办通知规定，行标题应照录。数字照常读取，不受影响；可提醒机关改正。通行的简写、换行截断、繁体字、全半角和序号写法不同不提示，识别件里错的字也不提示。',
    en: 'A row label has characters doubled or lost in its midst, or one exchanged. The notice prescribes the labels. The numbers are read all the same; tell the bureau. Usual short forms, labels cut by a line break, traditional characters, width and list marks are not mentioned, nor are wrong characters in recognised text.',
  },
  *run({ report }) {
    const all = slips(report);
    for (const table of ['disclosures', 'applications'] as const) {
      const found = all[table];
      if (!found.length) continue;
      const { zh, en } = cut(found, '；');
      const numeral = { disclosures: { zh: '表二', en: 'Table 2' }, applications: { zh: '表三', en: 'Table 3' } }[
        table
      ];
      yield {
        cells: [],
        slot: table,
        lines: found,
        message: { zh: `${numeral.zh}行标题：${zh}`, en: `${numeral.en}, row labels: ${en}` },
      };
    }
  },
  valid: () => [
    example('2021'),
    labelled('applications', 'partlyGranted', '部分公开'),
    labelled('applications', 'other.unpaid', '2.申请人逾期未按收费通知要求缴纳费'),
    labelled('disclosures', 'normativeDocuments', '规范性文件'),
    // one character differs, as others do: traditional ones
    labelled('applications', 'declined.publication', '3.要求提供公開出版物', {
      'declined.repeated': '2.重複申請',
    }),
  ],
  invalid: () => [
    {
      subject: labelled('applications', 'denied.internal', '5.属于三类内部事务信急'),
      says: ['表三行标题：“5.属于三类内部事务信急”应为“5.属于三类内部事务信息”'],
    },
    {
      subject: labelled('applications', 'declined.excessive', '4.无正当理由由大量反复申请'),
      says: ['表三行标题：“4.无正当理由由大量反复申请”应为“4.无正当理由大量反复申请”'],
    },
    {
      subject: labelled('applications', 'denied.otherLaws', '2.其他法律行政止公开'),
      says: ['表三行标题：“2.其他法律行政止公开”应为“2.其他法律行政法规禁止公开”'],
    },
  ],
});
