import { describe, expect, test } from 'vitest';
import { identityDoubt, identityFrom } from '../../src/casework/identity.ts';
import { type Changes, example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { mayBeSameBody } from '../../src/naming/same-body.ts';

const doubt = (fileName: string, changes: Changes = {}) => {
  const subject = example('2021', changes);
  return identityDoubt({ report: subject.report, ...runChecks(subject) }, fileName);
};
const answers = (...args: Parameters<typeof doubt>) =>
  doubt(...args)?.candidates.map(({ bureau, year }) => `${bureau} ${year}`);
const period = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const cited = '现公布《演示县教育局2021年政府信息公开工作年度报告》。';

describe('a report is filed without a question', () => {
  test.each([
    'report.pdf',
    '示例区卫生健康局2021年政府信息公开工作年度报告.pdf',
    '示例区卫健局2021.pdf',
    '示例区卫健委２０２１年报（盖章版）.docx',
    '2022-01-27 示例区卫生健康局.pdf',
    '2022年1月报送_年报.pdf',
    '20220127135501.pdf',
    '示例区2020、2021年报.zip',
    '〔2019〕60号 年报.pdf',
    '关于做好示例区卫生健康局2021年度年报.doc',
  ])('where the file is called %s', (name) => expect(doubt(name)).toBeUndefined());

  test('where the file’s name bears out the title against a slip in the text', () => {
    expect(doubt('示例区2021.pdf', { report: { period: period(2020) } })).toBeUndefined();
    expect(doubt('示例区卫健局.pdf', { preamble: cited })).toBeUndefined();
    expect(doubt('a.pdf', { report: { period: { from: '2021-01-01', to: '2021-11-30' } } })).toBeUndefined();
  });
});

describe('somebody is asked', () => {
  test('where nothing says the year, with the year of the file’s name as an answer', () => {
    const silent = { report: { year: null, period: null } };
    expect(doubt('report.pdf', silent)).toMatchObject({ lacking: ['year'], candidates: [] });
    expect(answers('示例区2021.pdf', silent)).toEqual(['示例区卫生健康局 2021']);
  });

  test('where nothing says whose it is', () => {
    const silent = { report: { bureau: null, bureauKey: null } };
    expect(doubt('report.pdf', silent)).toMatchObject({ lacking: ['bureau'], candidates: [] });
    expect(answers('灵武市卫生健康局.pdf', silent)).toEqual(['灵武市卫生健康局 2021']);
  });

  test.each<[why: string, name: string, changes: Changes, answers: string[]]>([
    ['the file is of another year', '示例区2020年.pdf', {}, ['示例区卫生健康局 2021', '示例区卫生健康局 2020']],
    [
      'title and period differ',
      'a.pdf',
      { report: { period: period(2020) } },
      ['示例区卫生健康局 2021', '示例区卫生健康局 2020'],
    ],
    ['the opening names another body', 'a.pdf', { preamble: cited }, ['示例区卫生健康局 2021', '演示县教育局 2021']],
    ['the file is another body’s', '灵武市教育局2021.pdf', {}, ['示例区卫生健康局 2021', '灵武市教育局 2021']],
  ])('where %s', (_, name, changes, expected) => {
    expect(answers(name, changes)).toEqual(expected);
  });
});

test.each([
  ['金凤区卫健局', '银川市金凤区卫生健康局', true],
  ['示例区发改局', '示例区发展和改革局', true],
  ['金凤区人社局', '金凤区人力资源和社会保障局', true],
  ['金凤区卫生健康局', '兴庆区卫生健康局', false],
  ['金凤区教育局', '金凤区卫生健康局', false],
  ['示例区教育局', '演示县教育局', false],
  ['金凤区商务局', '金凤区商务中心', false],
])('%s and %s may be one body: %s', (one, other, same) => expect(mayBeSameBody(one, other)).toBe(same));

describe('what is typed', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  test('is read as people type it', () => {
    expect(identityFrom({ bureau: ' 金凤区 统计局', year: '２０２１年' }, now)).toMatchObject({
      bureau: '金凤区统计局',
      year: 2021,
      bureauKey: '640106:统计',
      region: { code: '640106' },
    });
  });

  test.each([
    ['统计局', '2021', 'E-BUREAU'],
    ['a', '2021', 'E-BUREAU'],
    ['<!channel>', '2021', 'E-BUREAU'],
    [`${'长'.repeat(3000)}局`, '2021', 'E-BUREAU'],
    ['金凤区统计局', '二零二一', 'E-YEAR'],
    ['金凤区统计局', '1999', 'E-YEAR'],
    ['金凤区统计局', '2027', 'E-YEAR'],
    ['金凤区统计局', '', 'E-YEAR'],
  ])('%s of %s is refused', (bureau, year, code) => {
    expect(() => identityFrom({ bureau, year }, now)).toThrow(expect.objectContaining({ code }));
  });
});
