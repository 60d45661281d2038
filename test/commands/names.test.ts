import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

const towers = ['江苏省南京市', '江苏省徐州市', '福建省福州市', '河南省开封市'];
let store: Store;
beforeAll(async () => {
  store = await emptyStore();
  for (const [number, city] of towers.entries())
    await file(store, `${city.slice(3)}鼓楼区民政局`, 2021, {
      cells: { 'disclosures.penalties.decisions': 71 + number },
    });
  await file(store, '金凤区卫生健康局', 2021, { cells: { 'disclosures.penalties.decisions': 44 } });
  await file(store, '金凤区教育局', 2021);
  await file(store, '灵武市卫生健康局', 2021);
}, 60_000);

const inChannel = (channel: string, team = 'T1') => ({ ...everybody, team, channel, user: 'U1' });
const optionsOf = async (text: string, channel: string) => {
  const { blocks } = await answer(text, { store, asker: inChannel(channel), now });
  const found = [
    ...JSON.stringify(blocks).matchAll(
      /"text":"([^"]+)","emoji"?[^}]*\},"value":"([^"]+)"|"text":"([^"]+)"\},"value":"([^"]+)"/g,
    ),
  ];
  return found.map(([, a, b, c, d]) => [a ?? c!, b ?? d!] as const);
};

describe('one bureau, however it is written', () => {
  test.each([
    'jinfengqu weijianju 2021',
    'jinfeng weijianju 2021',
    'jinfengqu weishengjiankangju 2021',
    'yinchuan jinfengqu weijianju 2021',
    'JinFeng WeiJianJu 2021',
    '金鳳區衛健局2021',
    '金鳳區衛生健康局２０２１年',
    'ｊｉｎｆｅｎｇ 卫健局 ２０２１',
    '金凤区卫健局2021年度',
    '2021年金凤区卫健局',
    '银川金凤区卫生健康局 2021',
  ])('%s', async (text) => {
    expect(await ask(store, text)).toContain('金凤区卫生健康局 · 2021 年度');
  });

  test('a region gives all its bureaus', async () => {
    const said = await ask(store, 'jinfeng 2021');
    expect(said).toContain('金凤区卫生健康局');
    expect(said).toContain('金凤区教育局');
    expect(said).not.toContain('灵武');
  });
});

describe('鼓楼区, of which there are four', () => {
  test('asks with the full paths', async () => {
    const said = await ask(store, '鼓楼区 2021', inChannel('C0'));
    expect(said).toContain('“鼓楼区”对应 4 个地方，请选择：');
    for (const city of towers) expect(said).toContain(`${city}鼓楼区`);
  });

  test('remembers the choice in that channel for thirty days, and nowhere else', async () => {
    const options = await optionsOf('鼓楼区 处罚 2021', 'C1');
    const [, question] = options.find(([label]) => label === '福建省福州市鼓楼区')!;
    expect(await ask(store, question, inChannel('C1'))).toMatch(/范围：福州市鼓楼区\n合计 73 件/);
    expect(await ask(store, '鼓楼区 处罚 2021', inChannel('C1'))).toMatch(/范围：福州市鼓楼区\n合计 73 件/);
    expect(await ask(store, '鼓楼区 处罚 2021', inChannel('C2'))).toContain('对应 4 个地方');
    expect(await ask(store, '鼓楼区 处罚 2021', inChannel('C1', 'T2'))).toContain('对应 4 个地方');
    expect(await ask(store, '开封鼓楼区 处罚 2021', inChannel('C1'))).toContain('74');
  });
});

test.each([
  ['金凤曲 2021', '金凤区'],
  ['灵舞市 2021', '灵武市'],
  ['jinfen 2021', '金凤区'],
  ['金风区卫健局 2021', '金凤区'],
  ['处法 2021', '处罚'],
])('“%s” is offered %s', async (text, offered) => {
  const said = await ask(store, text);
  expect(said).toContain(offered);
  expect(said).toMatch(/没有找到|按“.*”查询/);
});
