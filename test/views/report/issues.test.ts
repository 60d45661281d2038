import { expect, test } from 'vitest';
import { example } from '../../../src/checks/example.ts';
import { type Evidence, type Finding, uncertain } from '../../../src/report/finding.ts';
import { issuesMessage, openIssues } from '../../../src/views/report/issues.ts';

const finding = (number: number, parts: Partial<Finding> = {}): Finding => ({
  check: 'applications-balance',
  severity: 'warning',
  tags: ['reconciliation'],
  origin: 'report',
  cells: [],
  message: { zh: `第${number}处`, en: `place ${number}` },
  lines: [],
  slot: 'applications',
  evidence: [],
  also: [],
  ...parts,
});
const { report } = example('2021');
const caseFile = (findings: Finding[]) => ({
  entry: { report, findings, notAssessed: [] },
  file: { name: '示例.pdf' },
  version: 1,
  bureauKey: '640199:卫生健康局',
  year: 2021,
});

test('errors come first, notes are no issues, and what is left over is counted', () => {
  const findings = [
    ...Array.from({ length: 12 }, (_, index) => finding(index + 1)),
    finding(13, { severity: 'error' }),
    finding(14, { severity: 'note' }),
  ];
  const { text, blocks } = issuesMessage(caseFile(findings), openIssues(findings), 'zh');
  expect(text).toContain('待核 13 ');
  expect(text.indexOf('❌ #1　第13处')).toBeGreaterThan(0);
  expect(text.indexOf('❌ #1')).toBeLessThan(text.indexOf('⚠️ #2'));
  expect(text).toContain('其余 3 项');
  expect(text).not.toContain('第14处');
  expect(blocks.length).toBeLessThanOrEqual(50);
});

test('buttons carry ids only, and say to a screen reader which issue they are for', () => {
  const findings = [finding(1, { message: { zh: '<!channel>', en: 'x' } })];
  const { blocks } = issuesMessage(caseFile(findings), openIssues(findings), 'zh');
  const row = blocks.find((block) => block.type === 'actions')!;
  const values = row.elements.flatMap((element) => ('value' in element ? [element.value] : []));
  expect(new Set(values)).toEqual(new Set(['640199:卫生健康局/2021#1']));
  expect(JSON.stringify(row.elements[1])).toContain('"accessibility_label":"确认有误 #1');
  expect(JSON.stringify(blocks.filter((block) => block.type === 'section'))).not.toContain('<!channel>');
});

test('what is decided stays listed, with its words instead of the buttons', () => {
  const issue = { number: 2, finding: finding(2), state: 'ignored' as const, decided: '已忽略：机关已说明 · 王敏' };
  const { text, blocks } = issuesMessage(caseFile([issue.finding]), [issue], 'zh');
  expect(text).toContain('✅ 待核事项');
  expect(text).toContain('➖ #2　第2处\n已忽略：机关已说明 · 王敏');
  expect(JSON.stringify(blocks)).toContain('issue.undo');
  expect(JSON.stringify(blocks)).not.toContain('issue.ignore"');
});

test('a cell that explains everything, and the page to look at, are named', () => {
  const address = 'applications.concluded.total';
  const withPage = {
    ...report,
    cells: { ...report.cells, [address]: { ...report.cells[address]!, place: { page: 4 } } },
  };
  const words = (zh: string) => ({ zh, en: zh });
  const one = finding(1, {
    severity: 'error',
    cells: [address],
    message: words('（七）总计印作 11，推算为 12'),
    lines: [words('收到 12 件，办结与结转 11 件'), words('各项办理结果相加 12 件')],
  });
  const file = { ...caseFile([one]), entry: { report: withPage, findings: [one], notAssessed: [] } };
  const { text } = issuesMessage(file, openIssues([one]), 'zh');
  expect(text).toContain(
    '#1　（七）总计印作 11，推算为 12\n收到 12 件，办结与结转 11 件\n各项办理结果相加 12 件\n原文第 4 页',
  );
});

test('a message that only strings its lines together is not said twice', () => {
  const words = (zh: string) => ({ zh, en: zh });
  const one = finding(1, { message: words('甲差 1；乙差 1'), lines: [words('甲差 1'), words('乙差 1')] });
  const { text } = issuesMessage(caseFile([one]), openIssues([one]), 'zh');
  expect(text).toContain('#1　甲差 1\n乙差 1');
  expect(text.split('甲差 1')).toHaveLength(2);
});

test('a message that says what its lines are about is kept, and names them', () => {
  const words = (zh: string) => ({ zh, en: zh });
  const lines = [words('行政复议'), words('复议后起诉')];
  const one = finding(1, { message: words('表四读到 0 格；不齐的行：行政复议、复议后起诉；不作 0'), lines });
  const { text } = issuesMessage(caseFile([one]), openIssues([one]), 'zh');
  expect(text).toContain('#1　表四读到 0 格；不齐的行：行政复议、复议后起诉；不作 0');
  expect(text.split('复议后起诉')).toHaveLength(2);
});

test('a doubtful reading is said in the issue once, behind the lines of its message', () => {
  const words = (zh: string) => ({ zh, en: zh });
  const message = { zh: `${uncertain.zh}甲差 1；乙差 1`, en: `${uncertain.en}甲差 1；乙差 1` };
  const one = finding(1, { message, lines: [words('甲差 1'), words('乙差 1')], origin: 'reading' });
  const { text } = issuesMessage(caseFile([one]), openIssues([one]), 'zh');
  expect(text).toContain('#1　甲差 1\n乙差 1');
});

test('a sentence that two figures stand in is quoted once', () => {
  const quote: Evidence = {
    kind: 'quote',
    text: '收到8件，办结9件。',
    section: '四',
    place: { line: 4, reader: 'text' },
  };
  const findings = [finding(1, { evidence: [quote, quote] })];
  const { text } = issuesMessage(caseFile(findings), openIssues(findings), 'zh');
  expect(text.match(/收到8件，办结9件。/g)).toHaveLength(1);
});

test('a message that names the first of its lines and counts the others says enough', () => {
  const words = (zh: string) => ({ zh, en: zh });
  const lines = ['甲 1', '乙 2', '丙 3', '丁 4'].map(words);
  const one = finding(1, { message: words('四格存疑：甲 1、乙 2、另有 2 项'), lines });
  const { text } = issuesMessage(caseFile([one]), openIssues([one]), 'zh');
  expect(text).toContain('#1　四格存疑：甲 1、乙 2、另有 2 项');
  expect(text.split('甲 1')).toHaveLength(2);
  expect(text).not.toContain('丙 3');
});
