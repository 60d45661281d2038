import { answer } from '../commands/answer.ts';
import type { Asker } from '../commands/command.ts';
import { unescapeText } from '../views/escape.ts';
import type { Message, MessageFile } from '../views/message.ts';
import { localeOf } from './locale.ts';
import { saveFiles } from './save-files.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

/** Whoever runs the program on the machine of the store may see everything in it. */
export const operator = (locale: Asker['locale']): Asker => ({ locale, maySee: () => true });

/** `govinfo ask TEXT`: what `/govinfo TEXT` would answer. Its files are put into the current folder. `--json` prints the message object instead. */
export async function ask(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('ask: what is the question?');
  const asker = operator(localeOf(values.lang));
  const message = await withStore((store) => answer(positionals.join(' '), { store, asker, now: new Date() }));
  process.stdout.write(values.json ? `${JSON.stringify(asJson(message))}\n` : `${unescapeText(message.text)}\n`);
  if (!values.json) await saveFiles(message.files ?? [], '.');
  return 0;
}

const asJson = ({ files, ...message }: Message) => ({ ...message, ...(files ? { files: files.map(fileJson) } : {}) });

const fileJson = ({ name, bytes, altText }: MessageFile) => ({
  name,
  size: bytes.length,
  ...(altText ? { altText } : {}),
});
