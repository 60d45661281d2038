import { type CaseName, issueIn } from '../casework/find-case.ts';
import type { Finding } from '../report/finding.ts';
import { type Address, addressesOf } from '../report/forms/index.ts';
import type { Report } from '../report/report.ts';
import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import type { CorrectableCell } from '../views/issue-forms.ts';
import type { Locale } from '../views/message.ts';
import { say } from '../views/words/say.ts';

/** The cells that the form offers, and those it asks a value for. */
export function choiceOf(file: CaseFile, name: CaseName, chosen: readonly Address[] | undefined, locale: Locale) {
  const issue = issueIn(file, name);
  const about = issue ? cellsOf(issue) : [];
  const offered = about.length ? about : correctableCells(file.report);
  const suspect = issue?.finding.suspect;
  const extra = (chosen ?? []).filter((address) => !offered.includes(address) && chosen?.length === 1);
  const cells = correctable(file.report, [...offered, ...extra], suspect, locale);
  return { cells, chosen: correctable(file.report, chosen ?? offered.slice(0, 1), suspect, locale) };
}

/** The cells an issue rests on, the one that explains it first. */
const cellsOf = ({ finding: { suspect, cells } }: NumberedIssue): Address[] => [
  ...new Set([...(suspect ? [suspect.cell] : []), ...cells]),
];

/** Cells that can be corrected from the summary: totals and table 二, as many as a menu takes. */
const correctableCells = ({ forms: { disclosures, applications, disputes } }: Report): Address[] => [
  ...addressesOf(disclosures === '2019' ? '2019' : '2021', 'disclosures'),
  ...addressesOf(applications ?? '2021', 'applications').filter((address) => address.endsWith('.total')),
  ...addressesOf(disputes ?? '2021', 'disputes'),
];

/** Cells as the form to correct them lists them: what is printed, and what the sums point to. */
function correctable(
  { cells, tables }: Report,
  addresses: readonly Address[],
  suspect: Finding['suspect'],
  locale: Locale,
): CorrectableCell[] {
  return addresses.map((address) => {
    const cell = cells[address];
    const printed = cell?.raw
      ? say(locale, 'form.correct.printed', { printed: cell.raw })
      : say(locale, cell ? 'form.correct.printedBlank' : 'form.correct.printedAbsent');
    const row = rowOf(tables, address);
    return {
      address,
      printed,
      ...(row && { row }),
      ...(suspect?.cell === address && { proposed: suspect.proposed }),
    };
  });
}

/** The printed row that a cell stands in. */
function rowOf(tables: Report['tables'], address: Address): string | undefined {
  const [first, last] = [address.indexOf('.'), address.lastIndexOf('.')];
  const table = tables[address.slice(0, first) as keyof Report['tables']];
  const row = table?.rows.find(({ id }) => id === address.slice(first + 1, last));
  return row && [row.label, ...row.tokens].join(' ');
}
