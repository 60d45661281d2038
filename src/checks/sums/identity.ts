import type { Words } from '../../errors.ts';
import {
  type Address,
  applicantColumns,
  applicationRows,
  disputeRows,
  type FormId,
  forms,
} from '../../report/forms/index.ts';
import { columnName, rowName } from '../../report/names.ts';

/** The checks that state a sum over tables 三 and 四, in the order in which one of them speaks for the others. */
export const sumChecks = [
  'applications-balance',
  'applications-results',
  'applications-row-total',
  'disputes-total',
] as const;
export type SumCheck = (typeof sumChecks)[number];

/** One equation between printed cells: the cells on the left add up to what those on the right add up to. */
export interface Identity {
  check: SumCheck;
  /** What it runs over: a column (自然人) or a row (行政复议). */
  name: Words;
  left: readonly Address[];
  right: readonly Address[];
}

const cell = (row: string, column: string) => `applications.${row}.${column}` as Address;

/** Rows of table 三 that hold the outcome of a request: everything between the received and the concluded ones. */
export const resultRows = (form: FormId): readonly string[] => results.get(form)!;
const results = new Map(
  forms.map(({ id }): [FormId, string[]] => [
    id,
    applicationRows(id).filter((row) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(row)),
  ]),
);

/**
 * The sums of table 三: 7 balances, 7 sums of results, and one total for each row (23 in 2019, 25 in 2021). Where the
 * form is not known, those that every form has: not the results, which are other rows in each.
 */
export const applicationIdentities = (form: FormId | null): readonly Identity[] =>
  form === null ? shared : identities.get(form)!;

function identitiesOf(form: FormId): Identity[] {
  const results = resultRows(form);
  const parts = applicantColumns.filter((column) => column !== 'total');
  return [
    ...applicantColumns.map(
      (column): Identity => ({
        check: 'applications-balance',
        name: columnName('applications', column),
        left: [cell('received', column), cell('carriedIn', column)],
        right: [cell('concluded', column), cell('carriedOut', column)],
      }),
    ),
    ...applicantColumns.map(
      (column): Identity => ({
        check: 'applications-results',
        name: columnName('applications', column),
        left: results.map((row) => cell(row, column)),
        right: [cell('concluded', column)],
      }),
    ),
    ...applicationRows(form).map(
      (row): Identity => ({
        check: 'applications-row-total',
        name: rowName('applications', row),
        left: parts.map((column) => cell(row, column)),
        right: [cell(row, 'total')],
      }),
    ),
  ];
}

/** The three sums of table 四. */
export const disputeIdentities: readonly Identity[] = disputeRows.map((row) => ({
  check: 'disputes-total',
  name: rowName('disputes', row),
  left: (['upheld', 'corrected', 'other', 'pending'] as const).map((column) => `disputes.${row}.${column}` as const),
  right: [`disputes.${row}.total`],
}));

/** Built once: the equations depend on nothing but the form. */
const identities = new Map(forms.map(({ id }) => [id, identitiesOf(id)]));

const equation = ({ left, right }: Identity): string => `${left}=${right}`;
const [first, ...others] = [...identities.values()];
const shared = first!.filter((identity) =>
  others.every((all) => all.some((other) => equation(other) === equation(identity))),
);
