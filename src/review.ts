import type { Subject } from './checks/define-check.ts';
import { runChecks } from './checks/run-checks.ts';
import type { SourceFile } from './parsing/intake/source-file.ts';
import { readReport } from './parsing/read-report.ts';
import type { Entry } from './report/entry.ts';

/** The other reports, the day and the limits that a report is held against; each may be missing. */
export type ReviewContext = Omit<Subject, 'report'>;

/**
 * The whole story in one function: reads the file, then checks what it says. The Slack listener and the command line
 * call this same one. Throws `GovinfoError` where the file cannot be read or is no such report.
 */
export async function review(file: SourceFile, context: ReviewContext = {}): Promise<Entry> {
  const report = await readReport(file);
  return { report, ...runChecks({ report, ...context }) };
}
