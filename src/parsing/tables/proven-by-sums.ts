import { type Address, applicantColumns, applicationRows } from '../../report/forms/index.ts';
import type { Report } from '../../report/report.ts';

/** Rows of table 三 that are no outcome of a request. */
const frame = ['received', 'carriedIn', 'concluded', 'carriedOut'];

/**
 * Cells of table 三 whose recognised digits the sums prove. All cells must be numbers and all sums of rows and columns
 * must hold. One digit misread everywhere in the same way can still leave 1 = 1 as 7 = 7, so a number is proven only by a
 * sum with several parts, and a zero only in a table that counts something. A number equal to proven ones in its sums of
 * one part is proven with them.
 */
export function provenBySums({ forms, cells }: Pick<Report, 'forms' | 'cells'>): Set<Address> {
  const proven = new Set<Address>();
  if (!forms.applications) return proven;
  const rows = applicationRows(forms.applications);
  const at = (row: string, column: string) => `applications.${row}.${column}` as Address;
  const all = rows.flatMap((row) => applicantColumns.map((column) => at(row, column)));
  if (all.some((address) => cells[address]?.state !== 'number')) return proven;
  const value = (address: Address): number => cells[address]!.value!;

  const parts = applicantColumns.filter((column) => column !== 'total');
  const sums: { of: Address[]; to: Address[] }[] = [
    ...rows.map((row) => ({ of: parts.map((column) => at(row, column)), to: [at(row, 'total')] })),
    ...applicantColumns.flatMap((column) => [
      { of: rows.filter((row) => !frame.includes(row)).map((row) => at(row, column)), to: [at('concluded', column)] },
      {
        of: [at('received', column), at('carriedIn', column)],
        to: [at('concluded', column), at('carriedOut', column)],
      },
    ]),
  ];
  const add = (addresses: readonly Address[]) => addresses.reduce((sum, address) => sum + value(address), 0);
  if (sums.some(({ of, to }) => add(of) !== add(to))) return proven;
  if (value(at('concluded', 'total')) === 0) return proven;

  for (const address of all) if (value(address) === 0) proven.add(address);
  const counting = sums.map(({ of, to }) => [...of, ...to].filter((address) => value(address) !== 0));
  for (const { of, to } of sums) {
    const [left, right] = [of, to].map((side) => side.filter((address) => value(address) !== 0)) as [
      Address[],
      Address[],
    ];
    if (left.length > 1 || right.length > 1) for (const address of [...left, ...right]) proven.add(address);
  }
  for (let grown = -1; grown !== proven.size; ) {
    grown = proven.size;
    for (const sum of counting)
      if (sum.length === 2 && sum.some((address) => proven.has(address)))
        for (const address of sum) proven.add(address);
  }
  return proven;
}
