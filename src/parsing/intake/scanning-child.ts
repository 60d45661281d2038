import { recogniseReport } from '../recognise-report.ts';
import { answerWith } from './answer.ts';
import type { SourceFile } from './source-file.ts';

process.on('message', async (file: SourceFile) => {
  process.send?.(await answerWith(() => recogniseReport(file)));
});
