import { describe, expect, test } from 'vitest';
import { type Changes, example, row } from '../src/checks/example.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import { parseReport } from '../src/parsing/parse-report.ts';
import { documentOf } from './parsing/text/document-of.ts';

/** What a text leaves to the clean report: its tables, with other numbers where they are given. */
type Cells = Changes['cells'];

/** Warnings and errors on a section one as bureaus write it, beside the tables of the clean report. */
function warnings(
  disclosure: string,
  applications: string,
  cells: Cells = {},
  four = '',
  bureau = '示例区住房和城乡建设局',
): string[] {
  const lines = [
    `${bureau}2021年政府信息公开工作年度报告`,
    '依据《条例》编制，统计期限为2021年1月1日至12月31日。电话：0951-6000000。',
    '一、总体情况',
    `（一）主动公开情况。${disclosure}`,
    `（二）依申请公开情况。${applications}`,
    '（三）政府信息管理情况。落实信息审核制度。',
    '（四）政府信息公开平台建设情况。维护网站和公众号。',
    '（五）监督保障情况。纳入年度考核。',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    four,
    '五、存在的主要问题及改进情况',
    '一是公开内容不够丰富；二是解读形式单一。下一步，一是拓宽公开范围；二是采用图解解读。',
    '六、其他需要报告的事项',
    '本年度未收取信息处理费。',
  ];
  const read = parseReport(documentOf(...lines.filter((line) => line !== '')));
  const { cells: printed, forms, tables } = example('2021', { cells }).report;
  const { findings } = runChecks({ report: { ...read, cells: printed, forms, tables } });
  return findings.flatMap(({ check, severity }) => (severity === 'note' ? [] : [check]));
}

const published = '全年公开政府信息120条。';
const received = '收到政府信息公开申请12件。';
const zeros: Cells = Object.fromEntries(Object.keys(example('2021').report.cells).map((address) => [address, 0]));
const city: Cells = {
  ...row('received', 80, 30, 1, 2, 5, 2, 120),
  ...row('carriedIn', 3, 1, 0, 0, 0, 0, 4),
  ...row('granted', 40, 10, 0, 0, 0, 0, 50),
  ...row('partlyGranted', 3, 1, 0, 0, 0, 0, 4),
  ...row('denied.internal', 5, 1, 0, 0, 0, 0, 6),
  ...row('unavailable.notHeld', 20, 10, 1, 2, 5, 2, 40),
  ...row('unavailable.needsMaking', 2, 2, 0, 0, 0, 0, 4),
  ...row('declined.complaint', 5, 2, 0, 0, 0, 0, 7),
  ...row('other.other', 3, 3, 0, 0, 0, 0, 6),
  ...row('concluded', 78, 29, 1, 2, 5, 2, 117),
  ...row('carriedOut', 5, 2, 0, 0, 0, 0, 7),
};

