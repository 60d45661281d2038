// What the samples say. Real bureaus carry their true published figures in sentences of our own; 示例区 and 演示县 are invented.
// Table 三 lists only what is not 0: row -> [person, business, research, welfare, legal, other]; totals are added up.

const basis = (year) =>
  `本报告依据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（${year < 2021 ? '国办公开办函〔2019〕60号' : '国办公开办函〔2021〕30号'}）编写，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

const contact = (place, phone) => `如对本报告有疑问，请与我们联系（地址：${place}；电话：${phone}）。`;

const overview = (self, { published, requests, channels = '', training = '' }) => [
  `（一）主动公开。${published}`,
  `（二）依申请公开。${requests}`,
  `（三）政府信息管理。${self}对拟公开的信息逐条做保密审查，公文起草时同步标注公开属性，并定期清理已经失效的内容。`,
  `（四）政府信息公开平台建设。${channels || `${self}把政府网站作为第一平台，专人维护栏目，发现错链当日更正。`}`,
  `（五）监督保障。${training || `${self}把公开工作列入年度考核，接受社会评议；全年没有发生需要追究责任的情形。`}`,
];

const problems = [
  '存在的问题：一是个别栏目更新偏慢；二是解读材料的形式还不够丰富。',
  '改进情况：一是给每个栏目定下更新时限并按月检查；二是增加图表和问答形式的解读。',
];

const noRequests = (self) => `本年度${self}没有收到政府信息公开申请。`;
const noFee = (self) => [`本年度${self}没有收取信息处理费，也没有其他需要报告的事项。`];

/** Zero figures of table 二, overlaid with what is given. */
const disclosures2021 = (given) => ({
  regulations: [0, 0, 0],
  normativeDocuments: [0, 0, 0],
  licences: [0],
  penalties: [0],
  coerciveMeasures: [0],
  fees: [0],
  ...given,
});

export const reports = [
  {
    file: '红寺堡区卫生健康局2021.pdf',
    bureau: '红寺堡区卫生健康局',
    year: 2021,
    disclosures: disclosures2021({ licences: [459], penalties: [28], coerciveMeasures: [1] }),
    overview: overview('我局', {
      published: '2021年我局主动公开政府信息213条，其中区政府门户网站141条，微信公众号72条。',
      requests: noRequests('我局'),
    }),
    other: noFee('我局'),
    contact: contact('宁夏回族自治区吴忠市红寺堡区', '见区政府门户网站'),
  },
  {
    file: '金凤区卫生健康局2021.docx',
    bureau: '金凤区卫生健康局',
    year: 2021,
    disclosures: disclosures2021({ penalties: [44], fees: [973.93] }),
    overview: overview('我局', {
      published: '围绕重点领域公开信息323条，发布政策解读4篇。',
      requests: noRequests('我局'),
      channels: '我局微信公众号和政务微博分别发布信息350条和150条。',
    }),
    other: noFee('我局'),
    contact: contact('银川市金凤区长城路满城街交叉口向南500米', '0951-5043348'),
  },
  {
    file: '灵武市卫生健康局2021.html',
    bureau: '灵武市卫生健康局',
    year: 2021,
    disclosures: disclosures2021({ penalties: [33], fees: [433] }),
    overview: overview('我局', {
      published: '我局在市人民政府门户网站公开政府信息64条。',
      requests: noRequests('我局'),
      channels: '我局发布微博1981条，其中原创244条，转发1737条。',
    }),
    other: noFee('我局'),
    contact: contact('宁夏回族自治区银川市灵武市', '0951-4025322'),
  },
  {
    file: '红旗区卫生健康委员会2022.txt',
    bureau: '红旗区卫生健康委员会',
    year: 2022,
    disclosures: disclosures2021({ licences: [1344], penalties: [5] }),
    overview: overview('我委', {
      published: '2022年我委共办理行政许可1344件，结果按月在网上公示。',
      requests: noRequests('我委'),
    }),
    other: noFee('我委'),
    contact: contact('河南省新乡市红旗区', '见区政府门户网站'),
  },
  {
    file: '沙坡头区卫生健康局2025.md',
    bureau: '沙坡头区卫生健康局',
    year: 2025,
    disclosures: disclosures2021({ licences: [636], penalties: [4] }),
    applications: {
      received: [1, 0, 0, 0, 0, 0],
      'denied.internal': [1, 0, 0, 0, 0, 0],
      concluded: [1, 0, 0, 0, 0, 0],
    },
    overview: overview('我局', {
      published: '2025年通过政府网站公开信息98条，其中重点领域54条，部门动态10条，公告公示34条。',
      requests: '本年度收到政府信息公开申请1件，属于三类内部事务信息，已依法答复。',
      channels: '微信公众号发布信息383条。',
    }),
    other: noFee('我局'),
    contact: contact('宁夏回族自治区中卫市沙坡头区利民街3号', '0955-7988665'),
  },
  {
    file: '示例区卫生健康局2022.pdf',
    bureau: '示例区卫生健康局',
    year: 2022,
    disclosures: disclosures2021({ normativeDocuments: [1, 0, 6], licences: [198], penalties: [38], fees: [11.8] }),
    applications: {
      received: [4, 1, 0, 0, 0, 0],
      granted: [3, 1, 0, 0, 0, 0],
      'unavailable.notHeld': [1, 0, 0, 0, 0, 0],
      concluded: [4, 1, 0, 0, 0, 0],
    },
    overview: overview('我局', {
      published: '全年主动公开政府信息126条，其中网站90条，微信公众号36条。',
      requests: '本年度收到政府信息公开申请5件，已全部办结。',
    }),
    other: noFee('我局'),
    contact: contact('示例区政务中心三楼', '0000-1234567'),
  },
  {
    // A slip in table 三: the total of （七）总计 is printed as 11 while everything else makes 12.
    file: '示例区卫生健康局2023.pdf',
    bureau: '示例区卫生健康局',
    year: 2023,
    disclosures: disclosures2021({ normativeDocuments: [2, 1, 7], licences: [210], penalties: [44], fees: [12.5] }),
    applications: {
      received: [10, 2, 0, 0, 0, 0],
      granted: [6, 2, 0, 0, 0, 0],
      partlyGranted: [1, 0, 0, 0, 0, 0],
      'denied.thirdParty': [1, 0, 0, 0, 0, 0],
      'unavailable.notHeld': [2, 0, 0, 0, 0, 0],
      concluded: [10, 2, 0, 0, 0, 0, 11],
    },
    overview: overview('我局', {
      published: '全年主动公开政府信息142条，其中网站101条，微信公众号41条。',
      requests: '本年度收到政府信息公开申请12件。',
    }),
    other: noFee('我局'),
    contact: contact('示例区政务中心三楼', '0000-1234567'),
  },
  {
    // The row 规章 is missing and the total of （七）总计 is left blank.
    file: '演示县卫生健康局2023.html',
    bureau: '演示县卫生健康局',
    year: 2023,
    disclosures: { ...disclosures2021({ licences: [75], penalties: [17], coerciveMeasures: [2] }), regulations: null },
    applications: {
      received: [3, 0, 0, 0, 0, 0],
      granted: [2, 0, 0, 0, 0, 0],
      'declined.complaint': [1, 0, 0, 0, 0, 0],
      concluded: [3, 0, 0, 0, 0, 0, ''],
    },
    overview: overview('我局', {
      published: '全年主动公开政府信息58条。',
      requests: '本年度收到政府信息公开申请3件。',
    }),
    other: noFee('我局'),
    contact: contact('演示县人民路1号', '0000-7654321'),
  },
  {
    // The form of 2019.
    file: '演示县卫生健康局2020.docx',
    bureau: '演示县卫生健康局',
    year: 2020,
    disclosures: {
      regulations: [0, 0, 0],
      normativeDocuments: [1, 1, 9],
      licences: [12, '+2', 68],
      otherServices: [3, 0, 5],
      penalties: [40, '-1', 21],
      coerciveMeasures: [2, 0, 1],
      fees: [4, 0],
      procurement: [2, '251000元'],
    },
    applications: {
      received: [2, 0, 0, 0, 0, 0],
      granted: [1, 0, 0, 0, 0, 0],
      other: [1, 0, 0, 0, 0, 0],
      concluded: [2, 0, 0, 0, 0, 0],
    },
    overview: overview('我局', {
      published: '全年主动公开政府信息47条。',
      requests: '本年度收到政府信息公开申请2件。',
    }),
    other: ['无。'],
    contact: contact('演示县人民路1号', '0000-7654321'),
  },
  {
    file: '示例区教育局2023.xlsx',
    bureau: '示例区教育局',
    year: 2023,
    disclosures: disclosures2021({ licences: [31], penalties: [6] }),
    overview: overview('我局', { published: '全年主动公开政府信息88条。', requests: noRequests('我局') }),
    other: noFee('我局'),
    contact: contact('示例区文化路9号', '0000-2223333'),
  },
  {
    // Pictures of pages only: no text layer.
    file: '演示县教育局2023（扫描件）.pdf',
    scan: true,
    bureau: '演示县教育局',
    year: 2023,
    disclosures: disclosures2021({ licences: [26], penalties: [3] }),
    overview: overview('我局', { published: '全年主动公开政府信息61条。', requests: noRequests('我局') }),
    other: noFee('我局'),
    contact: contact('演示县文化路2号', '0000-8889999'),
  },
].map((report) => ({
  applications: {},
  disputes: Array(15).fill(0),
  problems,
  preamble: basis(report.year),
  form: report.year < 2021 ? '2019' : '2021',
  ...report,
}));

/** A file that is no report at all. */
export const notice = {
  file: '关于召开例会的通知.txt',
  text: '关于召开例会的通知\n\n各科室：\n定于本周五下午三点在二楼会议室召开例会，请提前十分钟到场并带好本月工作清单。\n\n办公室\n',
};
