import { expect, test } from 'vitest';
import { findSections } from '../../../src/parsing/text/sections.ts';
import { documentOf } from './document-of.ts';

/** Section, its heading, and the first words of what it holds. */
const outline = (...lines: string[]): string[] =>
  findSections(documentOf(...lines)).map(({ id, heading, body }) => `${id}: ${heading ?? '-'} > ${lines[body] ?? ''}`);

const tableTwo = ['第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数', '规章 0 0 0', '行政许可 5'];
const tableThree = [
  '申请人情况',
  '一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0',
  '三、本年度办理结果',
  '四、结转下年度继续办理 0 0 0 0 0 0 0',
];
const tableFour = ['行政复议 行政诉讼', '未经复议直接起诉 复议后起诉', '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'];

test('takes neither the list of titles in the preamble nor rows of table three for headings', () => {
  expect(
    outline(
      '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、',
      '其他需要报告的事项六部分组成。',
      '一、总体情况',
      '（一）主动公开政府信息的情况',
      '全年公开 5 条。',
      '二、主动公开政府信息情况',
      ...tableTwo,
      '三、收到和处理政府信息公开申请情况',
      ...tableThree,
      '四、政府信息公开行政复议、行政诉讼情况',
      ...tableFour,
      '五、存在的主要问题及改进情况',
      '一是不足。',
      '六、其他需要报告的事项',
      '无。',
    ),
  ).toEqual([
    'overview: 一、总体情况 > （一）主动公开政府信息的情况',
    'disclosures: 二、主动公开政府信息情况 > 第二十条第（一）项',
    'applications: 三、收到和处理政府信息公开申请情况 > 申请人情况',
    'disputes: 四、政府信息公开行政复议、行政诉讼情况 > 行政复议 行政诉讼',
    'problems: 五、存在的主要问题及改进情况 > 一是不足。',
    'other: 六、其他需要报告的事项 > 无。',
  ]);
});

test('knows broken, renumbered, unnumbered and misprinted headings', () => {
  expect(
    outline(
      '## 总体情况',
      '全年公开 5 条。',
      '一、主动公开政府信息情况',
      ...tableTwo,
      '二、收到和处理政府信息公开',
      '申请情况',
      ...tableThree,
      '5．因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      ...tableFour,
      '五、存在的主耍问题及改进情况',
      '一是不足。',
      '六、其他需要报告的事项：无。',
    ),
  ).toEqual([
    'overview: ## 总体情况 > 全年公开 5 条。',
    'disclosures: 一、主动公开政府信息情况 > 第二十条第（一）项',
    'applications: 二、收到和处理政府信息公开申请情况 > 申请人情况',
    'disputes: 5．因政府信息公开工作被申请行政复议、提起行政诉讼情况 > 行政复议 行政诉讼',
    'problems: 五、存在的主耍问题及改进情况 > 一是不足。',
    'other: 六、其他需要报告的事项 > 六、其他需要报告的事项：无。',
  ]);
});

test('finds sections whose heading is lost by what they hold, and a table above its heading', () => {
  expect(
    outline(
      '某局2024年政府信息公开工作年度报告',
      '（一）主动公开情况',
      '全年公开 5 条。',
      ...tableTwo,
      '二、主动公开政府信息情况',
      ...tableThree,
      ...tableFour,
      '（一）主要问题',
      '公开不够及时。',
      '五、其他需要报告的事项',
      '未收取信息处理费。',
    ),
  ).toEqual([
    'overview: - > （一）主动公开情况',
    'disclosures: 二、主动公开政府信息情况 > 第二十条第（一）项',
    'applications: - > 申请人情况',
    'disputes: - > 行政复议 行政诉讼',
    'problems: - > （一）主要问题',
    'other: 五、其他需要报告的事项 > 未收取信息处理费。',
  ]);
});

test('reads headings in traditional text', () => {
  expect(outline('一、總體情況', '公開信息5條。', '二、主動公開政府信息情況', '第二十條第(一)項')).toEqual([
    'overview: 一、總體情況 > 公開信息5條。',
    'disclosures: 二、主動公開政府信息情況 > 第二十條第(一)項',
  ]);
});

test('what is numbered as a part of section one is no section, whether the real heading follows or the text is cut off', () => {
  const overview = [
    '一、总体情况',
    '1. 组织保障。',
    '2. 主动公开政府信息情况。',
    '公开 5 条。',
    '3. 依申请公开情况。',
    '无。',
  ];
  expect(outline(...overview)).toEqual(['overview: 一、总体情况 > 1. 组织保障。']);
  expect(outline(...overview, '二、主动公开政府信息情况', ...tableTwo)).toEqual([
    'overview: 一、总体情况 > 1. 组织保障。',
    'disclosures: 二、主动公开政府信息情况 > 第二十条第（一）项',
  ]);
});

test('a part of section one that holds its table is the section', () => {
  expect(outline('一、总体情况', '公开 5 条。', '（二）主动公开政府信息情况', ...tableTwo)).toEqual([
    'overview: 一、总体情况 > 公开 5 条。',
    'disclosures: （二）主动公开政府信息情况 > 第二十条第（一）项',
  ]);
});