describe('text that agrees with its tables raises no warning', () => {
  test.each([
    '全年共收到政府信息公开申请12件，其中自然人9件，法人或其他组织3件；上年结转1件。已办结12件，结转下年度1件。办理结果为：予以公开5件，部分公开1件，不予公开1件，无法提供4件，不予处理1件。',
    '全年新收政府信息公开申请12件（其中自然人9件、商业企业2件、法律服务机构1件），上年结转1件，共办理13件，办结12件，结转1件。在办结的12件中，予以公开5件，占41.7%；部分公开1件，占8.3%；不予公开1件（属于三类内部事务信息），占8.3%；无法提供4件，占33.3%（其中本机关不掌握3件，需要另行制作1件）；不予处理1件（信访举报投诉类），占8.3%。',
    '上半年收到申请7件，下半年收到申请5件，全年合计12件，较2020年增加3件。',
    '2020年收到申请8件，2021年收到申请12件，增长50%。',
    '局机关收到政府信息公开申请12件，另协助区政府办公室办理政府信息公开申请5件，指导局属单位办理2件。',
    '2021年共收到申请12件，按期答复率100%；其中：当面申请2件、信函申请3件、网络申请7件。按内容分，拆迁类4件、规划类5件、其他3件。',
    '全年登记依申请公开事项15件，其中符合受理条件12件，不符合受理条件退回3件，均已按规定答复。',
    '受理依申请公开12件，补正3件，征求第三方意见2件，延长答复期限1件，均在规定时限内办结。',
    '截止年底，办结12件，其中主动公开5件、部分公开1件、不予公开1件、信息不存在3件、需另行制作1件、信访1件。',
    '我局2021年度共收到信息公开申请12宗，结转上年1宗，答复12宗，转下年1宗。行政复议2宗（维持1宗、未审结1宗），行政诉讼1宗（维持1宗）。',
    '2021年，依申请公开办理数量为12件，其中：“予以公开”5件，“部分公开”1件，“不予公开”1件，“无法提供”4件，“不予处理”1件，“其他处理”0件。',
    '全年共收到申请十二件，办结十二件，其中予以公开五件，部分公开一件，不予公开一件，无法提供四件，不予处理一件。',
    '收到信息公开申请12件。收到行政许可申请350件、信访件42件、人大建议8件。全年受理各类申请412件。',
    '2021年12月收到的1件申请，结转下一年度办理。全年收到申请12件。公文公开属性认定中，不予公开26件。',
    '全系统共收到政府信息公开申请36件，其中局机关12件，下属单位24件。',
    '受理申请13件（含上年结转1件），办结12件，其中公开类5件、部分公开类1件、不予公开类1件、无法提供类4件、不予处理类1件，结转下年1件。',
    '收到申请12件，审查后受理10件，受理的10件均按期答复。',
    '收到政府信息公开申请12件，其中涉及户籍查询、接处警记录等业务的9件。政务服务窗口办理事项1.2万件，12345热线受理2356件，按时办结2356件。',
  ])('requests: %s', (applications) => {
    expect(warnings(published, applications)).toEqual([]);
  });

  test.each([
    '全年共收到申请120件，加上上年结转4件，共需办理124件，已办结117件，其余7件结转下年度办理。其中，公开50件，部分公开4件，不予公开6件，无法提供44件，不予处理7件，其他处理6件（均为申请人主动撤回）。予以公开和部分公开共54件，占46.2%。申请主体中自然人80件、企业30件、其他组织10件。',
    '全市各级行政机关共收到政府信息公开申请1356件，其中市政府本级（含市政府办）收到120件，市直部门收到620件，县区政府收到616件。答复率100%。',
  ])('requests of a city: %s', (applications) => {
    expect(warnings(published, applications, city)).toEqual([]);
  });

  test.each([
    '我镇2021年共受理依申请公开0件，上年结转0件。',
    '截至2021年12月31日，我局尚未接到依申请公开政府信息的申请，也未有因政府信息公开被投诉、复议、诉讼的情况发生。',
    '未收到公民、法人和其他组织提出的书面政府信息公开申请，也没有上年度结转的申请。受理12345热线工单2315件，办结2310件；办理人大代表建议15件、政协提案23件，办结率100%。',
    '本年度本单位无依申请公开事项，无行政复议、行政诉讼案件。',
  ])('no requests: %s', (applications) => {
    expect(warnings(published, applications, zeros)).toEqual([]);
  });

  test.each([
    '全区主动公开政府信息5500余条，同比增长12.3%。办理行政许可210件，作出行政处罚决定44件，实施行政强制3件，行政事业性收费12.5万元。',
    '办理建筑工程施工许可证96件、商品房预售许可58件、房地产资质许可56件，合计办理行政许可210件。公示行政处罚信息44条，双公示信息254条。',
    '共清理现行有效规范性文件12件，拟保留10件、废止1件、修订1件。今年制定规范性文件2件，均向社会公开并同步解读。',
    '征收城市基础设施配套费12.3万元、污水处理费0.2万元，行政事业性收费共计12.5万元，减免8.6万元。',
    '全年累计受理行政许可申请356件，准予许可210件，不予许可2件。梳理政务服务事项210项，行政许可事项45件。',
    '公布权责清单356项，其中行政许可45项、行政处罚230项、行政强制18项、其他63项。',
    '全年制发公文356件，其中主动公开120件、依申请公开30件、不予公开206件。',
    '办理行政许可210件，其中施工许可180件；综合执法大队作出行政处罚44件。',
    '发布信息320条，其中原创280条，被上级采用56条，被省级采用12条。',
    '共公开信息320条。其中，通过门户网站公开200条，通过公众号公开200条（含同步发布80条）。',
    '2021年主动公开信息320条，办理行政许可210件，行政处罚44件，行政强制3件。2020年分别为300条、190件、40件、2件。',
  ])('disclosures: %s', (disclosure) => {
    expect(warnings(disclosure, received)).toEqual([]);
  });

  test.each([
    '本机关因政府信息公开工作被申请行政复议2起，维持1起，尚未审结1起；被提起行政诉讼1起，为复议后起诉，结果维持。',
    '我局作为被申请人的行政复议案件5件，其中涉及政府信息公开的2件；行政诉讼案件8件，其中涉及政府信息公开的1件。',
    '全年未发生涉及我局的政府信息公开行政诉讼败诉案件。',
    '本机关被申请政府信息公开行政复议2件。因投诉举报引发的行政复议46件、行政诉讼12件，作为原告的民事诉讼3件。',
    '作为第三人参加行政复议9件。因申请人不服政府信息公开答复引发的行政复议2件。',
  ])('disputes: %s', (disputes) => {
    expect(warnings(published, received, {}, disputes)).toEqual([]);
  });
});

