import { readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { GovinfoError } from '../errors.ts';
import { type RefusedFile, unpack } from '../parsing/intake/archive.ts';
import { sniff } from '../parsing/intake/sniff.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Store } from '../store/store.ts';
import { oneLine } from '../views/escape.ts';
import { asGovinfoError, type Examined, examineSource, openFile } from './examine.ts';
import { inOrder } from './in-order.ts';
import { withStore } from './store.ts';
import { parseOptions, UsageError } from './usage.ts';

type Outcome = 'new' | 'new-version' | 'same-file' | 'refused';

/**
 * `govinfo import PATH…`: reads files, folders and archives into the store, as many at once as there are cores. One
 * line a file on standard error, the counts on standard output. 1 where a report has errors, 2 where a file was refused.
 */
export async function importPaths(args: string[]): Promise<number> {
  const { positionals } = parseOptions({ args, options: {}, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError('import: name at least one file or folder');
  const paths = (await Promise.all(positionals.map(filesUnder))).flat();
  const counts: Record<Outcome, number> = { new: 0, 'new-version': 0, 'same-file': 0, refused: 0 };
  let status = 0;
  await withStore(async (store) => {
    for await (const done of inOrder(paths, availableParallelism(), (path) => importFile(path, store)))
      for (const { file, outcome, said, errors } of done) {
        counts[outcome]++;
        process.stderr.write(`${oneLine(file)}　${said}\n`);
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
  file: string;
  outcome: Outcome;
  said: string;
  errors: number;
}

/** Everything in one file: itself, or the files of an archive. */
async function importFile(path: string, store: Store): Promise<Imported[]> {
  try {
    const source = await openFile(path);
    if ((await sniff(source)) !== 'zip') return [await keep(path, source, store)];
    const done: Imported[] = [];
    const inside = inOrder(unpack(source), availableParallelism(), async (inner) => {
      const name = `${path} › ${inner.name}`;
      return isRefused(inner) ? refused(name, inner.error) : await keep(name, inner, store);
    });
    for await (const imported of inside) done.push(imported);
    return done;
  } catch (error) {
    return [refused(path, asGovinfoError(error))];
  }
}

const isRefused = (file: SourceFile | RefusedFile): file is RefusedFile => 'error' in file;

const refused = (file: string, { code, words }: GovinfoError): Imported => ({
  file,
  outcome: 'refused',
  said: `${words.zh}　${code}`,
  errors: 0,
});

async function keep(name: string, source: SourceFile, store: Store): Promise<Imported> {
  const examined: Examined = await examineSource(name, source);
  if (!examined.entry) return refused(name, examined.error);
  const { entry } = examined;
  try {
    const { outcome, stored } = await store.reports.save({
      entry,
      file: { name: basename(source.name), sha256: source.sha256, size: source.bytes.length },
      origin: { scope: 'workspace' },
      arrivedAt: new Date().toISOString(),
    });
    const words = { new: '已入库', 'new-version': `已入库（第 ${stored.version} 版）`, 'same-file': '已在库' }[outcome];
    const errors = entry.findings.filter(({ severity }) => severity === 'error').length;
    return {
      file: name,
      outcome,
      said: `${words}　${stored.bureau} ${stored.year}${errors > 0 ? `　不符 ${errors}` : ''}`,
      errors,
    };
  } catch (error) {
    if (error instanceof GovinfoError && error.code === 'E-STORE-IDENTITY') return refused(name, error);
    throw error;
  }
}
