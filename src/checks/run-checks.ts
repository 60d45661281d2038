import type { Words } from '../errors.ts';
import { type Evidence, type Finding, type NotAssessed, oneBelow } from '../report/finding.ts';
import type { Report } from '../report/report.ts';
import type { Check, CheckResult, Raised, Subject, Unsettled } from './define-check.ts';
import { notAssessed } from './define-check.ts';
import { originOf } from './doubt.ts';
import { checks } from './index.ts';

const doubtfulReading: Words = { zh: '所据数字识别存疑', en: 'it rests on a doubtful reading' };

/** What the check may say of this subject, before the frame adds what all findings have. */
function* said(check: Check, subject: Subject): Iterable<Raised | Unsettled> {
  const { forms, year } = subject.report;
  const used = Object.values(forms);
  if (check.form && !used.includes(check.form) && !used.includes('mixed')) return;
  if (check.since && year === null) {
    yield notAssessed(
      'absent',
      '未读出报告年度，不知适用哪一年的要求',
      'The report year was not found, so which rules apply is open',
    );
    return;
  }
  if (check.since && year! < check.since) return;
  yield* check.run(subject);
}

const printed = ({ cells }: Report, finding: Raised): Evidence[] =>
  finding.cells.flatMap((address) => {
    const cell = cells[address];
    return cell ? [{ kind: 'cell', address, value: cell.value, raw: cell.raw, place: cell.place }] : [];
  });

/** A finding in full. One that rests on a doubtful reading says so first, and weighs one step less. */
function complete(check: Check, report: Report, raised: Raised): Finding {
  const origin = raised.origin ?? originOf(report, raised.cells);
  const lowered = raised.lowered ?? (raised.origin === undefined && origin === 'reading' ? doubtfulReading : undefined);
  const { zh, en } = raised.message;
  return {
    also: [],
    lines: [],
    ...raised,
    ...(lowered && { lowered }),
    message:
      origin === 'reading'
        ? { zh: `识别存疑，请对照原页：${zh}`, en: `Uncertain reading, please look at the page: ${en}` }
        : { zh, en },
    evidence: [...(raised.evidence ?? []), ...printed(report, raised)],
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
    if ('notAssessed' in word) unsettled.push({ check: check.id, code: word.notAssessed, reason: word.reason });
    else findings.push(complete(check, subject.report, word));
  return { findings, notAssessed: unsettled };
}

/** Runs every check over one report. The same report always gives the same findings in the same order. */
export function runChecks(subject: Subject): CheckResult {
  const results = checks.map((check) => runCheck(check, subject));
  return {
    findings: results.flatMap((result) => result.findings),
    notAssessed: results.flatMap((result) => result.notAssessed),
  };
}
