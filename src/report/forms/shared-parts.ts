/** Parts that are printed alike in the forms of 2019 and 2021. */

/** Columns of table 三: who applied. */
export const applicants = [
  ['person', '自然人'],
  ['business', '商业企业'],
  ['research', '科研机构'],
  ['welfare', '社会公益组织'],
  ['legal', '法律服务机构'],
  ['other', '其他'],
  ['total', '总计'],
] as const;

/** Printed over the applicants: the corner cell and the two headers above the column names. */
export const applicationsHead = {
  corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  above: ['申请人情况', '法人或其他组织'],
} as const;

/** Rows of table 三 from the first to the end of （五）, which both forms print alike. */
export const commonApplicationRows = [
  ['received', '一、本年新收政府信息公开申请数量'],
  ['carriedIn', '二、上年结转政府信息公开申请数量'],
  { group: '三、本年度办理结果' },
  ['granted', '（一）予以公开'],
  ['partlyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  { group: '（三）不予公开' },
  ['denied.stateSecret', '1.属于国家秘密'],
  ['denied.otherLaws', '2.其他法律行政法规禁止公开'],
  ['denied.security', '3.危及“三安全一稳定”'],
  ['denied.thirdParty', '4.保护第三方合法权益'],
  ['denied.internal', '5.属于三类内部事务信息'],
  ['denied.deliberative', '6.属于四类过程性信息'],
  ['denied.enforcementFile', '7.属于行政执法案卷'],
  ['denied.administrativeQuery', '8.属于行政查询事项'],
  { group: '（四）无法提供' },
  ['unavailable.notHeld', '1.本机关不掌握相关政府信息'],
  ['unavailable.needsMaking', '2.没有现成信息需要另行制作'],
  ['unavailable.unclear', '3.补正后申请内容仍不明确'],
  { group: '（五）不予处理' },
  ['declined.complaint', '1.信访举报投诉类申请'],
  ['declined.repeated', '2.重复申请'],
  ['declined.publication', '3.要求提供公开出版物'],
  ['declined.excessive', '4.无正当理由大量反复申请'],
  ['declined.confirmation', '5.要求行政机关确认或重新出具已获取信息'],
] as const;

/** Table 四, one printed line of three blocks of five; the same in both forms. */
export const disputes = {
  numeral: '四',
  title: '政府信息公开行政复议、行政诉讼情况',
  above: ['行政诉讼'],
  columns: [
    ['upheld', '结果维持'],
    ['corrected', '结果纠正'],
    ['other', '其他结果'],
    ['pending', '尚未审结'],
    ['total', '总计'],
  ],
  rows: [
    ['reconsideration', '行政复议'],
    ['litigation', '未经复议直接起诉'],
    ['litigationAfterReconsideration', '复议后起诉'],
  ],
} as const;
