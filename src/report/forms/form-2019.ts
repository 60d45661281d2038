import type { Form } from './form.ts';
import { applicants, applicationsHead, commonApplicationRows, disputes } from './shared-parts.ts';

const items = [
  ['itemsLastYear', '上一年项目数量'],
  ['itemsChange', '本年增/减'],
] as const;

const itemsAndDecisions = [...items, ['decisions', '处理决定数量']] as const;

/** The form of 国办公开办函〔2019〕60号 (试行), for report years 2019 and 2020: 22 + 161 + 15 = 198 cells. */
export const form2019 = {
  id: '2019',
  notice: '国办公开办函〔2019〕60号',
  since: 2019,
  disclosures: {
    numeral: '二',
    title: '主动公开政府信息情况',
    blocks: [
      {
        item: '第二十条第（一）项',
        columns: [
          ['newlyMade', '本年新制作数量'],
          ['newlyDisclosed', '本年新公开数量'],
          ['totalDisclosed', '对外公开总数量'],
        ],
        rows: [
          ['regulations', '规章'],
          ['normativeDocuments', '规范性文件'],
        ],
      },
      {
        item: '第二十条第（五）项',
        columns: itemsAndDecisions,
        rows: [
          ['licences', '行政许可'],
          ['otherServices', '其他对外管理服务事项'],
        ],
      },
      {
        item: '第二十条第（六）项',
        columns: itemsAndDecisions,
        rows: [
          ['penalties', '行政处罚'],
          ['coerciveMeasures', '行政强制'],
        ],
      },
      {
        item: '第二十条第（八）项',
        columns: items,
        rows: [['fees', '行政事业性收费']],
      },
      {
        item: '第二十条第（九）项',
        columns: [
          ['projects', '采购项目数量'],
          ['amount', '采购总金额'],
        ],
        rows: [['procurement', '政府集中采购']],
      },
    ],
  },
  applications: {
    numeral: '三',
    title: '收到和处理政府信息公开申请情况',
    ...applicationsHead,
    columns: applicants,
    rows: [
      ...commonApplicationRows,
      ['other', '（六）其他处理'],
      ['concluded', '（七）总计'],
      ['carriedOut', '四、结转下年度继续办理'],
    ],
  },
  disputes,
} as const satisfies Form;
