import type { DisclosureBlock, FormRow } from './form.ts';
import { form2019 } from './form-2019.ts';
import { form2021 } from './form-2021.ts';

/** Every version of the form, oldest first. A new one is a file beside these and a line here. */
export const forms = [form2019, form2021] as const;

type AnyForm = (typeof forms)[number];
export type FormId = AnyForm['id'];
export type TableId = 'disclosures' | 'applications' | 'disputes';
export const tableIds = ['disclosures', 'applications', 'disputes'] as const;

type RowId<R> = R extends readonly [infer Id extends string, string] ? Id : never;
type ColumnId<C> = C extends readonly [infer Id extends string, string] ? Id : never;

/** `licences.decisions`, `fees.amount` …: a block's rows crossed with that block's columns. */
type CellsOf<Block> = Block extends { columns: readonly (infer C)[]; rows: readonly (infer R)[] }
  ? `${RowId<R>}.${ColumnId<C>}`
  : never;

export type ApplicationRow = RowId<AnyForm['applications']['rows'][number]>;
export type Applicant = ColumnId<AnyForm['applications']['columns'][number]>;
export type DisputeRow = RowId<AnyForm['disputes']['rows'][number]>;
export type DisputeColumn = ColumnId<AnyForm['disputes']['columns'][number]>;

/**
 * Address of a cell, `<table>.<row>.<column>`. A row id may contain a dot: the table is the part before the first dot,
 * the column the part after the last one. The same address means the same thing in every form.
 */
export type Address =
  | `disclosures.${CellsOf<AnyForm['disclosures']['blocks'][number]>}`
  | `applications.${ApplicationRow}.${Applicant}`
  | `disputes.${DisputeRow}.${DisputeColumn}`;

/** The form with this id. */
export const formOf = (id: FormId): AnyForm => forms.find((form) => form.id === id)!;

const ids = (rows: readonly FormRow[]): string[] => rows.flatMap((row) => ('group' in row ? [] : [row[0]]));
const cross = (table: TableId, rows: readonly FormRow[], columns: DisclosureBlock['columns']): Address[] =>
  ids(rows).flatMap((row) => columns.map(([column]) => `${table}.${row}.${column}` as Address));

function spellOut(form: AnyForm, table: TableId): Address[] {
  if (table === 'disclosures')
    return form.disclosures.blocks.flatMap((block) => cross(table, block.rows, block.columns));
  return cross(table, form[table].rows, form[table].columns);
}

const addresses = new Map(
  forms.flatMap((form) => tableIds.map((table) => [`${form.id} ${table}`, spellOut(form, table)] as const)),
);

/** Addresses of one table of a form, in printed order. */
export const addressesOf = (form: FormId, table: TableId): readonly Address[] => addresses.get(`${form} ${table}`)!;

/** Row ids of table 三 in printed order: 23 in the 2019 form, 25 in the 2021 form. */
export const applicationRows = (form: FormId): readonly ApplicationRow[] => rowsOfApplications.get(form)!;
const rowsOfApplications = new Map(
  forms.map(({ id, applications }) => [id as FormId, ids(applications.rows) as ApplicationRow[]]),
);

/** Column ids of table 三 in printed order. */
export const applicantColumns: readonly Applicant[] = form2021.applications.columns.map(([id]) => id);
export const disputeRows: readonly DisputeRow[] = form2021.disputes.rows.map(([id]) => id);
export const disputeColumns: readonly DisputeColumn[] = form2021.disputes.columns.map(([id]) => id);

const cellsOfTable3 = new Map(
  [...new Set(forms.flatMap(({ id }) => applicationRows(id)))].map((row) => [
    row as string,
    new Map(applicantColumns.map((column) => [column as string, `applications.${row}.${column}` as Address])),
  ]),
);

/** Address of a cell of table 三, without putting it together anew. */
export const applicationCell = (row: string, column: string): Address =>
  cellsOfTable3.get(row)?.get(column) ?? (`applications.${row}.${column}` as Address);
