import { nameOf, partsOf } from '../../report/address.ts';
import type { FactChannel } from '../../report/fact.ts';
import {
  type Address,
  type Applicant,
  applicantColumns,
  type DisputeColumn,
  disputeColumns,
} from '../../report/forms/index.ts';
import type { HappeningKind } from '../../report/happening.ts';
import { allAddresses, cellMeasure, namedMeasure, namedMeasures } from '../../report/measures/catalogue.ts';
import type { Measure } from '../../report/measures/measure.ts';
import { channelWords, textMeasure, textMeasures, weakWords } from '../../report/measures/text-measures.ts';
import { columnName, rowName } from '../../report/names.ts';
import type { Level } from '../names/place.ts';

export const verbs = {
  compare: ['对比', '比较', '相比', '比一比', '对照', 'compare', 'comparison', 'vs', 'versus', 'duibi', 'bijiao'],
  peers: [
    '同类对比',
    '同类比较',
    '同类',
    '同类机关',
    '与同类比',
    '和同类比',
    '跟同类比',
    '排第几',
    '排名第几',
    '第几名',
    'peers',
    'peer comparison',
    'compare with peers',
    'tonglei',
  ],
  trend: [
    '趋势',
    '走势',
    '变化',
    '历年',
    '逐年',
    '历年变化',
    '变化趋势',
    'trend',
    'trends',
    'over time',
    'history',
    'qushi',
  ],
  issues: ['待办', '待核', '待办事项', '待核事项', '问题清单', 'issues', 'todo', 'to do', 'open issues', 'daiban'],
  missing: [
    '缺报',
    '未报',
    '没报',
    '没有报',
    '没有交',
    '没交',
    '未交',
    '没有报送',
    '没报送',
    '未报送',
    '没有提交',
    '没提交',
    '没有上报',
    '没上报',
    '漏报',
    '谁没交',
    '未收到',
    '未提交',
    '缺哪些',
    '还缺',
    'missing',
    'missing reports',
    'not submitted',
    'has not submitted',
    'have not submitted',
    'not reported',
    'not sent',
    'not received',
    'quebao',
  ],
  export: ['导出', '下载', 'export', 'download', 'daochu'],
  letter: ['核实函', '起草核实函', 'letter', 'query letter'],
  roster: ['名单', '名册', '应报名单', '应报机关', '机关名册', 'roster', 'mingdan'],
  bureaus: [
    '机关',
    '全部机关',
    '机关列表',
    '有哪些机关',
    '机关名单',
    '哪些单位',
    '有哪些单位',
    '单位',
    'bureaus',
    'list bureaus',
    'agencies',
    'jiguan',
  ],
  checks: ['检查', '检查项', '规则', '检查规则', 'checks', 'check', 'rules', 'jiancha'],
  settings: ['设置', 'settings', 'config', 'shezhi'],
  help: [
    '帮助',
    '用法',
    '怎么用',
    '怎么用啊',
    '使用说明',
    '说明',
    '你会什么',
    '你能做什么',
    '?',
    'help',
    'usage',
    'how to',
    'bangzhu',
  ],
  changes: [
    '最近变化',
    '最近更新',
    '最近动态',
    '有什么变化',
    '有哪些变化',
    '有何变化',
    '什么变了',
    '变了什么',
    '有什么更新',
    '有什么新的',
    '动态',
    '更新',
    '变动',
    'what changed',
    'what has changed',
    "what's new",
    'changes',
    'changed',
    'updates',
    'news',
  ],
  refusals: [
    '不予公开原因',
    '不予公开理由',
    '不予公开的原因',
    '不予公开的理由',
    '拒绝原因',
    '拒绝理由',
    '为什么不公开',
    '为什么拒绝',
    '未公开原因',
    '不公开的原因',
    '不公开的理由',
    '驳回原因',
    'refusal reasons',
    'why were requests refused',
    'why were applications refused',
    'why requests were refused',
    'why were requests denied',
    'reasons for refusal',
    'why refused',
    'grounds',
    'reasons',
  ],
} as const;
export type Verb = keyof typeof verbs;

