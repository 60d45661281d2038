import { availableParallelism } from 'node:os';
import type { Report } from '../report/report.ts';
import { type ReadingAnswer, reportOf } from './intake/answer.ts';
import { childPool } from './intake/child-pool.ts';
import { limits } from './intake/limits.ts';
import { readDocument, refuseTooLarge } from './intake/read-document.ts';
import type { SourceFile } from './intake/source-file.ts';
import { parseReport } from './parse-report.ts';

/** Compiled code reads in child processes. TypeScript run as it is (in tests) has none to start and reads here. */
const isCompiled = import.meta.url.endsWith('.js');
const reading = childPool({
  module: new URL('intake/reading-child.js', import.meta.url),
  size: availableParallelism(),
});
const scanning = childPool({
  module: new URL('intake/scanning-child.js', import.meta.url),
  size: 1,
  milliseconds: limits.recognition.milliseconds,
});

/**
 * Reads one file into a report, in a process of its own that is stopped when it takes too long or too much memory; as
 * many at once as there are cores. A PDF of pictures is tried a second time, by recognition, where that is installed.
 * Throws `GovinfoError` where the file cannot be read or is no such report.
 */
export async function readReport(file: SourceFile): Promise<Report> {
  refuseTooLarge(file);
  if (!isCompiled) return parseReport(await readDocument(file));
  const { name, bytes, sha256 } = file;
  const answer = (await reading.run({ name, bytes, sha256 })) as ReadingAnswer;
  if (!isRefused(answer, 'E-SCAN')) return reportOf(answer);
  const recognised = (await scanning.run({ name, bytes, sha256 })) as ReadingAnswer;
  return reportOf(isRefused(recognised, 'E-NO-RECOGNITION') ? answer : recognised);
}

const isRefused = (answer: ReadingAnswer, code: string) => 'refused' in answer && answer.refused.code === code;
