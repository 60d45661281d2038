import { backup, type Counts, restore } from '../store/backup.ts';
import { storeUrl } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

/** `govinfo backup FILE`: everything the store holds in one file, also while it is in use. */
export const backupStore = (args: string[]): Promise<number> =>
  told('backup', args, (file) => backup(storeUrl(), file));

/** `govinfo restore FILE`: brings a backup back. Throws where the store is not empty. */
export const restoreStore = (args: string[]): Promise<number> =>
  told('restore', args, (file) => restore(file, storeUrl()));

async function told(word: string, args: string[], work: (file: string) => Promise<Counts>): Promise<number> {
  const { positionals } = parseOptions({ args, options: {}, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`${word}: name one file`);
  const counts = Object.entries(await work(file)).filter(([, count]) => count > 0);
  for (const [name, count] of counts) process.stdout.write(`${name}\t${count}\n`);
  return 0;
}