export const formats = ['csv', 'xlsx', 'json'] as const;
export type Format = (typeof formats)[number];

/** What a word of a question means. */
export type Meaning =
  | { is: 'verb'; verb: Verb }
  /** `weak`: only where nothing else is asked for. */
  | { is: 'measure'; measure: Measure; weak?: boolean }
  /** A kind of applicant, an outcome, a channel: narrows the measure it stands with. */
  | { is: 'column'; applicant?: Applicant; outcome?: DisputeColumn; channel?: FactChannel }
  /** 表四: everything it counts, where nothing narrower is asked for. */
  | { is: 'table'; measures: readonly Measure[] }
  | { is: 'level'; level: Level }
  | { is: 'order'; order: 'most' | 'least' }
  | { is: 'format'; format: Format }
  | { is: 'mine' }
  | { is: 'chart' }
  | { is: 'kind'; kind: 'reconciliation' | 'missing' | 'reading' | 'text' | 'form' }
  | { is: 'happening'; kind: HappeningKind }
  | { is: 'all' }
  | { is: 'language'; locale: 'zh' | 'en' }
  | { is: 'filler' };

const fillers = [
  '请问 请 查询 查看 查一下 查查 查 看看 看一下 看 想知道 我想知道 我要 我想 帮我 帮忙 给我 告诉我 一下 下 是多少 有多少 多少 几 几件 多少件 多少条 多少钱 是 有 了 的 吗 呢 么 啊 吧 和 与 跟 及 以及 在 里 中 各 各个 每个 所有 情况 数据 数量 件数 数字 数 总数 总 合计 总共 一共 共 件 宗 起 条 份 万元 元 按机关 按单位 排名 排行 排行榜 排序 排 列表 统计 汇总 平均 均值 中位数 占比 比例 渠道 公开渠道 发布渠道 政府信息公开 信息公开 年报 年度报告 年度 报告 工作 工作年度报告 全市 全区 全县 全省 怎么样 如何 什么 哪些 哪个 哪家 哪里 本机关 这个 那个 结果 方面 相关 案件 决定 收到 收到了 作出 作出了 办理了 年 今 月 信息 受理 受理了 发布 发布了 公开了 对 比 前 名 位 家 最近 最新 还 都 谁 为 为什么 把 被 出 到 增加 增加了 减少 减少了 增长 增长了 下降 下降了 增减 多了 少了 多多少 少多少 多还是少 哪个多 哪个少 谁多 谁少 打开 跟 比起来 各自 分别 两个 三个 机关里 里面 上升 升 降 成 名次',
  'the a an of in for on by and how many much what whats is are was were did do does have has had show me tell give get number total totals count counts please pls show yuan cny rmb issue issued impose imposed made charge charged receive please list each per all bureau with from to report reports year annual which who govinfo about data figures average mean median ranking rank sorted their there it any',
]
  .join(' ')
  .split(' ');

/** What people call cells whose printed names are long. */
const inShort: Readonly<Partial<Record<Address, string>>> = {
  'applications.declined.complaint.total': '信访 信访类 信访类申请 信访件 信访举报',
  'applications.unavailable.notHeld.total': '不掌握 不属于本机关 非本机关 不归本机关',
  'applications.unavailable.needsMaking.total': '需另行制作 另行制作 没有现成信息',
  'applications.unavailable.unclear.total': '补正后不明确 仍不明确',
  'applications.denied.enforcementFile.total': '执法案卷',
  'applications.denied.deliberative.total': '过程性信息 过程性',
  'applications.denied.internal.total': '内部事务信息 内部事务',
  'applications.denied.security.total': '三安全一稳定 三安全',
  'applications.denied.thirdParty.total': '第三方 第三方权益',
  'applications.declined.excessive.total': '大量反复 反复申请',
  'applications.declined.publication.total': '出版物',
  'disclosures.procurement.amount': '采购金额 采购总金额 集中采购金额 集中采购 采购',
  'disclosures.procurement.projects': '采购项目 采购项目数量 采购项目数',
  'disclosures.fees.itemsLastYear': '收费项目 收费项目数量',
};

