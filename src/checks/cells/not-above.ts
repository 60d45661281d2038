import { columnName, rowName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import type { Raised, Unsettled } from '../define-check.ts';
import { numbersAt } from './values.ts';

/** In the rows of rules and documents of the form of 2019, one column must not exceed another. */
export function* notAbove(report: Report, lesser: string, greater: string): Iterable<Raised | Unsettled> {
  for (const row of ['regulations', 'normativeDocuments']) {
    const cells = [lesser, greater].map((column) => `disclosures.${row}.${column}` as Address);
    const values = numbersAt(report, cells);
    if (!Array.isArray(values)) {
      yield values;
      continue;
    }
    const [less, more] = values as [number, number];
    if (less <= more) continue;
    const [name, left, right] = [
      rowName('disclosures', row),
      columnName('disclosures', lesser),
      columnName('disclosures', greater),
    ];
    yield {
      cells,
      slot: `disclosures.${row}`,
      message: {
        zh: `表二${name.zh}：${left.zh} ${less} 件，多于${right.zh} ${more} 件`,
        en: `Table 2, ${name.en}: ${less} ${left.en}, more than ${more} ${right.en}`,
      },
    };
  }
}
