import { beforeAll, describe, expect, test } from 'vitest';
import { file } from '../commands/stored.ts';
import { browserMissing } from '../workspace/browser.ts';
import { Stage } from './stage.ts';

const penalties = (count: number | string) => ({ cells: { 'disclosures.penalties.decisions': count } as const });
const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** Ten questions typed into the page, and what stands in the answer that only the asker sees. */
const questions: readonly (readonly [question: string, ...seen: (string | RegExp)[]])[] = [
  ['金凤区卫健局 2021', '金凤区卫生健康局 · 2021 年度', '处罚 44', '金凤区卫生健康局2021.pdf'],
  [
    '处罚 2021 卫健局',
    '合计 105 件 · 3 个机关 · 平均 35 · 中位数 33',
    '41.9%',
    '未计入 1 个（空）：沙坡头区卫生健康局',
  ],
  ['对比 金凤区卫健局 灵武市卫健局 2021', '对比 · 2021 年度', '灵武市卫生健康局2021.pdf'],
  ['趋势 金凤区卫健局 处罚', '2019 31 · 2020 38 · 2021 44', '处理决定数量'],
  ['不予公开原因 2021', '不予公开、无法提供、不予处理合计'],
  ['主动公开条数 2021', '出自正文叙述，不是三张表里的数', '正文未写'],
  ['缺报 2020', '2020 缺报', '灵武市卫生健康局'],
  ['本周变化', /的变化（\d+）|没有变化/],
  ['金凤曲 2021', '没有找到“金凤曲”', '金凤区'],
  ['鼓楼区 2021', '“鼓楼区”对应 2 个地方'],
];

describe.skipIf(browserMissing)('questions asked in a browser', () => {
  const stage = Stage.ready(wide);

  beforeAll(async () => {
    const { store } = stage.local;
    for (const [year, count] of [
      [2019, 31],
      [2020, 38],
      [2021, 44],
    ] as const)
      await file(store, '金凤区卫生健康局', year, penalties(count));
    await file(store, '灵武市卫生健康局', 2021, penalties(33));
    await file(store, '红寺堡区卫生健康局', 2021, penalties(28));
    await file(store, '沙坡头区卫生健康局', 2021, penalties(''));
    await file(store, '南京市鼓楼区民政局', 2021, penalties(17));
    await file(store, '福州市鼓楼区民政局', 2021, penalties(19));
  }, 60_000);

  test.each(questions)('%s', async (question, ...seen) => {
    const { wang } = stage;
    const before = await wang.channel.locator('.message').count();
    await wang.write(`/govinfo ${question}`);
    const answer = wang.channel.locator('.message').nth(before);
    await answer.getByText('仅你可见').waitFor();
    for (const words of seen) await answer.getByText(words).first().waitFor();
    for (const size of [phone, wide]) {
      await wang.page.setViewportSize(size);
      // Nothing of an answer makes the page itself scroll sideways, on a phone either.
      expect(await wang.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
    expect(await stage.lei.channel.getByText('仅你可见').count()).toBe(0);
  });

  test('a choice among namesakes is answered, and an answer is posted for everybody', async () => {
    const { wang, lei } = stage;
    await wang.write('/govinfo 鼓楼区 处罚 2021');
    const choice = wang.channel.locator('.message').filter({ hasText: '对应 2 个地方' }).last();
    await choice.locator('select, .select, [role=combobox]').first().waitFor();
    await wang.write('/govinfo 处罚 2021');
    const answer = wang.channel.locator('.message').filter({ hasText: '2021 年度 行政处罚（按机关）' }).last();
    await answer.getByRole('button', { name: '发到频道' }).click();
    await lei.channel.getByText('2021 年度 行政处罚（按机关）').first().waitFor();
  });
});
