import { nameOf, partsOf } from '../../report/address.ts';
import { addressesOf } from '../../report/forms/index.ts';
import { allAddresses, cellMeasure } from '../../report/measures/catalogue.ts';
import { figureOf, type Measure } from '../../report/measures/measure.ts';
import { columnName, rowName, tableName } from '../../report/names.ts';
import type { Address } from '../../report/report.ts';
import type { YearRow } from '../../store/store.ts';
import { figureText, measureTitle, noNumberText } from '../../views/figure.ts';
import type { Locale } from '../../views/message.ts';
import { listText, say } from '../../views/words/say.ts';
import { inTurns } from './in-turns.ts';
import type { Column, Sheet, Value } from './sheet.ts';

const identity: readonly Column[] = [
  { id: 'bureau', title: { zh: '机关', en: 'Bureau' }, width: 28 },
  { id: 'region', title: { zh: '地区', en: 'Region' }, width: 24 },
  { id: 'year', title: { zh: '年度', en: 'Year' }, width: 8 },
];
const provenance: readonly Column[] = [
  { id: 'doubtful', title: { zh: '待核的数', en: 'In doubt' }, width: 24 },
  { id: 'corrected', title: { zh: '更正过的数', en: 'Corrected' }, width: 30 },
  { id: 'open', title: { zh: '待核事项', en: 'Issues open' }, width: 10 },
  { id: 'form', title: { zh: '表式', en: 'Form' }, width: 10 },
  { id: 'file', title: { zh: '来源文件', en: 'File' }, width: 36 },
  { id: 'version', title: { zh: '版本', en: 'Version' }, width: 8 },
];

/** The cells that a summary of many reports has: tables 二 and 四 in full, of table 三 the column 总计. */
function summaryCells(rows: readonly YearRow[]): Address[] {
  const usual = new Set([...addressesOf('2021', 'disclosures'), ...addressesOf('2021', 'disputes')]);
  return allAddresses.filter((address) => {
    const { table, column } = partsOf(address);
    if (table === 'applications') return column === 'total' && (inForm2021.has(address) || anyHas(rows, address));
    return usual.has(address) || anyHas(rows, address);
  });
}
const inForm2021: ReadonlySet<Address> = new Set(addressesOf('2021', 'applications'));
const anyHas = (rows: readonly YearRow[], address: Address): boolean =>
  rows.some((row) => row.cell(address) !== undefined);

const cellColumn = (address: Address): Column => {
  const { table, row, column } = partsOf(address);
  const [name, head] = [rowName(table, row), columnName(table, column)];
  const group =
    table === 'applications'
      ? { zh: '表三（总计列）', en: 'Table 3 (totals)' }
      : { zh: `${tableName(table).zh} ${name.zh}`, en: `${tableName(table).en}: ${name.en}` };
  const money = column === 'amount' ? (row === 'fees' ? '（万元）' : '（元）') : '';
  const title = table === 'applications' ? name : { zh: head.zh + money, en: head.en };
  return { id: address, title, group, width: table === 'applications' ? 14 : 10 };
};

interface Scope {
  rows: readonly YearRow[];
  /** The measures asked for; none for the whole form. */
  measures: readonly Measure[];
  locale: Locale;
  /** Why the sums may count something twice. */
  overlaps?: readonly string[];
}

/**
 * A row a report, its columns as in the summary that bureaus hand upwards: the two tables and the totals of the third;
 * or only the measures asked for. What is not a number says why, and is in no sum.
 */
export async function summarySheet({ rows, measures, locale, overlaps = [] }: Scope): Promise<Sheet> {
  const chosen: { column: Column; measure: Measure }[] =
    measures.length > 0
      ? measures.map((measure) => ({
          column: {
            id: measure.id,
            title: { zh: measureTitle(measure, 'zh'), en: measureTitle(measure, 'en') },
            width: 16,
          },
          measure,
        }))
      : summaryCells(rows).map((address) => ({ column: cellColumn(address), measure: cellMeasure(address) }));
  const sums = chosen.map(() => ({ sum: 0, count: 0 }));
  const body = await inTurns(rows, (row): Value[] => {
    const doubtful: string[] = [];
    const corrected: string[] = [];
    const values = chosen.map(({ measure }, index): Value => {
      const figure = figureOf(row, measure);
      if (figure.state !== 'number') return noNumberText(figure.state, locale);
      sums[index]!.sum += figure.value;
      sums[index]!.count++;
      const about = figure.precision ? say(locale, `said.${figure.precision}`, { number: figure.value }) : '';
      if (figure.doubtful || about) doubtful.push(`${shortName(measure, locale)}${about && ` ${about}`}`);
      if (figure.corrected)
        corrected.push(
          `${shortName(measure, locale)} ${figureText({ ...figure, doubtful: false }, measure.unit, { locale, exact: true })}`,
        );
      const value = Number(figure.value.toFixed(6));
      return figure.doubtful || about
        ? { value, mark: 'doubtful' }
        : figure.corrected
          ? { value, mark: 'corrected' }
          : value;
    });
    const { bureau, regionPath, year, open, forms, file, version } = row;
    return [
      ...[bureau, regionPath.join(''), year],
      ...values,
      ...[listText(doubtful, locale), listText(corrected, locale), open, forms.disclosures ?? '', file, `v${version}`],
    ];
  });
  const total: Value[] = [
    ...[say(locale, 'export.total', { count: rows.length }), '', null],
    ...chosen.map(({ measure }, index): Value => {
      const { sum, count } = sums[index]!;
      return count === 0 || measure.unit === 'share' ? null : Number(sum.toFixed(6));
    }),
    ...provenance.map((_, index) => (index === 0 && overlaps.length > 0 ? overlaps.join('；') : null)),
  ];
  return {
    id: 'summary',
    title: { zh: '汇总', en: 'Summary' },
    columns: [...identity, ...chosen.map(({ column }) => column), ...provenance],
    rows: body,
    ...(rows.length > 1 && new Set(rows.map(({ year }) => year)).size === 1 ? { total } : {}),
  };
}

/** 表三 本年新收 · 总计 of a single cell, else the measure's own name. */
function shortName({ id, title, sums }: Measure, locale: Locale): string {
  const address = sums[0]?.length === 1 && sums[0][0] === id ? sums[0][0] : null;
  return address && locale === 'zh' ? `${nameOf(address).table}${title.zh}` : title[locale];
}
