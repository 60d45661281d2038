import { partsOf } from '../address.ts';
import { type Address, type ApplicationRow, addressesOf, applicationRows, forms, tableIds } from '../forms/index.ts';
import { columnName, rowName } from '../names.ts';
import type { Measure } from './measure.ts';

const total = (row: ApplicationRow): Address => `applications.${row}.total`;
/** All rows of a group of table 三, as totals: `denied` → eight cells. */
const group = (prefix: string): Address[] =>
  applicationRows('2021')
    .filter((row) => row.startsWith(`${prefix}.`))
    .map(total);

/** The measures that have a name of their own, in the order of the form. Words are matched before cell names. */
export const namedMeasures = [
  {
    id: 'licences',
    title: { zh: '行政许可', en: 'Licences' },
    unit: 'count',
    sums: [['disclosures.licences.decisions']],
    words: ['许可', '许可决定', '审批许可', 'licence', 'license', 'licences', 'licenses', 'permit', 'permits', 'xuke'],
  },
  {
    id: 'penalties',
    title: { zh: '行政处罚', en: 'Penalties' },
    unit: 'count',
    sums: [['disclosures.penalties.decisions']],
    words: [
      '处罚',
      '处罚决定',
      '罚',
      '行政处罚决定',
      'penalty',
      'penalties',
      'administrative penalties',
      'fines',
      'chufa',
    ],
  },
  {
    id: 'measures',
    title: { zh: '行政强制', en: 'Coercive measures' },
    unit: 'count',
    sums: [['disclosures.coerciveMeasures.decisions']],
    words: ['强制', '强制措施', '行政强制措施', 'measures', 'coercive measure', 'coercion', 'qiangzhi'],
  },
  {
    id: 'fees',
    title: { zh: '行政事业性收费', en: 'Fees' },
    unit: 'tenThousandYuan',
    sums: [['disclosures.fees.amount']],
    words: ['收费', '事业性收费', '收费金额', '收了多少钱', 'fee', 'fee income', 'charges', 'shoufei'],
  },
  {
    id: 'normative-made',
    title: { zh: '制发行政规范性文件', en: 'Normative documents made' },
    unit: 'count',
    sums: [['disclosures.normativeDocuments.made']],
    words: [
      '规范性文件',
      '行政规范性文件',
      '制发规范性文件',
      '规范性文件制发',
      'normative documents',
      'normative document',
    ],
  },
  {
    id: 'applications',
    title: { zh: '新收申请', en: 'New requests' },
    unit: 'count',
    sums: [[total('received')]],
    words: [
      '申请',
      '依申请',
      '新收',
      '收到申请',
      '依申请公开',
      '公开申请',
      '信息公开申请',
      '政府信息公开申请',
      '本年新收',
      '申请数量',
      '申请量',
      'application',
      'applications',
      'request',
      'requests',
      'new requests',
      'foi requests',
      'shenqing',
    ],
  },
  {
    id: 'carried-in',
    title: { zh: '上年结转', en: 'Carried in' },
    unit: 'count',
    sums: [[total('carriedIn')]],
    words: ['上年结转申请', '上年转入', 'carry in'],
  },
  {
    id: 'concluded',
    title: { zh: '办理总计', en: 'Concluded' },
    unit: 'count',
    sums: [[total('concluded')]],
    words: ['办结', '办理结果总计', '总计办理', '办理', '答复', 'answered', 'banjie'],
  },
  {
    id: 'granted',
    title: { zh: '予以公开', en: 'Granted' },
    unit: 'count',
    sums: [[total('granted')]],
    words: ['同意公开', 'approved'],
  },
  {
    id: 'granted-share',
    title: { zh: '予以公开率', en: 'Granted, share' },
    unit: 'share',
    sums: [[total('granted')]],
    of: [[total('concluded')]],
    words: [
      '公开率',
      '予以公开比例',
      '予以公开占比',
      '予以公开的比例',
      '公开比例',
      'grant rate',
      'granted rate',
      'share granted',
    ],
  },
  {
    id: 'denied',
    title: { zh: '不予公开', en: 'Denied' },
    unit: 'count',
    sums: [group('denied')],
    words: ['拒绝公开', '不公开', 'refused', 'refusals'],
  },
  {
    id: 'denied-share',
    title: { zh: '不予公开率', en: 'Denied, share' },
    unit: 'share',
    sums: [group('denied')],
    of: [[total('concluded')]],
    words: ['拒绝率', '不予公开比例', '不予公开占比', 'denial rate', 'refusal rate'],
  },
  {
    id: 'unavailable',
    title: { zh: '无法提供', en: 'Not available' },
    unit: 'count',
    sums: [group('unavailable')],
    words: ['不能提供', 'unavailable'],
  },
  {
    id: 'declined',
    title: { zh: '不予处理', en: 'Not processed' },
    unit: 'count',
    sums: [group('declined')],
    words: ['不处理', 'declined'],
  },
  {
    id: 'other',
    title: { zh: '其他处理', en: 'Other handling' },
    unit: 'count',
    sums: [group('other'), [total('other')]],
    words: ['其它处理', 'otherwise handled'],
  },
  {
    id: 'carried-out',
    title: { zh: '结转下年', en: 'Carried out' },
    unit: 'count',
    sums: [[total('carriedOut')]],
    words: [
      '结转',
      '结转下年度',
      '结转下年度继续办理',
      '转下年',
      '未办结',
      'carry over',
      'carried over',
      'carryover',
      'jiezhuan',
    ],
  },
  {
    id: 'reconsideration',
    title: { zh: '行政复议', en: 'Reconsideration' },
    unit: 'count',
    sums: [['disputes.reconsideration.total']],
    words: ['复议', '复议案件', 'reconsiderations', 'review', 'reviews', 'fuyi'],
  },
  {
    id: 'litigation',
    title: { zh: '行政诉讼', en: 'Litigation' },
    unit: 'count',
    sums: [['disputes.litigation.total', 'disputes.litigationAfterReconsideration.total']],
    words: ['诉讼', '官司', '起诉', '诉讼案件', 'lawsuit', 'lawsuits', 'suit', 'suits', 'court cases', 'susong'],
  },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof namedMeasures)[number]['id'];

