import { readFile } from 'node:fs/promises';
import { keepRoster, rosterNames } from '../commands/roster.ts';
import { decodeText } from '../parsing/intake/decode.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

/** `govinfo roster FILE`: the bureaus that owe a report every year, one a line or in the first column of a CSV file. */
export async function roster(args: string[]): Promise<number> {
  const { positionals } = parseOptions({ args, options: {}, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('roster: name one file');
  const names = rosterNames(decodeText(await readFile(file)));
  if (!names.length) throw new UsageError('roster: no name in this file');
  await withStore((store) => keepRoster(store, undefined, { names, at: new Date().toISOString() }));
  process.stdout.write(`应报名单 ${names.length} 个机关 / ${names.length} bureaus on the roster\n`);
  return 0;
}
