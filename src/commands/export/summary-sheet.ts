import type { Words } from '../../errors.ts';
import { nameOf, partsOf } from '../../report/address.ts';
import { addressesOf } from '../../report/forms/index.ts';
import { allAddresses, cellMeasure } from '../../report/measures/catalogue.ts';
import { figureOf, type Measure } from '../../report/measures/measure.ts';
import { columnName, rowName, tableName } from '../../report/names.ts';
import type { Address } from '../../report/report.ts';
import type { YearRow } from '../../store/store.ts';
import { figureText, measureTitle } from '../../views/figure.ts';
import type { Locale } from '../../views/message.ts';
import { listText, say } from '../../views/words/say.ts';
import { inTurns } from './in-turns.ts';
import type { Column, Sheet, Value } from './sheet.ts';

const identity: readonly Column[] = [
  { id: 'bureau', title: { zh: '机关', en: 'Bureau' }, width: 28 },
  { id: 'region', title: { zh: '地区', en: 'Region' }, width: 24 },
  { id: 'year', title: { zh: '年度', en: 'Year' }, width: 8 },
];
/** On a sheet of one table, which is to fit a page; the region stands among the sources. */
const short: readonly Column[] = [
  { ...identity[0]!, width: 24 },
  { ...identity[2]!, width: 6 },
];
/** Why a sum may count something twice. */
const remark: Column = { id: 'remark', title: { zh: '合计说明', en: 'About the total' }, width: 30 };
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

/** The same column on the sheet of its table alone, which need not name it again: 不予公开 over 属于国家秘密. */
function tableColumn(address: Address): Column {
  const column = cellColumn(address);
  const { table, row } = partsOf(address);
  const name = rowName(table, row);
  if (table !== 'applications') return { ...column, group: name };
  const [group, item] = name.zh.split('·');
  const [groupEn, ...itemEn] = name.en.split(': ');
  if (!item) return { ...column, group: undefined, width: 7 };
  return {
    ...column,
    group: { zh: group!, en: groupEn! },
    title: { zh: item, en: itemEn.join(': ') || name.en },
    width: 7,
  };
}

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
  const chosen: Chosen[] =
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
  return sheetOf(
    { zh: '汇总', en: 'Summary' },
    { before: identity, chosen, behind: provenance },
    { rows, locale, overlaps },
  );
}

/**
 * The same for a workbook, a sheet for each table as it is printed and for each version of the form that the reports
 * follow, so that columns of two forms never stand side by side; then where the figures stand.
 */
export async function tableSheets({ rows, locale, overlaps = [] }: Omit<Scope, 'measures'>): Promise<Sheet[]> {
  const behind = overlaps.length > 0 ? [remark] : [];
  const sheets: Sheet[] = [];
  for (const { table, title, form, ofForm } of printed) {
    const filed = ofForm ? rows.filter(({ forms }) => [form, 'mixed'].includes(forms[table] ?? '2021')) : rows;
    if (filed.length === 0) continue;
    const chosen = addressesOf(form, table)
      .filter((address) => table !== 'applications' || partsOf(address).column === 'total')
      .map((address) => ({ column: tableColumn(address), measure: cellMeasure(address) }));
    const sheet = await sheetOf(title, { before: short, chosen, behind }, { rows: filed, locale, overlaps });
    sheets.push({ ...sheet, id: ofForm ? `${table}-${form}` : table });
  }
  const { columns, rows: whole } = await summarySheet({ rows, measures: [], locale });
  const ends = <T>(list: readonly T[]): T[] => [...list.slice(0, identity.length), ...list.slice(-provenance.length)];
  return [
    ...sheets,
    { id: 'sources', title: { zh: '来源', en: 'Sources' }, columns: ends(columns), rows: whole.map(ends) },
  ];
}

/** The tables as sheets, in printed order; table 四 is the same in both forms. */
const printed = [
  { table: 'disclosures', form: '2021', ofForm: true, title: { zh: '表二（2021 式）', en: 'Table 2 (2021)' } },
  { table: 'disclosures', form: '2019', ofForm: true, title: { zh: '表二（2019 式）', en: 'Table 2 (2019)' } },
  {
    table: 'applications',
    form: '2021',
    ofForm: true,
    title: { zh: '表三总计（2021 式）', en: 'Table 3 totals (2021)' },
  },
  {
    table: 'applications',
    form: '2019',
    ofForm: true,
    title: { zh: '表三总计（2019 式）', en: 'Table 3 totals (2019)' },
  },
  { table: 'disputes', form: '2021', ofForm: false, title: { zh: '表四', en: 'Table 4' } },
] as const;

interface Chosen {
  column: Column;
  measure: Measure;
}

/** What a sheet has before, among and behind its figures. */
interface Columns {
  before: readonly Column[];
  chosen: readonly Chosen[];
  behind: readonly Column[];
}

async function sheetOf(
  title: Words,
  { before, chosen, behind }: Columns,
  { rows, locale, overlaps }: Required<Omit<Scope, 'measures'>>,
): Promise<Sheet> {
  const sums = chosen.map(() => ({ sum: 0, count: 0 }));
  const body = await inTurns(rows, (row): Value[] => {
    const doubtful: string[] = [];
    const corrected: string[] = [];
    const values = chosen.map(({ measure }, index): Value => {
      const figure = figureOf(row, measure);
      if (figure.state !== 'number') {
        if (figure.doubtful) doubtful.push(shortName(measure, locale));
        return figureText(figure, measure.unit, { locale });
      }
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
    const known: Record<string, Value> = {
      ...{
        bureau,
        region: regionPath.join(''),
        year,
        open,
        form: forms.disclosures ?? '',
        file,
        version: `v${version}`,
      },
      ...{ doubtful: listText(doubtful, locale), corrected: listText(corrected, locale) },
    };
    const told = ({ id }: Column): Value => known[id] ?? null;
    return [...before.map(told), ...values, ...behind.map(told)];
  });
  const total: Value[] = [
    ...before.map((_, index) => (index === 0 ? say(locale, 'export.total', { count: rows.length }) : null)),
    ...chosen.map(({ measure }, index): Value => {
      const { sum, count } = sums[index]!;
      return count === 0 || measure.unit === 'share' ? null : Number(sum.toFixed(6));
    }),
    ...behind.map((_, index) => (index === 0 && overlaps.length > 0 ? overlaps.join('；') : null)),
  ];
  return {
    id: 'summary',
    title,
    columns: [...before, ...chosen.map(({ column }) => column), ...behind],
    rows: body,
    ...(rows.length > 1 && new Set(rows.map(({ year }) => year)).size === 1 ? { total } : {}),
  };
}

/** 表三 本年新收 · 总计 of a single cell, else the measure's own name. */
function shortName({ id, title, sums }: Measure, locale: Locale): string {
  const address = sums[0]?.length === 1 && sums[0][0] === id ? sums[0][0] : null;
  return address && locale === 'zh' ? `${nameOf(address).table}${title.zh}` : title[locale];
}