/** A measure by its id. */
export const namedMeasure = (id: MeasureId): Measure => namedMeasures.find((measure) => measure.id === id)!;

function unitOf(address: Address): Measure['unit'] {
  const { row, column } = partsOf(address);
  if (column === 'amount') return row === 'fees' ? 'tenThousandYuan' : 'yuan';
  return column.startsWith('items') || column === 'projects' ? 'items' : 'count';
}

/** A cell in a few words: 行政处罚, 本年新收 · 自然人. Column 总计 and the only column of a row go unsaid. */
function titleOf(address: Address): Measure['title'] {
  const { table, row, column } = partsOf(address);
  const name = rowName(table, row);
  const en = name.en.charAt(0).toUpperCase() + name.en.slice(1);
  if (column === 'total' || column === 'decisions' || (row === 'fees' && column === 'amount')) return { ...name, en };
  const { zh, en: columnEn } = columnName(table, column);
  return { zh: `${name.zh} · ${zh}`, en: `${en}: ${columnEn}` };
}

/** Any cell of any form as a measure. */
export const cellMeasure = (address: Address): Measure => ({
  id: address,
  title: titleOf(address),
  unit: unitOf(address),
  sums: [[address]],
  words: [],
});

/** Every cell that some form has, once, in printed order. */
export const allAddresses: readonly Address[] = [
  ...new Set(tableIds.flatMap((table) => forms.toReversed().flatMap((form) => addressesOf(form.id, table)))),
];

/** A measure by id, named or a cell; `undefined` for an id that is neither. */
export function measureById(id: string): Measure | undefined {
  const address = allAddresses.find((known) => known === id);
  return namedMeasures.find((measure) => measure.id === id) ?? (address && cellMeasure(address));
}
