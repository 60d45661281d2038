import { answer } from '../commands/answer.ts';
import { formats } from '../commands/question/lexicon.ts';
import { unescapeText } from '../views/escape.ts';
import { operator } from './ask.ts';
import { localeOf } from './locale.ts';
import { saveFiles } from './save-files.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

/** `govinfo export [--format F] [--to FOLDER] [TEXT]`: files of what TEXT asks for, of everything without it. */
export async function exportFiles(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    options: {
      format: { type: 'string', default: 'csv' },
      to: { type: 'string', default: '.' },
      lang: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (!formats.some((format) => format === values.format))
    throw new UsageError(`export: --format is one of ${formats.join(', ')}`);
  const question = `导出 ${positionals.join(' ')} ${values.format}`;
  const asker = operator(localeOf(values.lang));
  const { text, files = [] } = await withStore((store) => answer(question, { store, asker, now: new Date() }));
  process.stderr.write(`${unescapeText(text)}\n`);
  await saveFiles(files, values.to);
  return files.length > 0 ? 0 : 2;
}