describe('what is said of another body', () => {
  const ofOthers = [
    ['区政府制发行政规范性文件5件，废止1件，现行有效33件。', received],
    ['以区政府名义印发规范性文件6件。', received],
    ['全区行政执法机关共办理行政许可1200件、行政处罚560件，实施行政强制40件。', received],
    ['下属单位作出行政处罚33件。', received],
    ['全区行政事业性收费850万元。', received],
    [published, '区政府收到政府信息公开申请120件，我局承办12件。'],
    [published, '全区共收到政府信息公开申请120件，办结118件，结转下年2件。'],
    [published, '全区共收到政府信息公开申请120件。已办结118件，结转下年2件。'],
    [published, '承办区政府信息公开申请30件。'],
    [published, '各镇（街道）共受理政府信息公开申请30件，予以公开20件。'],
    [published, '全区共发生政府信息公开行政复议15件、行政诉讼8件。'],
    ['会同区财政局印发规范性文件1件。协助区政府办制定规范性文件4件。', received],
  ] as const;
  test.each(ofOthers)('is not held against the tables: %s%s', (disclosure, applications) => {
    expect(warnings(disclosure, applications)).toEqual([]);
  });
  test.each(ofOthers.slice(0, 3))('but is where the body is that government: %s', (disclosure, applications) => {
    expect(warnings(disclosure, applications, {}, '', '示例区人民政府')).not.toEqual([]);
  });
  test.each([
    ['区住建局制发规范性文件5件。', received, 'narrative-documents'],
    ['在区政府的领导下，制发规范性文件5件。', received, 'narrative-documents'],
    ['区政府制发规范性文件5件；办理行政许可320件。', received, 'narrative-licences'],
    [published, '在全区率先规范流程，收到政府信息公开申请15件。', 'narrative-received'],
    [published, '区政府收到政府信息公开申请120件，我局收到15件。', 'narrative-received'],
  ])('a body named beside its own number hides nothing: %s%s', (disclosure, applications, check) => {
    expect(warnings(disclosure, applications)).toEqual([check]);
  });
});

test.each([
  ['收到政府信息公开申请15件，办结12件。', 'narrative-received'],
  ['收到政府信息公开申请12件，办结15件。', 'narrative-concluded'],
  ['收到政府信息公开申请12件，结转上年4件。', 'narrative-carried'],
  ['收到政府信息公开申请12件，其中公开8件。', 'narrative-outcomes'],
  ['收到政府信息公开申请12件，其中自然人5件。', 'narrative-applicants'],
  ['收到政府信息公开申请12件，其中属于内部事务信息4件。', 'narrative-reasons'],
  ['收到政府信息公开申请12件，所有申请均已办结。', 'narrative-all-concluded'],
  ['我局未收到政府信息公开申请。', 'narrative-none-received'],
])('text that contradicts its tables does: %s', (applications, check) => {
  expect(warnings(published, applications)).toEqual([check]);
});
