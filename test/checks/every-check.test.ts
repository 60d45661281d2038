import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check, Subject } from '../../src/checks/define-check.ts';
import { tags } from '../../src/checks/define-check.ts';
import { catalogue, checks } from '../../src/checks/index.ts';
import { runCheck, runChecks } from '../../src/checks/run-checks.ts';
import { findingSchema, notAssessedSchema } from '../../src/report/finding.ts';
import { reportSchema } from '../../src/report/report.ts';

/** Files of the frame; every other file directly in src/checks is a check. */
const frame = [
  'define-check',
  'doubt',
  'example',
  'example-figures',
  'index',
  'once',
  'run-checks',
  'render-docs',
  'text-of',
  'wording',
];

const folder = resolve(import.meta.dirname, '../../src/checks');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace(/\.ts$/, ''));

/** Runs a check twice over a copy and demands the same answer, an untouched subject and sound words. */
function run(check: Check, subject: Subject) {
  const before = JSON.stringify(subject);
  reportSchema.parse(subject.report);
  const result = runCheck(check, subject);
  expect(JSON.stringify(subject), 'the subject is left as it was').toBe(before);
  expect(runCheck(check, structuredClone(subject)), 'the same report gives the same answer').toEqual(result);
  for (const finding of result.findings) {
    findingSchema.parse(finding);
    expect(new Set(finding.cells).size, 'no cell is named twice').toBe(finding.cells.length);
  }
  for (const open of result.notAssessed) notAssessedSchema.parse(open);
  const words = [
    ...result.findings.flatMap((f) => [f.message, ...f.lines]),
    ...result.notAssessed.map((n) => n.reason),
  ];
  for (const { zh, en } of words)
    for (const text of [zh, en]) {
      expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity/);
      expect(text.trim()).not.toBe('');
    }
  return result;
}

test('every file is a check of its own name, and every check is listed once', () => {
  const listed = checks.map((check) => check.id);
  expect([...listed].sort()).toEqual(files.filter((name) => !frame.includes(name)).sort());
  expect(new Set(listed).size).toBe(listed.length);
  for (const { title } of catalogue) expect(title.zh && title.en).toBeTruthy();
});

test('no two checks have the same title', () => {
  expect(new Set(checks.map((check) => check.title.zh)).size).toBe(checks.length);
  expect(new Set(checks.map((check) => check.title.en)).size).toBe(checks.length);
});

test('what only explains another finding stands inside it', () => {
  const [firing] = checks.find(({ id }) => id === 'applications-partly-double')!.invalid();
  const { findings } = runChecks(firing!.subject);
  const host = findings.filter(({ check }) => check.startsWith('applications-'));
  expect(host).toMatchObject([{ check: 'applications-results', also: ['applications-partly-double'] }]);
  expect(host[0]!.message.zh).toContain('疑为区分处理的申请计了两次');
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  test('has words in both languages', () => {
    expect(check.title.zh).toMatch(/\p{Script=Han}/u);
    expect(check.title.en).not.toMatch(/\p{Script=Han}/u);
    expect(check.docs.en).not.toMatch(/\p{Script=Han}/u);
    for (const language of [check.docs.zh, check.docs.en])
      expect(language.split(/[。.](?=\s|$|\p{Script=Han})/u).length).toBeGreaterThanOrEqual(4);
    for (const tag of check.tags) expect(tags).toContain(tag);
  });

  test('is silent and settled on its valid examples', () => {
    const subjects = check.valid();
    expect(subjects.length).toBeGreaterThanOrEqual(2);
    expect(new Set(subjects.map((subject) => JSON.stringify(subject))).size, 'no example twice').toBe(subjects.length);
    for (const subject of subjects) expect(run(check, subject)).toEqual({ findings: [], notAssessed: [] });
  });

  test('says exactly its words on its invalid examples', () => {
    const firings = check.invalid();
    expect(firings.length).toBeGreaterThanOrEqual(1);
    expect(new Set(firings.map((firing) => JSON.stringify(firing.subject))).size).toBe(firings.length);
    for (const { subject, says } of firings) {
      expect(says.length).toBeGreaterThanOrEqual(1);
      expect(run(check, subject).findings.map((finding) => finding.message.zh)).toEqual(says);
    }
  });

  test('says why where it cannot decide', () => {
    for (const { subject, code } of check.unassessable?.() ?? []) {
      const result = run(check, subject);
      expect(result.findings).toEqual([]);
      expect(result.notAssessed.map((open) => open.code)).toContain(code);
    }
  });
});
