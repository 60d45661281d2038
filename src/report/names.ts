import type { Words } from '../errors.ts';
import { partsOf } from './address.ts';
import type { Address, TableId } from './forms/index.ts';

const tables: Record<TableId, Words> = {
  disclosures: { zh: '表二', en: 'Table 2' },
  applications: { zh: '表三', en: 'Table 3' },
  disputes: { zh: '表四', en: 'Table 4' },
};

/** Short names of rows by `<table>.<row>`, as people in the field say them. */
const rows: Record<string, Words> = {
  'disclosures.regulations': { zh: '规章', en: 'government rules' },
  'disclosures.normativeDocuments': { zh: '规范性文件', en: 'normative documents' },
  'disclosures.licences': { zh: '行政许可', en: 'licences' },
  'disclosures.otherServices': { zh: '其他对外管理服务事项', en: 'other services' },
  'disclosures.penalties': { zh: '行政处罚', en: 'penalties' },
  'disclosures.coerciveMeasures': { zh: '行政强制', en: 'coercive measures' },
  'disclosures.fees': { zh: '行政事业性收费', en: 'fees' },
  'disclosures.procurement': { zh: '政府集中采购', en: 'procurement' },
  'applications.received': { zh: '本年新收', en: 'received' },
  'applications.carriedIn': { zh: '上年结转', en: 'carried in' },
  'applications.granted': { zh: '予以公开', en: 'granted' },
  'applications.partlyGranted': { zh: '部分公开', en: 'partly granted' },
  'applications.denied.stateSecret': { zh: '不予公开·国家秘密', en: 'denied: state secret' },
  'applications.denied.otherLaws': { zh: '不予公开·其他法律行政法规禁止公开', en: 'denied: other laws' },
  'applications.denied.security': { zh: '不予公开·危及“三安全一稳定”', en: 'denied: security' },
  'applications.denied.thirdParty': { zh: '不予公开·保护第三方合法权益', en: 'denied: third party' },
  'applications.denied.internal': { zh: '不予公开·三类内部事务信息', en: 'denied: internal affairs' },
  'applications.denied.deliberative': { zh: '不予公开·四类过程性信息', en: 'denied: deliberative' },
  'applications.denied.enforcementFile': { zh: '不予公开·行政执法案卷', en: 'denied: enforcement file' },
  'applications.denied.administrativeQuery': { zh: '不予公开·行政查询事项', en: 'denied: administrative query' },
  'applications.unavailable.notHeld': { zh: '无法提供·本机关不掌握', en: 'unavailable: not held' },
  'applications.unavailable.needsMaking': { zh: '无法提供·需要另行制作', en: 'unavailable: would have to be made' },
  'applications.unavailable.unclear': { zh: '无法提供·补正后仍不明确', en: 'unavailable: still unclear' },
  'applications.declined.complaint': { zh: '不予处理·信访举报投诉类', en: 'declined: complaint' },
  'applications.declined.repeated': { zh: '不予处理·重复申请', en: 'declined: repeated' },
  'applications.declined.publication': { zh: '不予处理·公开出版物', en: 'declined: publication' },
  'applications.declined.excessive': { zh: '不予处理·大量反复申请', en: 'declined: excessive' },
  'applications.declined.confirmation': { zh: '不予处理·确认或重新出具', en: 'declined: confirmation' },
  'applications.other.uncorrected': { zh: '其他处理·逾期不补正', en: 'other: not corrected in time' },
  'applications.other.unpaid': { zh: '其他处理·逾期不缴费', en: 'other: fee not paid' },
  'applications.other.other': { zh: '其他处理·其他', en: 'other: other' },
  'applications.other': { zh: '其他处理', en: 'other outcomes' },
  'applications.concluded': { zh: '（七）总计', en: 'concluded' },
  'applications.carriedOut': { zh: '结转下年度', en: 'carried out' },
  'disputes.reconsideration': { zh: '行政复议', en: 'reconsideration' },
  'disputes.litigation': { zh: '未经复议直接起诉', en: 'direct litigation' },
  'disputes.litigationAfterReconsideration': { zh: '复议后起诉', en: 'litigation after reconsideration' },
};

/** Short names of columns by `<table>.<column>`. */
const columns: Record<string, Words> = {
  'disclosures.made': { zh: '本年制发', en: 'made' },
  'disclosures.repealed': { zh: '本年废止', en: 'repealed' },
  'disclosures.inForce': { zh: '现行有效', en: 'in force' },
  'disclosures.newlyMade': { zh: '本年新制作', en: 'newly made' },
  'disclosures.newlyDisclosed': { zh: '本年新公开', en: 'newly disclosed' },
  'disclosures.totalDisclosed': { zh: '对外公开总数', en: 'total disclosed' },
  'disclosures.decisions': { zh: '处理决定数量', en: 'decisions' },
  'disclosures.itemsLastYear': { zh: '上一年项目数量', en: 'items last year' },
  'disclosures.itemsChange': { zh: '本年增/减', en: 'change of items' },
  'disclosures.amount': { zh: '金额', en: 'amount' },
  'disclosures.projects': { zh: '采购项目数量', en: 'projects' },
  'applications.person': { zh: '自然人', en: 'natural persons' },
  'applications.business': { zh: '商业企业', en: 'businesses' },
  'applications.research': { zh: '科研机构', en: 'research bodies' },
  'applications.welfare': { zh: '社会公益组织', en: 'welfare organisations' },
  'applications.legal': { zh: '法律服务机构', en: 'legal services' },
  'applications.other': { zh: '其他', en: 'others' },
  'applications.total': { zh: '总计', en: 'total' },
  'disputes.upheld': { zh: '结果维持', en: 'upheld' },
  'disputes.corrected': { zh: '结果纠正', en: 'corrected' },
  'disputes.other': { zh: '其他结果', en: 'other' },
  'disputes.pending': { zh: '尚未审结', en: 'pending' },
  'disputes.total': { zh: '总计', en: 'total' },
};

/** 表二, 表三, 表四. */
export const tableName = (table: TableId): Words => tables[table];

/** Short name of a row, for example `applications`, `denied.internal`: 不予公开·三类内部事务信息. */
export const rowName = (table: TableId, row: string): Words => rows[`${table}.${row}`] ?? { zh: row, en: row };

export const columnName = (table: TableId, column: string): Words =>
  columns[`${table}.${column}`] ?? { zh: column, en: column };

/** Short name of a cell for messages: 表三「本年新收」自然人. `nameOf` gives the words of the printed form instead. */
export function cellName(address: Address): Words {
  const { table, row, column } = partsOf(address);
  const [t, r, c] = [tableName(table), rowName(table, row), columnName(table, column)];
  return { zh: `${t.zh}「${r.zh}」${c.zh}`, en: `${t.en}, ${r.en}, ${c.en}` };
}
