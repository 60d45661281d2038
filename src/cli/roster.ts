import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { namedBody } from '../naming/named-body.ts';
import { sourceFile } from '../parsing/intake/source-file.ts';
import { readRoster } from '../parsing/read-roster.ts';
import { keepRoster } from '../store/rosters.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

/** `govinfo roster FILE`: the bureaus that owe a report every year, one a line or a column of a table (text, CSV, XLSX, Word). */
export async function roster(args: string[]): Promise<number> {
  const { positionals } = parseOptions({ args, options: {}, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('roster: name one file');
  const { names, odd } = await readRoster(sourceFile(basename(file), await readFile(file)));
  await withStore((store) =>
    keepRoster(store, undefined, {
      names,
      bodies: names.map(namedBody),
      at: new Date().toISOString(),
      file: basename(file),
    }),
  );
  process.stdout.write(`应报名单 ${names.length} 个机关 / ${names.length} bureaus on the roster\n`);
  if (odd.length) process.stderr.write(`读不成机关名称，没有用：${odd.join('、')} / not names, left out\n`);
  return 0;
}
