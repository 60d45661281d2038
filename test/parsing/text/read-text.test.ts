import { expect, test } from 'vitest';
import { bureauKey } from '../../../src/naming/bureau-key.ts';
import { type ReadText, readText } from '../../../src/parsing/text/read-text.ts';
import { findSections } from '../../../src/parsing/text/sections.ts';
import { documentOf } from './document-of.ts';

const read = (...lines: string[]): ReadText => {
  const document = documentOf(...lines);
  return readText(document, findSections(document));
};

const place = (report: ReadText): string | null => report.region?.path.join('/') ?? null;

test('reads a title broken over lines, whose year outweighs a cited notice and a plan', () => {
  const report = read(
    '苏州市姑苏区民政局 2023 年政府信息公开',
    '工作年度报告',
    '根据《关于做好2024年政府信息公开工作年度报告的通知》要求，现将我局情况报告如下。',
    '所列数据的统计期限为 2023 年 1 月 1 日至 12 月 31 日。',
    '一、总体情况',
    '2024年，我局将继续努力。',
  );
  expect(report).toMatchObject({ bureau: '苏州市姑苏区民政局', year: 2023, bureauKey: '320508:民政' });
  expect(report.period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  expect(place(report)).toBe('江苏省/苏州市/姑苏区');
  expect(report.identity.bureau).toMatchObject({ from: 'title', confidence: 'sure' });
});

test('takes the year from the period where the title has none, and says so', () => {
  const report = read(
    '南宁市教育局',
    '政府信息公开工作年度报告',
    '统计期限自2020年1月1日起至2020年12月31日止。',
    '一、总体情况',
  );
  expect(report).toMatchObject({ bureau: '南宁市教育局', year: 2020 });
  expect(report.identity.year).toMatchObject({ from: 'period', confidence: 'likely' });
});

test('reads a period with a comma between its dates', () => {
  const report = read('南宁市教育局2020年政府信息公开工作年度报告', '统计期限自2020年1月1日起，至2020年12月31日止。');
  expect(report.period).toEqual({ from: '2020-01-01', to: '2020-12-31' });
});

test('names nobody and no year where the text says only 我局', () => {
  const report = read(
    '根据《中华人民共和国政府信息公开条例》有关规定，结合我局工作实际，制定本报告：',
    '一、总体情况',
    '我局积极落实各项要求。',
  );
  expect(report).toMatchObject({ bureau: null, bureauKey: null, region: null, year: null, period: null });
});

test('gives candidates, not a guess, for a name that several places share, until a contact line tells', () => {
  const head = ['鼓楼区司法局2022年政府信息公开工作年度报告'];
  const unknown = read(...head, '一、总体情况');
  expect(unknown.region).toBeNull();
  expect(unknown.regionCandidates.map(({ path }) => path.join('/'))).toEqual([
    '江苏省/南京市/鼓楼区',
    '江苏省/徐州市/鼓楼区',
    '福建省/福州市/鼓楼区',
    '河南省/开封市/鼓楼区',
  ]);
  const told = read(...head, '如有疑问，请与我局联系（地址：徐州市中山北路1号，邮编：221000）。', '一、总体情况');
  expect(place(told)).toBe('江苏省/徐州市/鼓楼区');
});

test('takes a city or a town as publisher for its government, and keeps the printed name', () => {
  expect(read('扬州市2024年政府信息公开工作年度报告', '一、总体情况')).toMatchObject({
    bureau: '扬州市人民政府',
    aliases: ['扬州市'],
    bureauKey: '321000:人民政府',
  });
});

test('keeps the page around the report out of its text', () => {
  const report = read(
    '首页',
    '当前位置：首页>政府信息公开年报',
    '扬州市财政局2021年政府信息公开工作年度报告',
    '发布时间：2022-01-18  来源：市财政局 浏览次数：128',
    '一、总体情况',
    '全年公开信息5条。',
    '六、其他需要报告的事项',
    '未收取信息处理费。',
    '扬州市财政局2020年政府信息公开工作年度报告2021-01-20',
    '版权所有：扬州市人民政府',
  );
  expect(report.preamble[0]?.text).toBe('扬州市财政局2021年政府信息公开工作年度报告');
  expect(report.sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(['未收取信息处理费。']);
  expect(report).toMatchObject({ publishedOn: '2022-01-18', year: 2021 });
});

test('joins wrapped lines, drops page numbers and leaves tables out', () => {
  const document = documentOf(
    '一、总体情况',
    '全年共公开信',
    '息 12',
    '- 1 -',
    '- 2 -',
    '条,其中网站 7 条。',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容 本年制发件数 本年废止件数 现行有效件数',
    '规章 0 0 0',
    '行政许可 5',
  );
  for (const [at, line] of document.lines.entries()) line.place.page = at < 4 ? 1 : 2;
  const { sections } = readText(document, findSections(document));
  expect(sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
    ['全年共公开信息12条，其中网站7条。'],
    [],
  ]);
});

test('what a browser prints around a page parts no sentence', () => {
  const document = documentOf(
    '2023/1/31 16:13 政府信息公开年报',
    '一、总体情况',
    '全年共公开信',
    'https://www.example.gov.cn/art/2023/1/31/art_1.html \t1/2',
    '2023/1/31 16:13 政府信息公开年报',
    '息 12 条。',
    'https://www.example.gov.cn/art/2023/1/31/art_1.html \t2/2',
  );
  for (const [at, line] of document.lines.entries()) line.place.page = at < 4 ? 1 : 2;
  const { sections } = readText(document, findSections(document));
  expect(sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([['全年共公开信息12条。']]);
});

test.each([
  ['宜兴市人民政府2022年政府信息公开工作年度报告'],
  ['2022年宜兴市人民政府政府信息公开工作年度报告'],
  ['宜兴市人民政府', '政府信息公开工作2022年度报告'],
  ['宜兴市人民政府政府信息公开', '2022年度报告'],
  ['宜兴市人民政府关于2022年政府信息公开工作情况的报告'],
  ['宜兴市人民政府二〇二二年政务公开工作年度报告'],
  ['宜兴市人', '民政府２０２２年政府信息公开工作年度报告'],
])('one government and its year, however the title is worded and broken: %s %s', (...title) => {
  const report = read(...title, '一、总体情况', '全年主动公开信息 12 条。');
  expect(report).toMatchObject({ bureau: '宜兴市人民政府', year: 2022, region: { code: '320282' } });
});

test('a line above the title that is a name of its own is no part of the name below', () => {
  const report = read('宜兴市政府信息公开平台', '教育局2022年政府信息公开工作年度报告', '一、总体情况');
  expect(report.bureau).toBe('教育局');
});

test('a tax bureau is led from Beijing and stands where its name says', () => {
  const report = read('国家税务总局宜兴市税务局2022年政府信息公开工作年度报告', '一、总体情况');
  expect(report).toMatchObject({ bureau: '国家税务总局宜兴市税务局', region: { code: '320282' } });
  expect(report.bureauKey).toBe(bureauKey('宜兴市税务局', report.region));
});

test.each(['宜兴市档案馆', '宜兴市实验小学', '中国人民银行银川中心支行'])('names %s', (name) => {
  expect(read(`${name}2022年政府信息公开工作年度报告`, '一、总体情况').bureau).toBe(name);
});

test.each([
  ['标　　题 | 宜兴市教育局2022年政府信息公开工作年度报告 | ||'],
  ['标　　题\t宜兴市教育局2022年政府信息公开工作年度报告'],
  ['名　　称\t宜兴市教育局2022年政府信息公开工作年度报告\t文　　号\t'],
])('the title stands in a cell of the page’s index: %s', (row) => {
  const report = read('索引号\t4/2023-00004', row, '发布机构\t教育局', '一、总体情况', '全年公开信息16条。');
  expect(report).toMatchObject({
    title: '宜兴市教育局2022年政府信息公开工作年度报告',
    bureau: '宜兴市教育局',
    year: 2022,
  });
});

test.each([
  ['特向社会公布国家税务总局宜兴市税务局（以下简称“宜兴市税务局”）2021年政府信息公开工作年度报告。'],
  [
    '本报告结合国家税务总局宜兴市税务局（以下简称“宜兴市税务局”）政府信息公开工作有关统计数据撰写，统计期限自2021年1月1日起至2021年12月31日止。',
  ],
  ['现公布国家税务总局宜兴市税务局政府信息公开工作2021年度报告。'],
  ['依据《条例》编制国家税务总局宜兴市税务局2021年度政府信息公开报告，公开我局2021年政府信息公开工作年度报告。'],
  ['现将国家税务总局宜兴市税务局2021年度政府信息工作年度报告予以公开。'],
  ['本报告涵盖了2021年国家税务总局宜兴市税务局政府信息公开工作情况，特公开我局2021年度政府信息公开工作年度报告。'],
  ['由国家税务总局宜兴市税务局（以下简称宜兴税务）编制，公开我局2021年度政府信息公开工作年度报告。'],
  ['编制形成了《国家税务总局宜兴市税务局2021年政府信息公开工作年度报告》。'],
  ['由国家税务总局宜兴市税务局结合有关统计数据编制，公开我局2021年度政府信息公开工作年度报告。'],
  ['如有疑问，请与国家税务总局宜兴市税务局综合办公室联系。公开我局2021年度政府信息公开工作年度报告。'],
])('the opening names body and year: %s', (opening) => {
  expect(read(opening, '一、总体情况', '我局高度重视。')).toMatchObject({
    bureau: '国家税务总局宜兴市税务局',
    year: 2021,
  });
});

test('reads the opening also where it stands below the first heading, and nothing else of that section', () => {
  const read1 = (text: string) => read('一、总体情况', text, '2022年，由宜兴市教育局编制规划 1 份。').bureau;
  expect(read1('本年度报告统计期限至2022年12月31日止。如有疑问，请与宜兴市民政局联系（地址：人民路1号）。')).toBe(
    '宜兴市民政局',
  );
  expect(read1('我局高度重视。')).toBeNull();
});

test('a body whose notice is followed is not the one that reports', () => {
  const report = read('结合宜兴市人民政府办公室政务公开工作要点，我局编制本报告。', '一、总体情况', '我局高度重视。');
  expect(report.bureau).toBeNull();
});

test('takes the year of the day up to which things were counted', () => {
  const report = read('一、总体情况', '截至2023年12月31日，我局发布信息34条。');
  expect(report).toMatchObject({ year: 2023, identity: { year: { confidence: 'doubtful' } } });
});

test('政府 alone names nobody', () => {
  expect(read('政府政务公开年报', '一、总体情况', '2019年，我镇公开信息66条。').bureau).toBeNull();
  expect(read('现将2023年度政府信息公开工作报告如下：', '一、总体情况', '我镇公开信息66条。').bureau).toBeNull();
});

test('last year’s report among what was published is not this report', () => {
  const report = read(
    '依据《中华人民共和国政府信息公开条例》编制。',
    '一、总体情况',
    '2021年，我局主动公开信息5条。发布我局2020年度政府信息公开工作年度报告。',
  );
  expect(report.year).toBe(2021);
});

test.each([
  ['发布机构： 宜兴市教育局　发文日期：2023-01-10', 'page label', 'doubtful'],
  ['索引号 | 4/2023-00004 | 发布机构 | 宜兴市教育局 | 文号 |', 'page label', 'doubtful'],
  ['填报单位（盖章）：宜兴市教育局', 'page label', 'doubtful'],
])('a label over the text names the body: %s', (label, from, confidence) => {
  const report = read(label, '2022年政府信息公开工作年度报告', '一、总体情况', '我局高度重视。');
  expect(report).toMatchObject({ bureau: '宜兴市教育局', identity: { bureau: { from, confidence } } });
});

test('a label whose name stands on the next line', () => {
  const report = read('发布机构：', '', '宜兴市教育局', '2022年政府信息公开工作年度报告', '一、总体情况');
  expect(report.bureau).toBe('宜兴市教育局');
});

test('the signature names the body, over its date and nowhere else', () => {
  const head = ['2022年政府信息公开工作年度报告', '一、总体情况', '我局高度重视。', '六、其他需要报告的事项', '无。'];
  expect(read(...head, '宜兴市教育局', '2023年1月10日')).toMatchObject({
    bureau: '宜兴市教育局',
    identity: { bureau: { from: 'signature', confidence: 'likely' } },
  });
  expect(read(...head, '宜兴市教育局', '友情链接').bureau).toBeNull();
});

test('the title that a page declares names the body where the page prints only the year', () => {
  const document = documentOf('2022年政府信息公开工作年度报告', '一、总体情况', '我局高度重视。');
  document.declaredTitle = '宜兴市教育局2022年政府信息公开工作年度报告_宜兴市人民政府';
  const report = readText(document, findSections(document));
  expect(report).toMatchObject({ bureau: '宜兴市教育局', identity: { bureau: { from: 'declared title' } } });
});

test.each([
  ['小河街道办事处', ['2024年，小河街道办事处严格按照要求公开信息。', '小河街道高度重视，我街道公开信息 5 条。']],
  ['宜兴市水利局', ['2024年，宜兴市水利局坚持公开为常态。', '我局通过宜兴市人民政府网站公开信息 5 条。']],
  ['小河镇人民政府', ['我镇制定《小河镇政务公开工作制度》，通过“小河镇人民政府”微信公众号公开信息。']],
  ['宜兴市教育局', ['市教育局制定《宜兴市教育局信息公开指南》、《宜兴市教育局信息公开制度》。']],
])('the name that a text goes by, where nothing else names the body: %s', (bureau, overview) => {
  const report = read('一、总体情况', ...overview);
  expect(report).toMatchObject({ bureau, identity: { bureau: { from: 'prose', confidence: 'doubtful' } } });
});

test.each([
  ['a place without a name', ['2024年，区水利局坚持公开。', '区水利局公开信息 5 条。']],
  ['another body met as often', ['2024年，小河街道坚持公开。', '2024年，大河街道坚持公开。']],
  ['a body of another kind than 我局', ['2024年，小河街道坚持公开。', '我局公开信息 5 条。']],
  ['a body met once in passing', ['我局公开信息 5 条，宜兴市水利局积极配合。']],
  ['rules of a body above', ['我局落实《宜兴市人民政府信息公开办法》、《宜兴市人民政府政务公开办法》。']],
])('a name in the text is no publisher: %s', (_, overview) => {
  expect(read('一、总体情况', ...overview).bureau).toBeNull();
});

test.each([
  ['市', '宜兴市教科局', '320282'],
  ['县', '大竹县教科局', '511724'],
  ['区', '宜兴市教科局', undefined],
])('a bureau whose title names no place is where the opening calls it by a fuller name: %s, %s', (kind, name, code) => {
  const report = read(
    `2022年${kind}教育和科学技术局政府信息公开工作年度报告`,
    `结合工作实际，编制${name}2022年度政府信息公开工作年度报告。`,
    '一、总体情况',
  );
  expect(report.bureau).toBe(`${kind}教育和科学技术局`);
  expect(report.region?.code).toBe(code);
});

test('a name broken behind a whole name is read whole where it is also printed in one line', () => {
  const report = read(
    '宜兴市阳羡度假区管理委员会 卫生健康办公室2022年政府信息公开工作年度报告',
    '宜兴市阳羡度假区管理委员会',
    '卫生健康办公室2022年政府信息公开工作年度报告',
    '一、总体情况',
  );
  expect(report.bureau).toBe('宜兴市阳羡度假区管理委员会卫生健康办公室');
});
