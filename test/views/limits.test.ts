import { describe, expect, test } from 'vitest';
import { type Changes, everyCell, example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { GovinfoError } from '../../src/errors.ts';
import { settingsSchema } from '../../src/report/channel-settings.ts';
import { doubtfulCells } from '../../src/report/doubt.ts';
import type { Address } from '../../src/report/report.ts';
import { batchMessage } from '../../src/views/batch.ts';
import { batchToCheckMessage } from '../../src/views/batch-to-check.ts';
import { type Home, homeView } from '../../src/views/home.ts';
import { assignForm, correctForm, ignoreForm, snoozeForm } from '../../src/views/issue-forms.ts';
import { letterForm } from '../../src/views/letter-form.ts';
import { queryModal } from '../../src/views/query-modal.ts';
import { evidenceCells, evidenceMessage } from '../../src/views/report/evidence.ts';
import { evidenceWindow, preparingWindow } from '../../src/views/report/evidence-window.ts';
import { identityForm, identityQuestion, takenOutMessage } from '../../src/views/report/identity-question.ts';
import { issuesMessage, openIssues } from '../../src/views/report/issues.ts';
import { postButton, tablesMessage, textMessage } from '../../src/views/report/posted.ts';
import { summaryMessage } from '../../src/views/report/summary.ts';
import { sameFileMessage, unreadableMessage } from '../../src/views/report/unreadable.ts';
import { changesWindow, tablesWindow, textWindow } from '../../src/views/report/windows.ts';
import { channelChoice, settingsForm } from '../../src/views/settings-form.ts';
import { switchForm } from '../../src/views/switch-form.ts';
import { welcomeMessage } from '../../src/views/welcome.ts';
import { checkView } from '../../src/workspace/block-check.ts';
import { faultsOf } from './oracle.ts';

const hostile = '<&>*_~`'.repeat(60);
const now = new Date('2026-11-22T08:00:00Z');
const sentence = `${hostile}主动公开信息 5 条。`;
const fact = { subject: 'published', value: 5, unit: '条', sentence } as const;

const home: Home = {
  years: Array.from({ length: 130 }, (_, index) => 1900 + index),
  shown: {
    ...{
      year: 1999,
      reports: 99_999,
      expected: 100_000,
      open: 9_999,
      off: 99,
      mine: 9_999,
      corrected: 9_999,
      sums: 99.9,
    },
    missing: Array.from({ length: 300 }, () => hostile),
  },
  mine: Array.from({ length: 9 }, (_, index) => ({
    ...{ bureauKey: '很'.repeat(48), bureau: hostile, year: 2021, number: index + 1 },
    ...{ severity: 'error' as const, message: { zh: hostile, en: hostile }, permalink: 'https://example.org/p1' },
  })),
  recent: Array.from({ length: 9 }, () => ({
    ...{ bureau: hostile, year: 2021, at: '2026-11-22T08:00:00Z', permalink: 'https://example.org/p1' },
  })),
  edits: false,
};

/** Reports with nothing, one thing and everything the matter with them. */
const reports: Record<string, [form: '2019' | '2021', changes: Changes]> = {
  clean: ['2021', {}],
  '2019': ['2019', {}],
  'all blank': [
    '2021',
    { cells: { ...everyCell('2021', 'applications', ''), ...everyCell('2021', 'disclosures', '/') } },
  ],
  'all different': ['2021', { cells: Object.fromEntries(numbers().map(([at, value]) => [at, value])) }],
  hostile: [
    '2021',
    {
      cells: { ...everyCell('2021', 'disputes', hostile), ...everyCell('2021', 'applications', `7${hostile}`) },
      text: {
        overview: Array.from({ length: 80 }, () => sentence),
        problems: Array.from({ length: 80 }, () => sentence),
      },
      facts: Array.from({ length: 80 }, () => fact),
      report: { bureau: hostile, title: hostile },
    },
  ],
};

function numbers(): [string, number][] {
  return Object.keys(everyCell('2021', 'applications', 0)).map((address, index) => [address, index * index * 977]);
}

function caseFile(name: string) {
  const [form, changes] = reports[name]!;
  const subject = example(form, changes);
  const previous = example(form, { report: { year: Number(form) - 1 } }).report;
  return {
    entry: { report: subject.report, ...runChecks(subject) },
    file: { name: `${hostile}.pdf` },
    version: 12,
    bureauKey: `${'很'.repeat(48)}`,
    year: 2021,
    previous,
    corrections: 3,
    off: runChecks(subject).findings.map((finding) => ({
      finding,
      by: {
        check: finding.check,
        to: 'off' as const,
        reason: hostile,
        until: '2027-01-01',
        at: now.toISOString(),
        by: 'U1',
      },
    })),
  };
}

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  test.each(Object.keys(reports))('the replies about a report (%s) are taken by Slack', (name) => {
    const file = caseFile(name);
    expect(faultsOf(summaryMessage(file, locale))).toEqual([]);
    expect(faultsOf(issuesMessage(file, openIssues(file.entry.findings), locale))).toEqual([]);
    const { report, findings } = file.entry;
    expect(faultsOf(tablesMessage(hostile, { report, doubtful: doubtfulCells(file.entry) }, locale))).toEqual([]);
    expect(faultsOf(textMessage(hostile, report, locale))).toEqual([]);
    for (const finding of findings)
      for (const pictures of [[], [{ page: 3, id: 'F0123456789' }]]) {
        const evidence = { cells: evidenceCells(finding), report, file: hostile, pictures };
        expect(faultsOf(evidenceMessage({ ...evidence, issue: { number: 1, finding } }, locale))).toEqual([]);
        expect(faultsOf(evidenceMessage(evidence, locale))).toEqual([]);
      }
  });

  test.each(Object.keys(reports))('the windows about a report (%s) are taken by Slack', (name) => {
    const { entry, previous, bureauKey } = caseFile(name);
    const { report } = entry;
    const addresses = Object.keys(report.cells) as Address[];
    const subject = { ref: `${bureauKey}/2021#999`, seen: 100, channel: 'C0123456789', thread: '1790000000.000100' };
    const cells = addresses.map((address) => ({ address, printed: hostile, proposed: 12 }));
    const marked = { report, doubtful: new Set(addresses) };
    const evidence = { cells: addresses.slice(0, 20), report, file: hostile, pictures: [] };
    for (const view of [
      tablesWindow(marked, locale, postButton('tables', 'C0123456789/1790000000.000100', bureauKey, locale)),
      textWindow(report, locale, postButton('text', 'C0123456789/1790000000.000100', bureauKey, locale)),
      evidenceWindow(evidenceMessage(evidence, locale).blocks, bureauKey, 'C0123456789/1.1', locale),
      preparingWindow(locale),
      changesWindow(marked, { report: previous, doubtful: new Set() }, locale),
      ignoreForm(subject, hostile, locale),
      snoozeForm(subject, hostile, locale),
      assignForm(subject, hostile, locale),
      correctForm(subject, hostile, { cells, chosen: cells.slice(0, 7), remaining: hostile }, locale),
      queryModal(locale),
      identityForm('a'.repeat(20), { bureau: hostile, year: '' }, locale),
      switchForm(
        { check: 'applications-balance', to: 'off', channel: 'C0123456789' },
        {
          title: { zh: hostile, en: hostile },
          bureaus: Array.from({ length: 300 }, (_, index) => ({ key: `${index}${'很'.repeat(index)}`, name: hostile })),
          everywhere: true,
          until: '2027-01-01',
        },
        locale,
      ),
      letterForm('640106:卫生健康/2021', `${hostile}\n`.repeat(60), true, locale),
      settingsForm('C1', settingsSchema.parse({}), [hostile], locale),
      channelChoice(locale, hostile),
      homeView(home, now, locale),
    ])
      expect(checkView(view)).toEqual([]);
  });

  test('what is said about files is taken by Slack', () => {
    const claims = (['title', 'text', 'file'] as const).map((from) => ({ from, value: hostile }));
    const candidate = { bureau: hostile, bureauKey: '很'.repeat(48), year: 2021, region: null };
    const doubt = {
      lacking: ['bureau' as const, 'year' as const],
      bureaus: claims,
      years: [{ from: 'text' as const, value: 2021 }],
      candidates: [candidate, candidate, candidate, candidate],
    };
    const asked = { id: 'a'.repeat(20), file: hostile, doubt, source: 'C0123456789/1.1/1.1' };
    const error = new GovinfoError('E-FORMAT', { zh: hostile, en: hostile });
    const penalties = { state: 'number', value: 123_456_789, doubtful: true, corrected: false, blanks: 0 } as const;
    const row = { name: hostile, bureau: hostile, year: 2021, toCheck: 3, penalties };
    const results = ['passed', 'toCheck', 'failed', 'same', 'asked', 'replaced'] as const;
    const rows = Array.from({ length: 400 }, (_, index) => ({ ...row, result: results[index % 6]! }));
    for (const message of [
      unreadableMessage(hostile, error, locale, 'a'.repeat(64)),
      sameFileMessage({ bureau: hostile, year: 2021, permalink: 'https://example.org/p1' }, locale),
      welcomeMessage(locale),
      identityQuestion(asked, locale),
      identityQuestion({ ...asked, takenBack: hostile }, locale),
      takenOutMessage(hostile, locale),
      batchToCheckMessage(
        rows.map((one) => ({ row: one, open: [], permalink: `https://example.org/${'p'.repeat(90)}` })),
        locale,
      ),
      batchMessage({ id: 'T1/C1/1.1', files: 400, rows, elapsed: 100_000 }, locale),
      batchMessage({ id: 'T1/C1/1.1', files: 500, rows, elapsed: 100_000, current: hostile }, locale),
    ])
      expect(faultsOf(message)).toEqual([]);
  });
});
