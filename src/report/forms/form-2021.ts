import type { Form } from './form.ts';
import { applicants, applicationsHead, commonApplicationRows, disputes } from './shared-parts.ts';

/** The form of 国办公开办函〔2021〕30号, for report years from 2021: 10 + 175 + 15 = 200 cells. */
export const form2021 = {
  id: '2021',
  notice: '国办公开办函〔2021〕30号',
  since: 2021,
  disclosures: {
    numeral: '二',
    title: '主动公开政府信息情况',
    blocks: [
      {
        item: '第二十条第（一）项',
        columns: [
          ['made', '本年制发件数'],
          ['repealed', '本年废止件数'],
          ['inForce', '现行有效件数'],
        ],
        rows: [
          ['regulations', '规章'],
          ['normativeDocuments', '行政规范性文件'],
        ],
      },
      {
        item: '第二十条第（五）项',
        columns: [['decisions', '本年处理决定数量']],
        rows: [['licences', '行政许可']],
      },
      {
        item: '第二十条第（六）项',
        columns: [['decisions', '本年处理决定数量']],
        rows: [
          ['penalties', '行政处罚'],
          ['coerciveMeasures', '行政强制'],
        ],
      },
      {
        item: '第二十条第（八）项',
        columns: [['amount', '本年收费金额（单位：万元）']],
        rows: [['fees', '行政事业性收费']],
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
      { group: '（六）其他处理' },
      ['other.uncorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
      ['other.unpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
      ['other.other', '3.其他'],
      ['concluded', '（七）总计'],
      ['carriedOut', '四、结转下年度继续办理'],
    ],
  },
  disputes,
} as const satisfies Form;
