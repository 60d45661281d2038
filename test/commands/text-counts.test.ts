import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Fact } from '../../src/report/fact.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
const fact = (subject: Fact['subject'], value: number, more: Partial<Fact> = {}) => ({
  ...{ subject, value, unit: '条', sentence: `原句${value}。` },
  ...more,
});

beforeAll(async () => {
  store = await emptyStore();
  await file(store, '金凤区卫生健康局', 2021, {
    facts: [
      fact('published', 213),
      fact('published', 141, { channel: 'website', partOf: 0 }),
      fact('published', 72, { channel: 'wechat', partOf: 0 }),
      fact('published', 20, { channel: 'wechat', partOf: 2 }),
      fact('interpretations', 4, { unit: '篇' }),
      fact('trainings', 5, { unit: '期' }),
      fact('trainings', 300, { unit: '人次' }),
    ],
  });
  await file(store, '金凤区卫生健康局', 2020, { facts: [fact('published', 200)] });
  await file(store, '灵武市卫生健康局', 2021, {
    facts: [fact('published', 699), fact('published', 323), fact('complaints', 530, { of: '12345平台', unit: '件' })],
  });
  await file(store, '红寺堡区卫生健康局', 2021, {
    facts: [fact('published', 5500, { precision: 'atLeast' }), fact('openDays', 2, { unit: '次' })],
  });
  await file(store, '银川市教育局', 2021, { facts: [] });
});

describe('what only the text counts', () => {
  test('is ranked, added up and marked as such; who does not say is named and never 0', async () => {
    const said = await ask(store, '主动公开条数 2021');
    expect(said).toContain('2021 年度 主动公开条数（正文）（按机关）');
    expect(said).toContain('合计 6,412 · 3 个机关 · 平均 2,137.3 · 中位数 699');
    expect(said).toContain('出自正文叙述，不是三张表里的数');
    expect(said).toMatch(/红寺堡区卫生健康局 5,500 余[\s\S]*灵武市卫生健康局 699 ⚠️[\s\S]*金凤区卫生健康局 213/);
    expect(said).toContain('1 个机关的正文写了几个不同的数，取最大的一个');
    expect(said).toContain('含 1 个机关的约数');
    expect(said).toContain('网站 141 · 微信 72');
    expect(said).toContain('+13');
    expect(said).toContain('未计入 1 个（正文未写）：银川市教育局');
  });

  test.each([
    ['微信公开条数 2021', '微信（正文）', '金凤区卫生健康局 72'],
    ['网站主动公开多少条 2021', '网站（正文）', '金凤区卫生健康局 141'],
    ['解读 2021', '政策解读（正文）', '金凤区卫生健康局 4'],
    ['培训 2021', '培训（正文）', '金凤区卫生健康局 5'],
    ['开放日 2021', '政府开放日（正文）', '红寺堡区卫生健康局 2'],
    ['热线 2021', '热线受理（正文）', '灵武市卫生健康局 530'],
    ['published 2021', '主动公开条数（正文）', '金凤区卫生健康局 213'],
    ['趋势 金凤区卫健局 主动公开条数', '主动公开条数（正文）', '2020 200 · 2021 213'],
  ])('%s', async (text, title, figure) => {
    const said = await ask(store, text);
    expect(said).toContain(title);
    expect(said).toContain(figure);
  });

  test('of one bureau comes with its sentence', async () => {
    const said = await ask(store, '灵武市卫健局 主动公开条数 2021');
    expect(said).toContain(
      '主动公开条数（正文） 699 ⚠️ · 出自正文叙述，不是三张表里的数；各机关写法、口径可能不同 · 正文写了几个不同的数，这是最大的一个',
    );
    expect(said).toContain('原句：“原句699。”');
    expect(await ask(store, '银川市教育局 主动公开条数 2021')).toContain('主动公开条数（正文） 正文未写');
  });

  test('never stands in one sum with a table', async () => {
    const said = await ask(store, '处罚 主动公开条数 2021');
    expect(said).toContain('机关 · 行政处罚 · ');
    expect(said).toContain('主动公开条数（正文）');
    expect(await ask(store, '主动公开 规范性文件 2021')).not.toContain('正文');
  });
});

test('an export says which counts are rough or one of several', async () => {
  const { files } = await answer('导出 主动公开条数 2021 csv', { store, asker: everybody, now });
  const rows = Buffer.from(files![0]!.bytes).toString('utf8').split('\r\n');
  expect(rows.find((row) => row.startsWith('红寺堡'))).toMatch(/,5500,主动公开条数（正文） 5500 余,/);
  expect(rows.find((row) => row.startsWith('灵武'))).toMatch(/,699,主动公开条数（正文）,/);
  expect(rows.find((row) => row.startsWith('银川市教育局'))).toMatch(/,正文未写,/);
});
