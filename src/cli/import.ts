import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GovinfoError } from '../errors.ts';
import { inOrder } from '../parsing/in-order.ts';
import { unpack } from '../parsing/intake/archive.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Doubt } from '../report/identity.ts';
import type { Store } from '../store/store.ts';
import { oneLine } from '../views/escape.ts';
import { asGovinfoError, type Examined, examineSource, openFile } from './examine.ts';
import { type Given, IdentityOpen, settledIdentity, waysToSettle } from './settle-identity.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

type Outcome = 'new' | 'new-version' | 'same-file' | 'refused';

/**
 * `govinfo import [--bureau NAME] [--year YEAR] PATH…`: reads files, folders and archives, as many at once as there are cores, and keeps them in their
 * order. One line a file on standard error, the counts on standard output. 1 where a report has errors, 2 where a file
 * was refused. What does not say whose report it is, or says two things, is not filed before `--bureau` and `--year` do.
 */
export async function importPaths(args: string[]): Promise<number> {
  const { positionals, values: given } = parseOptions({
    args,
    options: { bureau: { type: 'string' }, year: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('import: name at least one file or folder');
  const paths = (await Promise.all(positionals.map(filesUnder))).flat();
  const counts: Record<Outcome, number> = { new: 0, 'new-version': 0, 'same-file': 0, refused: 0 };
  const ways: string[] = [];
  let status = 0;
  await withStore(async (store) => {
    for await (const read of inOrder(filesIn(paths), examineFile)) {
      const { outcome, said, errors, doubt } = await keep(read, store, given);
      counts[outcome]++;
      process.stderr.write(`${read.turn}　${oneLine(read.file)}　${said}\n`);
      if (doubt) ways.push(...waysToSettle(read.path, doubt));
      status = Math.max(status, outcome === 'refused' ? 2 : errors > 0 ? 1 : 0);
    }
  });
  if (ways.length) process.stderr.write(`${howToSettle}\n${[...new Set(ways)].map((way) => `  ${way}\n`).join('')}`);
  process.stdout.write(
    `新入库 ${counts.new}　新版本 ${counts['new-version']}　已在库 ${counts['same-file']}　未入库 ${counts.refused}\n`,
  );
  return status;
}

const howToSettle =
  '没有入库的，请指明是哪个机关、哪一年（文件自己写清楚的不受影响） / to file the others, say whose report and which year:';

/** The path itself, or every file below it, in the order of their names. Hidden files are left out. */
async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const below = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
  return (await Promise.all(below)).flat();
}

interface Imported {
  outcome: Outcome;
  said: string;
  errors: number;
  /** What has to be said before it is filed. */
  doubt?: Doubt;
}

/** A file to read, or why there is none. */
interface Opened {
  path: string;
  /** The path as it was given, and the name inside an archive. */
  file: string;
  /** How far the path stands in all of them: `12/500`. */
  turn: string;
  found: SourceFile | GovinfoError;
}

/** The files at these paths one after another; of an archive, each file in it. */
async function* filesIn(paths: readonly string[]): AsyncGenerator<Opened> {
  for (const [at, path] of paths.entries()) {
    const turn = `${at + 1}/${paths.length}`;
    try {
      const source = await openFile(path);
      for await (const inner of unpack(source)) {
        const file = inner === source ? path : `${path} › ${inner.name}`;
        yield { path, file, turn, found: 'error' in inner ? inner.error : inner };
      }
    } catch (error) {
      yield { path, file: path, turn, found: asGovinfoError(error) };
    }
  }
}

type Read = Opened & { examined: Examined };

async function examineFile(opened: Opened): Promise<Read> {
  const { file, found } = opened;
  const examined: Examined =
    found instanceof GovinfoError
      ? { file, sha256: null, entry: null, error: found }
      : await examineSource(file, found);
  return { ...opened, examined };
}

const refused = ({ code, words }: GovinfoError): Imported => ({
  outcome: 'refused',
  said: `${words.zh}　${code}`,
  errors: 0,
});

async function keep({ found, examined: { entry, error } }: Read, store: Store, given: Given): Promise<Imported> {
  if (error) return refused(error);
  if (found instanceof GovinfoError) return refused(found);
  try {
    const name = basename(found.name);
    const filed = await store.reports.byFile(found.sha256);
    const identity = filed ? undefined : settledIdentity(entry, name, given, new Date());
    const { outcome, stored } = await store.reports.save({
      entry,
      file: { name, sha256: found.sha256, size: found.bytes.length },
      origin: { scope: 'workspace' },
      arrivedAt: new Date().toISOString(),
      ...(identity && { identity: { ...identity, by: 'govinfo import' } }),
    });
    const words = { new: '已入库', 'new-version': `已入库（第 ${stored.version} 版）`, 'same-file': '已在库' }[outcome];
    const errors = entry.findings.filter(({ severity }) => severity === 'error').length;
    return {
      outcome,
      said: `${words}　${stored.bureau} ${stored.year}${errors > 0 ? `　不符 ${errors}` : ''}`,
      errors,
    };
  } catch (error) {
    if (error instanceof IdentityOpen) return { ...refused(error), doubt: error.doubt };
    if (error instanceof GovinfoError && (error.code === 'E-STORE-IDENTITY' || !error.code.startsWith('E-STORE')))
      return refused(error);
    throw error;
  }
}
