import { z } from 'zod';
import { isAddress, partsOf } from '../report/address.ts';
import type { Finding } from '../report/finding.ts';
import { fingerprint } from '../report/fingerprint.ts';
import { addressesOf } from '../report/forms/index.ts';
import type { Address, Report } from '../report/report.ts';
import type { CaseFile, NewCorrection } from '../store/case-store.ts';
import { nameOf, noteLimit } from './decide.ts';
import { type CaseName, findCase, issueIn } from './find-case.ts';
import type { Office } from './office.ts';
import { badDecision, cellBeaten, notANumber, noteTooLong, notWhole } from './refusals.ts';
import { mustAct } from './rights.ts';

/** What a person wants to lay over a report: values as typed, by cell, and on what they rest. */
const wishSchema = z.object({
  values: z.record(z.string(), z.string()),
  basis: z.enum(['misread', 'answered']),
  note: z.string().trim().optional(),
});
export type Wish = z.infer<typeof wishSchema>;

/** A number as a person types it: full-width digits and thousands separators are fine. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

/** The value of one cell as typed. Amounts may have decimals, changes of items may be negative, all else is counted. */
export function valueFor(address: Address, text: string): number {
  const value = numberIn(text);
  if (value === undefined) throw notANumber();
  const { column } = partsOf(address);
  if ((column !== 'amount' && !Number.isInteger(value)) || (column !== 'itemsChange' && value < 0)) throw notWhole();
  return value;
}

/** The cells of a printed row in the form that the report follows. */
export function rowCells({ forms, cells }: Report, address: Address): Address[] {
  const { table, row } = partsOf(address);
  const form = forms[table];
  const known = addressesOf(form === '2019' ? '2019' : '2021', table);
  return [...new Set([...known, ...(Object.keys(cells) as Address[])])].filter((other) => {
    const parts = partsOf(other);
    return parts.table === table && parts.row === row;
  });
}

/**
 * What is still found with these values, before anything is saved: the issue itself where it would stay. Throws
 * `E-CELL-BEATEN` where somebody corrected one of the cells after `seen`: then there is nothing to foresee.
 */
export async function foresee(
  office: Office,
  file: CaseFile,
  wish: Wish,
  name: CaseName,
  seen: number,
): Promise<Finding | undefined> {
  const quicker = file.acts.slice(seen).find((act) => act.act === 'correct' && act.address in wish.values);
  if (quicker?.act === 'correct') throw cellBeaten(await nameOf(office, quicker.by), quicker.value);
  const issue = issueIn(file, name);
  if (!issue) return undefined;
  const findings = await office.store.cases.preview(file, correctionsOf(wish));
  return findings.find((finding) => fingerprint(file.bureauKey, file.year, finding) === issue.id);
}

/**
 * Lays values over cells in somebody's name and checks the report again. Throws where the person may not, where a value
 * is no number for its cell, and `E-CELL-BEATEN` where somebody corrected one of the cells after `seen`.
 */
export async function correct(
  office: Office,
  by: string,
  name: CaseName,
  wish: Wish,
  seen?: number,
): Promise<CaseFile> {
  const file = await findCase(office.store, name);
  await mustAct(office, by, file);
  const issue = issueIn(file, name);
  const corrections = correctionsOf(wish).map((one) => ({ ...one, ...(issue && { issue: issue.id }) }));
  const result = await office.store.cases.correct(file, corrections, { by, seen: seen ?? file.seen });
  if (result.outcome === 'beaten' && result.first.act === 'correct')
    throw cellBeaten(await nameOf(office, result.first.by), result.first.value);
  return result.file;
}

function correctionsOf(wish: Wish): NewCorrection[] {
  const parsed = wishSchema.safeParse(wish);
  if (!parsed.success) throw badDecision();
  const { values, basis, note } = parsed.data;
  if (note && [...note].length > noteLimit) throw noteTooLong(noteLimit);
  const corrections = Object.entries(values).map(([address, text]) => {
    if (!isAddress(address)) throw badDecision();
    return { address, value: valueFor(address, text), basis, ...(note && { note }) };
  });
  if (!corrections.length) throw notANumber();
  return corrections;
}
