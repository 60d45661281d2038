import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GovinfoError } from '../errors.ts';
import { inOrder } from '../parsing/in-order.ts';
import { unpack } from '../parsing/intake/archive.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Store } from '../store/store.ts';
import { oneLine } from '../views/escape.ts';
import { asGovinfoError, type Examined, examineSource, openFile } from './examine.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

type Outcome = 'new' | 'new-version' | 'same-file' | 'refused';

/**
 * `govinfo import PATH…`: reads files, folders and archives, as many at once as there are cores, and keeps them in their
 * order. One line a file on standard error, the counts on standard output. 1 where a report has errors, 2 where a file
 * was refused.
 */
export async function importPaths(args: string[]): Promise<number> {
  const { positionals } = parseOptions({ args, options: {}, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError('import: name at least one file or folder');
  const paths = (await Promise.all(positionals.map(filesUnder))).flat();
  const counts: Record<Outcome, number> = { new: 0, 'new-version': 0, 'same-file': 0, refused: 0 };
  let status = 0;
  await withStore(async (store) => {
    for await (const read of inOrder(filesIn(paths), examineFile)) {
      const { outcome, said, errors } = await keep(read, store);
      counts[outcome]++;
      process.stderr.write(`${read.turn}　${oneLine(read.file)}　${said}\n`);
      status = Math.max(status, outcome === 'refused' ? 2 : errors > 0 ? 1 : 0);
    }
  });
  process.stdout.write(
    `新入库 ${counts.new}　新版本 ${counts['new-version']}　已在库 ${counts['same-file']}　未入库 ${counts.refused}\n`,
  );
  return status;
}

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
}

/** A file to read, or why there is none. */
interface Opened {
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
        yield { file, turn, found: 'error' in inner ? inner.error : inner };
      }
    } catch (error) {
      yield { file: path, turn, found: asGovinfoError(error) };
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

async function keep({ found, examined: { entry, error } }: Read, store: Store): Promise<Imported> {
  if (error) return refused(error);
  if (found instanceof GovinfoError) return refused(found);
  try {
    const { outcome, stored } = await store.reports.save({
      entry,
      file: { name: basename(found.name), sha256: found.sha256, size: found.bytes.length },
      origin: { scope: 'workspace' },
      arrivedAt: new Date().toISOString(),
    });
    const words = { new: '已入库', 'new-version': `已入库（第 ${stored.version} 版）`, 'same-file': '已在库' }[outcome];
    const errors = entry.findings.filter(({ severity }) => severity === 'error').length;
    return {
      outcome,
      said: `${words}　${stored.bureau} ${stored.year}${errors > 0 ? `　不符 ${errors}` : ''}`,
      errors,
    };
  } catch (error) {
    if (error instanceof GovinfoError && error.code === 'E-STORE-IDENTITY') return refused(error);
    throw error;
  }
}
