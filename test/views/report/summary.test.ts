import { expect, test } from 'vitest';
import { type Changes, example } from '../../../src/checks/example.ts';
import { runChecks } from '../../../src/checks/run-checks.ts';
import { doubtfulCells } from '../../../src/report/doubt.ts';
import type { Address } from '../../../src/report/forms/index.ts';
import { summaryMessage } from '../../../src/views/report/summary.ts';
import { valueText } from '../../../src/views/report/windows.ts';

function caseFile(changes: Changes = {}, form: '2019' | '2021' = '2021') {
  const subject = example(form, changes);
  return { entry: { report: subject.report, ...runChecks(subject) }, file: { name: '示例.pdf' }, version: 1 };
}

test('a clean report is said to be in order before its figures', () => {
  const [title, verdict, figures] = summaryMessage(caseFile(), 'zh').text.split('\n');
  expect(title).toBe('✅ 示例区卫生健康局 · 2021 年度');
  expect(verdict).toContain('勾稽相符，六个部分齐全');
  expect(figures).toMatch(/行政处罚 \d/);
});

test('a sum that does not hold is in the verdict, and the figure it names is marked', () => {
  const { text } = summaryMessage(caseFile({ cells: { 'applications.concluded.total': 99 } }), 'zh');
  expect(text).toContain('⚠️ 示例区卫生健康局 · 2021 年度');
  expect(text).toMatch(/\d 项待核：\d 项勾稽不平/);
  expect(text).toContain('表三 ❌');
  expect(text).toContain('99 ⚠️');
});

test('what people decided is not said to be in order, and a figure they have not settled stays marked', () => {
  const off = caseFile({ cells: { 'applications.concluded.total': 99 } });
  const [finding] = off.entry.findings.filter(({ severity }) => severity === 'error');
  const shown = (state: 'confirmed' | 'ignored' | 'snoozed') => {
    const entry = { ...off.entry, findings: [] };
    return summaryMessage({ ...off, entry, setAside: [{ finding: finding!, state }] }, 'zh').text;
  };
  expect(shown('confirmed')).toContain('没有待核：已确认有误 1 项');
  expect(shown('ignored')).toContain('没有待核：已忽略 1 项');
  for (const state of ['confirmed', 'ignored', 'snoozed'] as const) {
    expect(shown(state)).not.toContain('勾稽相符');
    expect(shown(state)).toContain('表三 ➖ 1 处不平，已处理');
  }
  expect(shown('snoozed')).toContain('99 ⚠️');
  expect(shown('ignored')).not.toContain('99 ⚠️');
});

test('a sum that is still open is counted beside those that were decided', () => {
  const off = caseFile({ cells: { 'disputes.reconsideration.total': 9, 'disputes.litigation.total': 9 } });
  const [finding, ...findings] = off.entry.findings.filter(({ tags }) => tags.includes('reconciliation'));
  const entry = { ...off.entry, findings };
  const { text } = summaryMessage({ ...off, entry, setAside: [{ finding: finding!, state: 'confirmed' }] }, 'zh');
  expect(text).toContain('表四 ❌ 1 处（另有 1 处已处理）');
});

test('0, blank, placeholder, unreadable and not found are five different words', () => {
  const shown = (printed: number | string | null) =>
    /行政处罚 ([^·]+) ·/.exec(
      summaryMessage(caseFile({ cells: { 'disclosures.penalties.decisions': printed } }), 'zh').text,
    )![1];
  expect([0, '', '/', '四四', null].map(shown)).toEqual(['0', '空', '“/”', '读不清', '未见']);
});

test('a blank or placeholder that is not sure is marked, in the summary and in the tables posted; a sure one is not', () => {
  const unsure = { value: null, raw: '', trust: 'low' } as const;
  const file = caseFile({
    cells: {
      'disclosures.penalties.decisions': { ...unsure, state: 'blank' },
      'disclosures.licences.decisions': { ...unsure, raw: '/', state: 'placeholder' },
      'disclosures.coerciveMeasures.decisions': '',
    },
  });
  const { text } = summaryMessage(file, 'zh');
  expect(text).toContain('行政处罚 空 ⚠️ ·');
  expect(text).toContain('行政许可 “/” ⚠️ ·');
  const marked = { report: file.entry.report, doubtful: doubtfulCells(file.entry) };
  const shown = (row: string) => valueText(marked, `disclosures.${row}.decisions` as Address, 'zh');
  expect(['penalties', 'licences', 'coerciveMeasures'].map(shown)).toEqual(['空 ⚠️', '“/” ⚠️', '空']);
});

test('fees keep their unit, and the form of 2019 has none', () => {
  expect(summaryMessage(caseFile({ cells: { 'disclosures.fees.amount': 973.93 } }), 'zh').text).toContain(
    '行政事业性收费 973.93 万元',
  );
  expect(summaryMessage(caseFile({}, '2019'), 'zh').text).toContain('行政事业性收费 该表式无此项');
});

test('last year is compared only where both have a number', () => {
  const previous = example('2021', {
    cells: { 'disclosures.penalties.decisions': 38, 'disclosures.licences.decisions': '' },
    report: { year: 2020 },
  }).report;
  const now = caseFile({ cells: { 'disclosures.penalties.decisions': 44, 'disclosures.licences.decisions': 7 } });
  const { text } = summaryMessage({ ...now, previous }, 'zh');
  expect(text).toContain('较 2020：');
  expect(text).toContain('处罚 38 → 44（+6）');
  expect(text).toContain('许可 7（上年空）');
  expect(text).not.toMatch(/许可.*→/);
});

test('a figure of last year that is not sure is marked beside the change', () => {
  const unsure = { trust: 'low' } as const;
  const previous = example('2021', {
    cells: {
      'disclosures.penalties.decisions': { ...unsure, value: 38 },
      'disclosures.licences.decisions': { ...unsure, value: null, raw: '', state: 'blank' },
      'applications.carriedOut.total': { ...unsure, value: 0 },
    },
    report: { year: 2020 },
  }).report;
  const now = caseFile({ cells: { 'disclosures.penalties.decisions': 44, 'disclosures.licences.decisions': 7 } });
  const { text } = summaryMessage({ ...now, previous }, 'zh');
  expect(text).toContain('处罚 38 ⚠️ → 44（+6）');
  expect(text).toContain('许可 7（上年空 ⚠️）');
  expect(text).toMatch(/结转衔接 .* 0 ⚠️/);
});

test('hostile names can neither mention nor link', () => {
  const message = summaryMessage(caseFile({ report: { bureau: '<!channel> *局*' } }), 'zh');
  expect(JSON.stringify(message)).not.toContain('<!channel>');
  expect(message.text).toContain('&lt;!channel&gt;');
});

test('English says the same', () => {
  const { text } = summaryMessage(caseFile({ cells: { 'applications.concluded.total': 99 } }), 'en');
  expect(text).toMatch(/to check: totals that don’t reconcile: \d/);
  expect(text).toContain('示例区卫生健康局 · 2021');
});