/** Numerals, brackets and everything behind the first bracket that a printed label carries: 1.属于国家秘密. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/^(?:[一二三四]、|\([一二三四五六七]\)|\d\.)/, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/["“”\s]/g, '')
    .toLowerCase();

function build(): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  const put = (word: string, meaning: Meaning) => {
    const key = word
      .normalize('NFKC')
      .replace(/["“”‘’']/g, '')
      .toLowerCase();
    if (key !== '' && !map.has(key)) map.set(key, meaning);
  };
  for (const measure of namedMeasures) {
    for (const word of [measure.title.zh, measure.title.en, ...measure.words]) put(word, { is: 'measure', measure });
  }
  for (const [verb, words] of Object.entries(verbs))
    for (const word of words) put(word, { is: 'verb', verb: verb as Verb });
  for (const [words, kind] of [
    ['勾稽 勾稽不平 不平 reconciliation', 'reconciliation'],
    ['缺漏 缺失 incomplete', 'missing'],
    ['存疑 识别存疑 uncertain', 'reading'],
    ['文字 文表不一致', 'text'],
    ['表式 form', 'form'],
  ] as const)
    for (const word of words.split(' ')) put(word, { is: 'kind', kind });
  for (const [words, kind] of [
    ['新年报 新收年报 新入库 入库 新报告 新增年报 新增报告 新增 新交 新交年报', 'filed'],
    ['新版本 版本 versions', 'version'],
    ['更正 更正数据 corrections corrected', 'correction'],
    ['处理决定记录 处理记录 决定记录 decisions', 'decision'],
    ['重新打开 重开 reopened', 'reopened'],
  ] as const)
    for (const word of words.split(' ')) put(word, { is: 'happening', kind });
  put('new reports', { is: 'happening', kind: 'filed' });
  for (const column of applicantColumns) {
    if (column === 'total' || column === 'other') continue;
    const { zh, en } = columnName('applications', column);
    for (const word of [zh, en]) put(word, { is: 'column', applicant: column });
  }
  for (const [word, applicant] of [
    ['个人', 'person'],
    ['公民', 'person'],
    ['企业', 'business'],
    ['公司', 'business'],
    ['律所', 'legal'],
    ['individuals', 'person'],
    ['companies', 'business'],
    ['person', 'person'],
  ] as const)
    put(word, { is: 'column', applicant });
  for (const column of disputeColumns) {
    if (column === 'total') continue;
    const { zh, en } = columnName('disputes', column);
    for (const word of [zh, zh.replace('结果', ''), en])
      if (word !== '其他') put(word, { is: 'column', outcome: column });
  }
  for (const measure of textMeasures) {
    const { zh, en } = measure.title;
    for (const word of [zh.replace('（正文）', ''), zh, en, ...measure.words]) put(word, { is: 'measure', measure });
  }
  for (const word of weakWords) put(word, { is: 'measure', measure: textMeasure('published'), weak: true });
  for (const [word, channel] of channelWords) put(word, { is: 'column', channel });
  for (const word of ['纠错', '被纠错', '败诉', 'lost', 'overturned'])
    put(word, { is: 'column', outcome: 'corrected' });
  for (const word of ['未审结', '审理中']) put(word, { is: 'column', outcome: 'pending' });
  for (const word of ['最多', '最高', '最大', '从高到低', '降序', 'most', 'highest', 'top', 'largest'])
    put(word, { is: 'order', order: 'most' });
  for (const word of [
    '最少',
    '最低',
    '最小',
    '从低到高',
    '升序',
    '没有',
    'least',
    'lowest',
    'fewest',
    'bottom',
    'smallest',
  ])
    put(word, { is: 'order', order: 'least' });
  for (const format of formats) put(format, { is: 'format', format });
  for (const word of ['excel', '表格', '电子表格']) put(word, { is: 'format', format: 'xlsx' });
  for (const word of ['我', '我的', 'mine', 'my', 'me']) put(word, { is: 'mine' });
  for (const word of ['柱状图', '图', '图表', '折线图', 'chart', 'bar chart', 'line chart']) put(word, { is: 'chart' });
  for (const word of ['全部', '所有年份', '全部年份', '各年', 'all years']) put(word, { is: 'all' });
  for (const word of ['english', 'en', '英文']) put(word, { is: 'language', locale: 'en' });
  for (const word of ['chinese', 'zh', '中文']) put(word, { is: 'language', locale: 'zh' });
  // Words that every table has: alone they narrow nothing.
  for (const word of ['其他', '总计', '合计']) put(word, { is: 'filler' });
  for (const [address, said] of Object.entries(inShort))
    for (const word of said.split(' ')) put(word, { is: 'measure', measure: cellMeasure(address as Address) });
  for (const [word, ids] of [
    ['表二', ['licences', 'penalties', 'measures', 'fees']],
    ['表三', ['applications', 'granted', 'concluded', 'carried-out']],
    ['表四', ['reconsideration', 'litigation']],
  ] as const)
    put(word, { is: 'table', measures: ids.map(namedMeasure) });
  for (const [words, level] of [
    ['省级 各省 省本级', 'province'],
    ['市级 各市 地市 各地市 地级市 市本级', 'city'],
    ['区县 县区 各区县 各县区 区县级 县区级 区级 县级 各区 各县 县市区 各县市区', 'county'],
  ] as const)
    for (const word of words.split(' ')) put(word, { is: 'level', level });
  for (const [word, level] of [
    ['provincial', 'province'],
    ['municipal', 'city'],
    ['county level', 'county'],
    ['counties', 'county'],
  ] as const)
    put(word, { is: 'level', level });
  for (const phrase of ['show me', 'tell me', 'give me', 'let me know', 'can you', 'could you', 'i want', 'i need'])
    put(phrase, { is: 'filler' });
  putCells(put);
  for (const word of fillers) put(word, { is: 'filler' });
  return map;
}

/** Every cell by its printed row; with its printed column where the row has several columns. */
function putCells(put: (word: string, meaning: Meaning) => void): void {
  for (const address of allAddresses) {
    const { table, row, column } = partsOf(address);
    const printed = nameOf(address);
    const short = rowName(table, row).zh.split('·').at(-1)!;
    const rows = new Set([bare(printed.row), bare(short), rowName(table, row).en]);
    const columns = new Set([bare(printed.column), columnName(table, column).zh.replace(/件数$/, '')]);
    const measure = cellMeasure(address);
    for (const name of rows) {
      if (column === 'total' || column === 'decisions') put(name, { is: 'measure', measure });
      if (table === 'applications') continue; // An applicant narrows its row by standing beside it.
      for (const head of columns) {
        put(`${name}${head}`, { is: 'measure', measure });
        put(`${head}${name}`, { is: 'measure', measure });
        // 废止的规范性文件, 规范性文件废止.
        const verb = bare(head).replace(/^本年|件数?$|数量$/g, '');
        for (const word of [`${verb}的${name}`, `${verb}${name}`, `${name}${verb}`])
          put(word, { is: 'measure', measure });
        if (table === 'disclosures') put(`${head.replace(/^本年/, '')}${name}`, { is: 'measure', measure });
      }
      put(`${name} ${columnName(table, column).en}`, { is: 'measure', measure });
    }
    // 政府集中采购 alone asks for its amount, 规章 alone for those made.
    if (column === 'made' || column === 'amount' || column === 'newlyMade')
      for (const name of rows) put(name, { is: 'measure', measure });
  }
}

const words = build();
const longest = Math.max(...[...words.keys()].map((word) => word.length));

/** The longest word that `text` begins with, and what it means. Latin words are taken whole. */
export function wordAtStart(text: string): { word: string; meaning: Meaning } | null {
  for (let length = Math.min(longest, text.length); length >= 1; length--) {
    const word = text.slice(0, length);
    if (/[a-z0-9]$/.test(word) && /^[a-z0-9]/.test(text.slice(length))) continue;
    const meaning = words.get(word);
    if (meaning) return { word, meaning };
  }
  return null;
}

/** All words that ask for something, for suggestions. */
export const askingWords: readonly string[] = [...words].flatMap(([word, { is }]) =>
  is === 'verb' || is === 'measure' ? [word] : [],
);
