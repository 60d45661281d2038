import { createHash } from 'node:crypto';
import type { Words } from '../errors.ts';
import { type Evidence, type Finding, type NotAssessed, oneBelow, uncertain } from '../report/finding.ts';
import type { Address, Report } from '../report/report.ts';
import type { Check, CheckResult, Raised, Subject, Tolerated, Unsettled } from './define-check.ts';
import { notAssessed } from './define-check.ts';
import { originOf } from './doubt.ts';
import { checks } from './index.ts';

const doubtfulReading: Words = { zh: '所据数字识别存疑', en: 'it rests on a doubtful reading' };

/** What the check may say of this subject, before the frame adds what all findings have. */
function said(check: Check, subject: Subject): Iterable<Raised | Unsettled | Tolerated> {
  const { forms, year } = subject.report;
  if (check.form && !Object.values(forms).some((used) => used === check.form || used === 'mixed')) return [];
  if (check.since === undefined || (year !== null && year >= check.since)) return check.run(subject);
  if (year !== null) return [];
  return [
    notAssessed(
      'absent',
      '未读出报告年度，不知适用哪一年的要求',
      'The report year was not found, so which rules apply is open',
    ),
  ];
}

/** Cells as evidence; those of another report with its year. */
function printed({ cells }: Report, addresses: readonly Address[], from?: string): Evidence[] {
  const evidence: Evidence[] = [];
  for (const address of addresses) {
    const cell = cells[address];
    if (!cell) continue;
    const { value, raw, place } = cell;
    evidence.push({ kind: 'cell', address, value, raw, place, ...(from !== undefined && { from }) });
  }
  return evidence;
}

/** Whose fault it can be, by the cells of all the reports that it rests on. */
function leastSure(report: Report, cells: readonly Address[], besides: NonNullable<Raised['besides']>) {
  const origins = [{ report, cells }, ...besides].map((one) => originOf(one.report, one.cells));
  return (['reading', 'unknown'] as const).find((origin) => origins.includes(origin)) ?? 'report';
}

/** A finding in full. One that rests on a doubtful reading says so first, and weighs one step less. */
function complete(check: Check, report: Report, { besides = [], ...raised }: Raised): Finding {
  const origin = raised.origin ?? leastSure(report, raised.cells, besides);
  const lowered = raised.lowered ?? (raised.origin === undefined && origin === 'reading' ? doubtfulReading : undefined);
  const { zh, en } = raised.message;
  return {
    also: [],
    lines: [],
    ...raised,
    ...(lowered && { lowered }),
    message: origin === 'reading' ? { zh: uncertain.zh + zh, en: uncertain.en + en } : { zh, en },
    evidence: [
      ...(raised.evidence ?? []),
      ...besides.flatMap((other) => printed(other.report, other.cells, String(other.report.year ?? ''))),
      ...printed(report, raised.cells),
    ],
    origin,
    check: check.id,
    severity: lowered ? oneBelow[check.severity] : check.severity,
    tags: [...check.tags],
  };
}

/** Runs one check over one report. */
export function runCheck(check: Check, subject: Subject): CheckResult {
  const findings: Finding[] = [];
  const unsettled: NotAssessed[] = [];
  for (const word of said(check, subject))
    if ('tolerated' in word) continue;
    else if ('notAssessed' in word) unsettled.push({ check: check.id, code: word.notAssessed, reason: word.reason });
    else findings.push(complete(check, subject.report, word));
  return { findings, notAssessed: unsettled };
}

/** Where a tolerance is why a check says nothing of a report, in the order of the checks; for those who trace a reading. */
export const toleratedIn = (subject: Subject): { check: string; words: Words }[] =>
  checks.flatMap((check) =>
    [...said(check, subject)].flatMap((word) =>
      'tolerated' in word ? [{ check: check.id, words: word.tolerated }] : [],
    ),
  );

/** A check that threw: a bug of ours, told to whoever keeps the log. */
export interface Fault {
  check: string;
  /** Stands in what people read, and follows from the check and the error alone. */
  reference: string;
  error: unknown;
}

/** One broken check must not lose the report: it counts as not assessable, and everything else is said all the same. */
function runSafely(check: Check, subject: Subject, tell: (fault: Fault) => void): CheckResult {
  try {
    return runCheck(check, subject);
  } catch (error) {
    const reference = createHash('sha256').update(`${check.id} ${error}`).digest('hex').slice(0, 8);
    tell({ check: check.id, reference, error });
    const { notAssessed: code, reason } = notAssessed(
      'internal',
      `这项检查运行出错，没有作出判断（编号 ${reference}）`,
      `This check broke down and says nothing (reference ${reference})`,
    );
    return { findings: [], notAssessed: [{ check: check.id, code, reason }] };
  }
}

/**
 * Runs every check over one report. The same report always gives the same findings in the same order. Never throws:
 * `tell` hears of a check that did.
 */
export function runChecks(
  subject: Subject,
  tell: (fault: Fault) => void = () => {},
  list: readonly Check[] = checks,
): CheckResult {
  const findings: Finding[] = [];
  const unsettled: NotAssessed[] = [];
  for (const check of list) {
    const result = runSafely(check, subject, tell);
    findings.push(...result.findings);
    unsettled.push(...result.notAssessed);
  }
  return { findings: folded(findings), notAssessed: unsettled };
}

const hosts = new Map(checks.flatMap(({ id, within }) => (within ? [[id, within] as const] : [])));

/** One root cause, one finding: what only explains another finding is said there. */
function folded(findings: readonly Finding[]): Finding[] {
  const guests = new Map<Finding, Finding>();
  for (const finding of findings) {
    const within = hosts.get(finding.check);
    const host = within && findings.find(({ check, also }) => check === within || also.includes(within));
    if (host) guests.set(finding, host);
  }
  return findings.flatMap((finding) => {
    if (guests.has(finding)) return [];
    const inside = findings.filter((other) => guests.get(other) === finding);
    return [inside.reduce(withInside, finding)];
  });
}

const withInside = (host: Finding, { check, message }: Finding): Finding => ({
  ...host,
  also: [...host.also, check],
  lines: [...host.lines, message],
  message: { zh: `${host.message.zh}；${message.zh}`, en: `${host.message.en}; ${message.en}` },
});
