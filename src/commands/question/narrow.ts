import { partsOf } from '../../report/address.ts';
import type { FactChannel } from '../../report/fact.ts';
import { type Address, type Applicant, type DisputeColumn, disputeRows } from '../../report/forms/index.ts';
import { namedMeasure } from '../../report/measures/catalogue.ts';
import type { Measure } from '../../report/measures/measure.ts';
import { textMeasure } from '../../report/measures/text-measures.ts';
import { columnName } from '../../report/names.ts';

/** The same sums in another column of their table: 新收申请 of 自然人. `null` where the measure is of another table. */
function inColumn(measure: Measure, table: 'applications' | 'disputes', column: string): Measure | null {
  const fits = !measure.said && measure.sums.every((sum) => sum.every((address) => partsOf(address).table === table));
  if (!fits) return null;
  const moved = (sums: Measure['sums']) =>
    sums.map((sum) => sum.map((address) => `${table}.${partsOf(address).row}.${column}` as Address));
  const name = columnName(table, column);
  return {
    ...measure,
    id: `${measure.id}:${column}`,
    title: { zh: `${measure.title.zh} · ${name.zh}`, en: `${measure.title.en}: ${name.en}` },
    sums: moved(measure.sums),
    ...(measure.of ? { of: moved(measure.of) } : {}),
  };
}

/** All three rows of table 四 in one column: 结果纠正 without saying of what. */
const anyDispute = (column: DisputeColumn): Measure => {
  const name = columnName('disputes', column);
  return {
    id: `disputes:${column}`,
    title: { zh: `复议诉讼 · ${name.zh}`, en: `Disputes: ${name.en}` },
    unit: 'count',
    sums: [disputeRows.map((row): Address => `disputes.${row}.${column}`)],
    words: [],
  };
};

/** Measures narrowed by a kind of applicant, an outcome or a channel that stands with them. */
export function narrowed(
  measures: readonly Measure[],
  columns: readonly { applicant?: Applicant; outcome?: DisputeColumn; channel?: FactChannel }[],
): Measure[] {
  let list = [...measures];
  for (const { applicant, outcome, channel } of columns) {
    if (channel) {
      const inChannel = textMeasure(`published/${channel}`);
      const whole = list.findIndex(({ said }) => said === 'published');
      if (whole >= 0) list[whole] = inChannel;
      else if (list.length === 0 || list.every(({ said }) => said?.startsWith('published'))) list.push(inChannel);
      continue;
    }
    const table = applicant ? 'applications' : 'disputes';
    const column = applicant ?? outcome!;
    const moved = list.map((measure) => inColumn(measure, table, column));
    if (moved.some((measure) => measure !== null)) list = list.map((measure, index) => moved[index] ?? measure);
    else
      list.push(applicant ? inColumn(namedMeasure('applications'), 'applications', applicant)! : anyDispute(outcome!));
  }
  return list;
}
