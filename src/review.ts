import { type Fault, runChecks } from './checks/run-checks.ts';
import type { SourceFile } from './parsing/intake/source-file.ts';
import { readReport } from './parsing/read-report.ts';
import type { Entry } from './report/entry.ts';
import type { Neighbours } from './report/neighbours.ts';

/**
 * The whole story in one function: reads the file, then checks what it says. The Slack listener and the command line
 * call this same one. `tell` hears of a check that broke down. Throws `GovinfoError` where the file cannot be read or is no such report.
 */
export async function review(
  file: SourceFile,
  neighbours: Neighbours = {},
  tell?: (fault: Fault) => void,
): Promise<Entry> {
  const report = await readReport(file);
  return { report, ...runChecks({ report, ...neighbours }, tell) };
}
