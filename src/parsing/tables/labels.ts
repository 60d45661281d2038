import type { FormRow } from '../../report/forms/form.ts';
import { type FormId, formOf, forms } from '../../report/forms/index.ts';
import { normalise } from '../text/normalise.ts';
import { remembered } from '../text/remembered.ts';

/** A row of the form with every wording it is known by, reduced to Han characters. */
export interface RowLabel {
  id: string;
  wordings: readonly string[];
}

/** Shorter or other wordings that real reports print for a row, by row id. */
const otherWordings: Record<string, readonly string[]> = {
  received: ['本年新收政府信息公开申请'],
  carriedIn: ['上年结转政府信息公开申请'],
  partlyGranted: ['（二）部分公开'],
  'other.uncorrected': ['1.逾期不补正', '申请人逾期不补正'],
  'other.unpaid': ['2.逾期不缴费', '申请人逾期不缴纳费用'],
  carriedOut: ['结转下年度继续办理'],
  normativeDocuments: ['行政规范性文件', '规范性文件'],
};

/** The Han characters of a text, folded and simplified: what labels are compared by. */
export const hanOf = remembered((text) => normalise(text).replace(/[^\p{Script=Han}]+/gu, ''));

const known = new Map<string, RowLabel>();

/** The same object for the same row in every form that prints it alike. */
function labelOf([id, printed]: readonly [string, string]): RowLabel {
  const key = `${id} ${printed}`;
  const label = known.get(key) ?? { id, wordings: [...new Set([printed, ...(otherWordings[id] ?? [])].map(hanOf))] };
  known.set(key, label);
  return label;
}

const printedRows = (rows: readonly FormRow[]) => rows.flatMap((row) => ('group' in row ? [] : [row]));

const labelsOfForms = new Map(
  forms.map(({ id, applications }) => [id, printedRows(applications.rows).map((row) => labelOf(row))]),
);

/** Labels of table 三 in printed order. */
export const applicationLabels = (form: FormId): readonly RowLabel[] => labelsOfForms.get(form)!;

const headingsIn = new Map(
  forms.map(({ id, applications }) => [
    applicationLabels(id),
    applications.rows.flatMap((row) => ('group' in row ? [hanOf(row.group)] : [])),
  ]),
);

/** Headings of the groups of rows in the form of these labels of table 三, as Han characters. */
export const groupHeadings = (labels: readonly RowLabel[]): readonly string[] => headingsIn.get(labels) ?? [];

/**
 * Headings that stand over each row of table 三, by its label: the part of the table and, where the row is numbered below
 * it, the ground. As Han characters, with a blank between them.
 */
const headingsOver = new Map<RowLabel, string>();
for (const { applications } of forms) {
  let over: string[] = [];
  for (const row of applications.rows) {
    const printed = 'group' in row ? row.group : row[1];
    const depth = /^（/u.test(printed) ? 1 : /^\d/u.test(printed) ? 2 : 0;
    over = over.slice(0, depth);
    if ('group' in row) over.push(hanOf(row.group));
    else headingsOver.set(labelOf(row), over.join(' '));
  }
}

/** The headings over the row of this label of table 三, or none. */
export const headingsOf = (label: RowLabel): string => headingsOver.get(label) ?? '';

/** Heads of the columns of table 三, which all forms print alike. */
export const applicantHeads: readonly string[] = formOf('2021').applications.columns.map(([, header]) => header);

/** Labels of table 四. */
export const disputeLabels: readonly RowLabel[] = formOf('2021').disputes.rows.map((row) => labelOf(row));

/** Column headers of table 四, which are row labels where the table lies on its side. */
export const outcomeLabels: readonly RowLabel[] = formOf('2021').disputes.columns.map((column) => labelOf(column));

/** A block of table 二 in one form: its columns and the rows under them. */
export interface BlockLabels {
  form: FormId;
  columns: readonly { id: string; words: string }[];
  /** All column headers as one string. */
  header: string;
  /** The same with and without the notes in brackets. */
  headers: readonly string[];
  rows: readonly RowLabel[];
}

export const disclosureBlocks: readonly BlockLabels[] = forms.flatMap((form) =>
  form.disclosures.blocks.map((block) => {
    const columns = block.columns.map(([id, words]) => ({ id, words }));
    const printed = columns.map(({ words }) => words).join('');
    return {
      form: form.id,
      columns,
      header: hanOf(printed),
      headers: [...new Set([printed, printed.replace(/（[^）]*）/gu, '')].map(hanOf))],
      rows: block.rows.map((row) => labelOf(row)),
    };
  }),
);
