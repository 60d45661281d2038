import { parseReport } from '../parse-report.ts';
import { answerWith } from './answer.ts';
import { readDocument } from './read-document.ts';
import type { SourceFile } from './source-file.ts';

process.on('message', async (file: SourceFile) => {
  process.send?.(await answerWith(async () => parseReport(await readDocument(file))));
});
