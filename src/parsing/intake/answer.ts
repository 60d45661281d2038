import { GovinfoError, type Words } from '../../errors.ts';
import type { Report } from '../../report/report.ts';

/** What a child process sends back for a file: plain data only. */
export type ReadingAnswer =
  | { report: Report }
  | { refused: { code: GovinfoError['code']; words: Words } }
  | { bug: { message: string; stack: string | undefined } };

/** In the child: what came of reading, as an answer. */
export async function answerWith(read: () => Promise<Report>): Promise<ReadingAnswer> {
  try {
    return { report: await read() };
  } catch (error) {
    if (error instanceof GovinfoError) return { refused: { code: error.code, words: error.words } };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { bug: { message, stack } };
  }
}

/** In the parent: the report, or what the child threw. */
export function reportOf(answer: ReadingAnswer): Report {
  if ('report' in answer) return answer.report;
  if ('refused' in answer) throw new GovinfoError(answer.refused.code, answer.refused.words);
  throw Object.assign(new Error(answer.bug.message), { stack: answer.bug.stack });
}
