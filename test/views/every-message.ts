import { example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { GovinfoError } from '../../src/errors.ts';
import { doubtfulCells } from '../../src/report/doubt.ts';
import { issueListMessage } from '../../src/views/answer/issue-list.ts';
import { letterOffer } from '../../src/views/answer/letter-offer.ts';
import { batchMessage } from '../../src/views/batch.ts';
import { batchToCheckMessage } from '../../src/views/batch-to-check.ts';
import type { Locale, Message } from '../../src/views/message.ts';
import { openFormMessage } from '../../src/views/open-form.ts';
import { evidenceCells, evidenceMessage, evidenceThere } from '../../src/views/report/evidence.ts';
import { identityAskedElsewhere, identityQuestion, takenOutMessage } from '../../src/views/report/identity-question.ts';
import { issuesMessage, openIssues } from '../../src/views/report/issues.ts';
import { tablesMessage, textMessage } from '../../src/views/report/posted.ts';
import { summaryMessage } from '../../src/views/report/summary.ts';
import { supersededIssues } from '../../src/views/report/superseded.ts';
import { sameFileMessage, unreadableMessage } from '../../src/views/report/unreadable.ts';
import { settingsOffer } from '../../src/views/settings-form.ts';
import { welcomeMessage } from '../../src/views/welcome.ts';

const permalink = 'https://example.org/archives/C1/p1';
const now = new Date('2026-11-22T08:00:00Z');

/** A report with a slip, of which something was decided, in two versions, filed by a person. */
function caseFile() {
  const subject = example('2021', {
    cells: {
      'applications.received.person': 12,
      'applications.received.total': 12,
      'applications.concluded.total': 11,
    },
    facts: [{ subject: 'published', value: 5, unit: '条', sentence: '主动公开信息 5 条。' }],
    text: { problems: '一是主动公开还不够及时。' },
  });
  const before = example('2021').report;
  const standing = {
    ...{ bureauKey: '640106:卫生健康', year: 2021, version: 2, adopted: 2 },
    other: { version: 1, report: before, permalink },
  };
  return {
    entry: { report: subject.report, ...runChecks(subject) },
    file: { name: '示例区2021.pdf' },
    ...{ version: 2, bureauKey: '640106:卫生健康', bureau: '示例区卫生健康局', year: 2021, corrections: 1 },
    filedBy: { words: '归属由 王敏 11-22 08:00 指定', question: 'a'.repeat(20) },
    previous: example('2021', { report: { year: 2020 } }).report,
    standing,
  };
}

/** Everything that is said of a report and around it, but for answers to questions. */
export function everyMessage(locale: Locale): Record<string, Message> {
  const file = caseFile();
  const { entry, standing } = file;
  const findings = entry.findings.filter(({ severity }) => severity !== 'note');
  const [finding] = findings;
  const states = ['open', 'confirmed', 'ignored', 'snoozed', 'resolved'] as const;
  const issues = openIssues(entry.findings).map((issue, index) => ({
    ...issue,
    state: states[index % states.length]!,
    ...(index % states.length ? { decided: '已确认有误 · 王敏 11-22 08:00' } : { assignee: '李雷' }),
  }));
  const evidence = { cells: evidenceCells(finding!), report: entry.report, file: file.file.name, pictures: [] };
  const candidate = { bureau: '示例区卫生健康局', bureauKey: '640106:卫生健康', year: 2021, region: null };
  const question = {
    id: 'a'.repeat(20),
    file: '示例区.pdf',
    doubt: {
      lacking: ['bureau' as const, 'year' as const],
      bureaus: [
        { from: 'title' as const, value: '示例区卫生健康局' },
        { from: 'text' as const, value: '演示县教育局' },
      ],
      years: [
        { from: 'title' as const, value: 2021 },
        { from: 'file' as const, value: 2020 },
      ],
      candidates: [candidate, { ...candidate, year: 2020 }],
    },
    source: 'C0123456789/1790000000.000100/1790000000.000100',
  };
  const listed = findings.map((one, index) => ({
    ...{ bureauKey: '640106:卫生健康', bureau: '示例区卫生健康局', year: 2021, number: index + 1 },
    ...{ check: one.check, severity: 'error' as const, tags: one.tags, fault: one.origin, message: one.message },
    ...{ since: '2026-11-01T08:00:00Z', assignee: index ? null : 'U0LILEI', origin: { permalink } },
  }));
  const list = { issues: listed, page: 1, question: '待办', now, locale };
  const rows = (['passed', 'toCheck', 'failed', 'same', 'asked'] as const).map((result) => ({
    ...{ result, name: '示例区.pdf', bureau: '示例区卫生健康局', year: 2021, toCheck: 2, code: 'E-FORMAT' },
  }));
  const report = { bureauKey: '640106:卫生健康', bureau: '示例区卫生健康局', year: 2021 };
  const error = new GovinfoError('E-FORMAT', { zh: '不认识这种文件', en: 'this kind of file is not known' });
  return {
    summary: summaryMessage(file, locale),
    issues: issuesMessage(file, issues, locale),
    superseded: supersededIssues({ ...standing, version: 1, other: { ...standing.other, version: 2 } }, locale),
    evidence: evidenceMessage({ ...evidence, issue: { number: 1, finding: finding! } }, locale),
    'evidence of a summary': evidenceMessage(evidence, locale),
    'evidence that stands there': evidenceThere(1, permalink, locale),
    tables: tablesMessage('示例区卫生健康局 · 2021', { report: entry.report, doubtful: doubtfulCells(entry) }, locale),
    text: textMessage('示例区卫生健康局 · 2021', entry.report, locale),
    'identity question': identityQuestion(question, locale),
    'identity asked elsewhere': identityAskedElsewhere(
      { file: '示例区.pdf', source: `${question.source} F1`, permalink },
      locale,
    ),
    'identity taken back': identityQuestion({ ...question, takenBack: '王敏 撤销了归入' }, locale),
    'issues taken out': takenOutMessage('王敏', locale),
    'letter offer': letterOffer([{ ...report, confirmed: 2 }], locale),
    'letters offered': letterOffer(
      [1, 2, 3, 4, 5, 6].map((confirmed) => ({ ...report, confirmed })),
      locale,
    ),
    'no letter': letterOffer([{ ...report, confirmed: 0 }], locale),
    'settings offer': settingsOffer('C1', locale),
    'form offer': openFormMessage('ignore', '640106:卫生健康/2021#1', locale),
    list: issueListMessage({ ...list, mine: 1 }),
    'daily digest': issueListMessage({ ...list, headline: 'weekdays' }),
    'weekly digest': issueListMessage({ ...list, headline: 'weekly' }),
    unreadable: unreadableMessage('示例区.pdf', error, locale, question.source),
    'same file': sameFileMessage({ bureau: '示例区卫生健康局', year: 2021, permalink }, locale),
    welcome: welcomeMessage(locale),
    'batch at work': batchMessage({ id: 'T1/C1/1.1', files: 9, rows, elapsed: 100_000, current: '示例区.pdf' }, locale),
    'batch to check': batchToCheckMessage(
      rows.map((row) => ({ row, open: findings, permalink })),
      locale,
    ),
    'batch without any to check': batchToCheckMessage([], locale),
    'batch done': batchMessage({ id: 'T1/C1/1.1', files: 5, rows, elapsed: 100_000 }, locale),
  };
}
