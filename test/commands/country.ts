import { places } from '../../src/naming/places.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, file } from './stored.ts';

/** Names that nobody should be able to do harm with, or that no column was made for. */
export const hostileNames = [
  '<!channel>示例区*卫生*_健康_局 & 伙伴',
  `${'很长的'.repeat(30)}管理委员会`,
  '=HYPERLINK("http://example.org")局',
  '`示例`~县~\n> 审计局\u202E',
];

/** Every kind of figure once: doubtful sums, blanks, placeholders, unreadable cells, large numbers. */
const figures = (number: number) => ({
  'disclosures.penalties.decisions': number % 7 === 0 ? '' : number % 11 === 0 ? '/' : number * 13,
  'disclosures.licences.decisions': number % 5 === 0 ? null : 1_234_567 + number,
  'disclosures.fees.amount': number % 3 === 0 ? '四四' : number / 8,
  ...(number % 4 === 0 ? { 'applications.concluded.total': 99 } : {}),
});

/** A store of counties with a bureau each in some years, and the odd ones before them. */
export async function country(counties: number, odd: readonly string[] = []): Promise<Store> {
  const store = await emptyStore();
  const names = places
    .filter(({ level }) => level === 'county')
    .slice(0, counties)
    .map(({ path }) => `${path.at(-1)}卫生健康局`);
  for (const [number, name] of [...odd, ...names].entries())
    for (const year of number % 10 === 0 ? [2019, 2020, 2021, 2022] : [2021, 2022])
      await file(store, name, year, {
        cells: figures(number + year),
        facts: [{ subject: 'published', value: 100 + number, unit: '条', sentence: '主动公开信息若干条。' }],
      });
  return store;
}

/** A question of every kind, the simple and the strange. */
export const everyQuestion = [
  '',
  '帮助',
  'help en',
  '处罚 2021',
  '处罚 2021 柱状图',
  '处罚 2021 前10',
  '处罚 2021 第2页',
  '处罚 2021 第999页',
  '许可 2022 最少',
  '收费 2021',
  '予以公开率 2021',
  '处罚 许可 强制 收费 申请 2021',
  '处罚 2035',
  '不予公开原因 2021',
  '主动公开条数 2021',
  '缺报 2020',
  '待办',
  '待办 我',
  '待办 勾稽 第3页',
  '机关',
  '机关 第2页',
  '机关 北京',
  '检查',
  '检查 applications-balance',
  '2021',
  '全部',
  '东城区',
  '东城区 2021',
  '东城区 全部',
  '东城区 处罚 2021',
  '东城区 西城区 2021',
  '对比 东城区 2021 2022',
  '对比 东城区 西城区 朝阳区 丰台区 海淀区 2022',
  '对比',
  '同类对比',
  '同类对比 东城区卫健局 2021',
  '本周变化',
  '最近300天变化',
  '最近300天变化 第2页',
  '名单',
  '微信公开条数 2021',
  '趋势 东城区 主动公开条数',
  '趋势 东城区 处罚',
  '趋势 东城区 西城区 朝阳区 处罚 2019-2022',
  '趋势 处罚',
  '趋势 北京 许可 柱状图',
  '鼓楼区',
  '东成区',
  '<!channel> <@U1> *粗* `码` &amp;',
  '￥'.repeat(600),
  '公开',
  '导出 2021',
];
