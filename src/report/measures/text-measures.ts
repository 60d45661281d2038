import { type FactChannel, type FactSubject, factChannels, factSubjects } from '../fact.ts';
import type { Measure } from './measure.ts';
import { type SaidId, saidIds } from './said.ts';

/** What people call these, beside the names of the subjects. */
const calls: Partial<Record<SaidId, string>> = {
  published:
    '主动公开条数 公开条数 主动公开信息条数 主动公开信息数量 主动公开数量 主动公开量 公开信息条数 公开信息数量 公开了多少条信息 发布条数 发布信息条数',
  policyDocuments: '政策性文件 公开政策文件 policies policy documents',
  interpretations: '解读 政策解读数 解读材料 解读稿件 解读条数 发布解读 interpretation interpretations',
  gazettes: '公报期数 gazette',
  pressConferences: '新闻发布会 发布会 press-conferences',
  interviews: '访谈 在线访谈 interview interviews',
  opinions: 'opinions 意见征集 征集意见 收到意见',
  responses: '回应 回应关切 responses',
  complaints: '投诉 投诉咨询 complaint complaints',
  consultations: '咨询 咨询量 enquiries consultations',
  proposals: '建议提案 提案 代表建议',
  trainings: '培训 培训次数 业务培训 培训班 training trainings',
  openDays: '开放日 政府开放日 政务开放日 openday opendays',
  meetings: '会议 会议次数 meeting meetings',
  inspections: '通报 检查通报 inspections',
  accounts: '账号 新媒体账号 政务新媒体账号 平台数 accounts',
  followers: '粉丝 粉丝数 关注量 关注人数 followers',
  visits: '访问量 浏览量 阅读量 点击量 views visits',
  'interpretations/normative': '规范性文件解读 行政规范性文件解读 解读规范性文件',
  hotline: '热线 12345 12345热线 热线电话 热线受理 hotline',
};
/** Words that also stand in questions about other things: they count only where nothing else is asked for. */
export const weakWords: readonly string[] = [
  '主动公开',
  '主动公开信息',
  '公开信息',
  '发布信息',
  'published',
  'items published',
  'publications',
];

const channelCalls: Record<FactChannel, string> = {
  website: '网站 政府网站 门户网站 官网 website',
  wechat: '微信 公众号 微信公众号 wechat',
  weibo: '微博 政务微博 weibo',
  video: '视频号 抖音 短视频',
  newMedia: '政务新媒体 新媒体',
  gazette: '公报 政府公报',
  press: '报刊 电视 报纸',
  board: '公告栏 公开栏',
  hotline: '电话',
};
/** Names of channels, each with what it means. */
export const channelWords: readonly (readonly [word: string, channel: FactChannel])[] = (
  Object.entries(channelCalls) as [FactChannel, string][]
).flatMap(([channel, words]) => words.split(' ').map((word) => [word, channel] as const));

function titleOf(id: SaidId): Measure['title'] {
  if (id === 'hotline') return { zh: '热线受理（正文）', en: 'Hotline (from the text)' };
  if (id === 'interpretations/normative')
    return { zh: '规范性文件解读（正文）', en: 'Interpretations of normative documents (from the text)' };
  const [subject, channel] = id.split('/') as [FactSubject, FactChannel | undefined];
  const name = subject === 'published' ? { zh: '主动公开条数', en: 'items published' } : factSubjects[subject];
  const where = channel && factChannels[channel];
  const en = `${name.en}${where ? `, ${where.en}` : ''} (from the text)`;
  return { zh: `${name.zh}${where ? ` · ${where.zh}` : ''}（正文）`, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** Counts that stand in sentences alone: marked as such wherever they go, and in no sum with cells of tables. */
export const textMeasures: readonly Measure[] = saidIds.map((id) => ({
  id: `text.${id}`,
  title: titleOf(id),
  unit: 'said',
  sums: [],
  said: id,
  words: calls[id]?.split(' ') ?? [],
}));

export const textMeasure = (id: SaidId): Measure => textMeasures.find(({ said }) => said === id)!;
