import { type Address, addressesOf, type FormId, formOf, type TableId } from '../report/forms/index.ts';
import type { SectionId } from '../report/report.ts';

type Figures = Record<string, Record<string, number>>;

/** Columns of table 三 that have a number above 0, row by row; every other cell of the tables is 0. */
const applications: Figures = {
  received: { person: 9, business: 2, legal: 1, total: 12 },
  carriedIn: { person: 1, total: 1 },
  granted: { person: 4, business: 1, total: 5 },
  partlyGranted: { person: 1, total: 1 },
  'denied.internal': { person: 1, total: 1 },
  'unavailable.notHeld': { person: 2, business: 1, total: 3 },
  'unavailable.needsMaking': { legal: 1, total: 1 },
  'declined.complaint': { person: 1, total: 1 },
  concluded: { person: 9, business: 2, legal: 1, total: 12 },
  carriedOut: { person: 1, total: 1 },
};

const disputes: Figures = {
  reconsideration: { upheld: 1, pending: 1, total: 2 },
  litigationAfterReconsideration: { upheld: 1, total: 1 },
};

const disclosures = {
  '2021': {
    normativeDocuments: { made: 2, repealed: 1, inForce: 10 },
    licences: { decisions: 210 },
    penalties: { decisions: 44 },
    coerciveMeasures: { decisions: 3 },
    fees: { amount: 12.5 },
  },
  '2019': {
    normativeDocuments: { newlyMade: 2, newlyDisclosed: 2, totalDisclosed: 10 },
    licences: { itemsLastYear: 30, itemsChange: 2, decisions: 210 },
    otherServices: { itemsLastYear: 5, decisions: 17 },
    penalties: { itemsLastYear: 60, decisions: 44 },
    coerciveMeasures: { itemsLastYear: 4, decisions: 3 },
    fees: { itemsLastYear: 6 },
    procurement: { projects: 3, amount: 251000 },
  },
} satisfies Record<FormId, Figures>;

/** Cells of the clean report, as printed: every identity holds and no two figures contradict each other. */
export function cleanCells(form: FormId): Partial<Record<Address, number>> {
  const tables: Record<TableId, Figures> = { disclosures: disclosures[form], applications, disputes };
  const cells: Partial<Record<Address, number>> = {};
  for (const table of ['disclosures', 'applications', 'disputes'] as const) {
    for (const address of addressesOf(form, table)) cells[address] = 0;
    for (const [row, columns] of Object.entries(tables[table]))
      for (const [column, value] of Object.entries(columns)) cells[`${table}.${row}.${column}` as Address] = value;
  }
  return cells;
}

/** Text of the clean report. */
export function cleanText(form: FormId) {
  const year = Number(form);
  const { disclosures: two, applications: three, disputes: four, notice } = formOf(form);
  const sections: Record<SectionId, { numeral: string; title: string; body: readonly string[] }> = {
    overview: {
      numeral: '一',
      title: '总体情况',
      body: [
        `（一）主动公开情况。${year}年，我局主动公开政府信息120条，其中网站80条、微信公众号40条。`,
        '（二）依申请公开情况。严格按照规定办理依申请公开事项，答复均在法定期限内作出。',
        '（三）政府信息管理情况。落实信息发布审核制度，规范信息管理。',
        '（四）平台建设情况。做好门户网站专栏的维护。',
        '（五）监督保障情况。将公开工作纳入考核，未发生责任追究情况，社会评议结果良好。',
      ],
    },
    disclosures: { numeral: two.numeral, title: two.title, body: [] },
    applications: { numeral: three.numeral, title: three.title, body: [] },
    disputes: { numeral: four.numeral, title: four.title, body: [] },
    problems: {
      numeral: '五',
      title: '存在的主要问题及改进情况',
      body: [
        '一是公开内容还不够丰富，二是解读形式较为单一。',
        '下一步，一是拓宽公开范围，二是采用图解等方式做好解读。',
      ],
    },
    other: { numeral: '六', title: '其他需要报告的事项', body: ['本年度未收取信息处理费，没有其他需要报告的事项。'] },
  };
  const preamble = [
    `本报告依据《中华人民共和国政府信息公开条例》和《${notice}》的要求编制。`,
    `所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    '如有疑问，请与示例区卫生健康局办公室联系，电话：0951-6000000。',
  ];
  return { preamble, sections };
}
