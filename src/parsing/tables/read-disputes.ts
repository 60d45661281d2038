import { type Address, disputeColumns, disputeRows } from '../../report/forms/index.ts';
import type { PrintedRow, Reading } from '../../report/report.ts';
import { scoreAtEnd } from './align.ts';
import { headDoubt, headOf } from './head-order.ts';
import { disputeLabels, hanOf, outcomeLabels, type RowLabel } from './labels.ts';
import { labelled } from './place-rows.ts';
import { hasRunTogether, lacksTotal, missesTotal } from './run-together.ts';
import type { ReadTable } from './table-reader.ts';
import {
  addsUp,
  type Field,
  isBlank,
  isLastAloneBlank,
  isOdd,
  mayHaveSlipped,
  mayLackCell,
  readingOf,
  type ValueRow,
  valuesOf,
} from './value-row.ts';

const width = disputeColumns.length;
const all = width * disputeRows.length;

/**
 * Reads table 四: fifteen values in one row, or rows with a label each; `null` where neither is there. `titled`
 * says that the rows stand under the section's own heading, which makes up for a lost head of the table.
 */
export function readDisputes(
  rows: readonly ValueRow[],
  reader: ReadTable['reader'],
  titled: boolean,
): ReadTable | null {
  const filled = rows.filter((row) => !isBlank(row) || row.fields.length >= all);
  const text = hanOf(rows.flatMap((row) => row.before).join('') + (rows.at(-1)?.after.join('') ?? ''));
  const found = disputeLabels.filter(({ wordings }) => wordings.some((words) => scoreAtEnd(words, text, 0) >= 0.7));
  const cells: Partial<Record<Address, Reading>> = {};
  const remarks: string[] = [];
  const printed: PrintedRow[] = filled.map((row) => ({
    id: null,
    label: row.before.at(-1) ?? '',
    tokens: row.fields.map(({ raw }) => raw.trim()),
    place: row.fields[0]!.place,
  }));
  const [doubtful, unsure]: [Address[], Address[]] = [[], []];
  const isRagged = filled.some(({ ragged }) => ragged);
  const put = (row: number, values: readonly Field[], doubt?: string, bySums = true): void =>
    values.forEach((value, column) => {
      const address = `disputes.${disputeRows[row]}.${disputeColumns[column]}` as Address;
      cells[address] = readingOf(value, reader);
      // Zeros add up wherever they stand.
      const isProven = bySums && addsUp(values) && values.at(-1)!.value !== 0;
      if (tableDoubt || (doubt && !isProven)) doubtful.push(address);
      // A 0 put into the row moves the others over, and every part still adds up.
      if (isRagged) unsure.push(address);
    });
  const tableDoubt =
    headDoubt('disputes', headOf(rows.slice(0, rows.indexOf(filled[0]!) + 1).flatMap((row) => row.before))) ??
    undefined;
  if (tableDoubt) remarks.push(tableDoubt);
  const long = filled.filter((row) => row.fields.length > width * 2);
  const whole = long.map((row) => valuesOf(row, all, long));
  const threes = rowsOfFive(rows.filter((row) => row.cells || !isBlank(row)));
  if (whole.length === 1 && whole[0] && (found.length > 0 || titled)) {
    const parts = disputeRows.map((_, row) => whole[0]!.slice(row * width, (row + 1) * width));
    const beside = long[0]!.ragged || isOdd(long[0]!, all, long) ? 'cells beside the values' : undefined;
    // Where a part before the last lacks its total and another has one, that may be one of the values beside it.
    const isUneven = parts.slice(0, -1).some(lacksTotal) && parts.some((part) => (part.at(-1)!.value ?? 0) > 0);
    const isMoved = lacksTotal(parts.at(-1)!) && addUpMoved(whole[0], parts.length - 1);
    const moved =
      hasRunTogether(whole[0]) || (whole[0].at(-1)!.state === 'blank' && (isUneven || parts.some(missesTotal)))
        ? 'values may have run together, and the last is blank'
        : undefined;
    // Behind a cell too many or too few all values have moved: one part that still adds up does so by chance.
    const bySums = !(beside || moved) || parts.every(addsUp);
    const lastBlank = isLastAloneBlank(whole[0]!) || isMoved;
    disputeRows.forEach((_, row) => {
      const doubt = long[0]!.doubt ?? beside ?? (lastBlank ? 'the last value is blank' : undefined) ?? moved;
      put(row, parts[row]!, doubt, bySums && !(lastBlank && addUpMoved(whole[0]!, row + 1)));
    });
    for (const row of printed)
      if (row.tokens.length === filled.find((r) => r === long[0])!.fields.length) row.id = 'all';
  } else if (long.length === 0 && threes) {
    threes.forEach(({ values, doubt }, row) => {
      put(row, values, doubt);
    });
  } else remarks.push(`rows of ${filled.map((row) => row.fields.length).join(', ')} values, not ${all}`);
  if (Object.keys(cells).length === 0 && (found.length === 0 || filled.length === 0)) return null;
  return {
    reader,
    table: 'disputes',
    form: null,
    decidedBy: [],
    cells,
    doubtful,
    unsure,
    rows: printed,
    labels: { found: found.length, expected: disputeLabels.length },
    place: rows[0]!.fields[0]!.place,
    remarks,
  };
}

/** Whether the parts from one on add up if each of their values stands a cell further left: one before them may be lost. */
const addUpMoved = (values: readonly Field[], from: number): boolean =>
  from < disputeRows.length &&
  disputeRows.slice(from).every((_, at) => {
    const part = values.slice((from + at) * width - 1, (from + at + 1) * width - 1);
    return part.at(-1)!.value !== null && !missesTotal(part);
  });

/** The values of a row, and why they may not be all of it. */
interface Five {
  values: Field[];
  doubt: string | undefined;
}

/** Three rows of five values, each with its own label, in the order of the form; or the same table lying on its side. */
function rowsOfFive(rows: readonly ValueRow[]): Five[] | null {
  const upright = namedRows(rows, disputeLabels, width);
  if (upright) return upright;
  const onItsSide = namedRows(rows, outcomeLabels, disputeRows.length);
  const heads = hanOf(rows[0]?.before.join('') ?? '');
  const inOrder = disputeLabels.every(({ wordings }, at) => {
    const before = at === 0 ? -1 : heads.indexOf(disputeLabels[at - 1]!.wordings[0]!);
    return heads.indexOf(wordings[0]!) > before;
  });
  if (!onItsSide || !inOrder) return null;
  const doubt = onItsSide.find((outcome) => outcome.doubt)?.doubt;
  return disputeRows.map((_, row) => ({ values: onItsSide.map(({ values }) => values[row]!), doubt }));
}

/** The values of the rows with these labels, all of them in this order; `null` otherwise. */
function namedRows(rows: readonly ValueRow[], labels: readonly RowLabel[], count: number): Five[] | null {
  const named = rows.flatMap((row) => {
    const words = hanOf(row.before.join(''));
    const at = labels.findIndex(({ wordings }) =>
      wordings.some((wording) => scoreAtEnd(wording, words.slice(-wording.length - 6), 0.05) >= labelled),
    );
    const values = valuesOf(row, count, rows);
    return at >= 0 && values ? [{ at, row, values }] : [];
  });
  if (named.length !== labels.length || named.some(({ at }, row) => at !== row)) return null;
  return named.map(({ row, values }) => {
    const moved = row.ragged || mayHaveSlipped(values) || mayLackCell(row, values, rows) || hasRunTogether(values);
    return { values, doubt: row.doubt ?? (moved ? 'only the last value is blank' : undefined) };
  });
}
