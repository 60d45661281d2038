import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Fault } from '../checks/run-checks.ts';
import { GovinfoError } from '../errors.ts';
import { type SourceFile, sourceFile } from '../parsing/intake/source-file.ts';
import type { Entry } from '../report/entry.ts';
import { review } from '../review.ts';

/** What became of one file: read and checked, or not read and why. `file` is the path as it was given. */
export type Examined = { file: string; sha256: string | null } & (
  | { entry: Entry; error: null }
  | { entry: null; error: GovinfoError }
);

/** Reads and checks one file of the disk. Never throws: a fault of ours becomes `E-INTERNAL`, its trace on stderr. */
export async function examine(path: string): Promise<Examined> {
  try {
    return await examineSource(path, await openFile(path));
  } catch (error) {
    return { file: path, sha256: null, entry: null, error: asGovinfoError(error) };
  }
}

/** The same for a file that is open already; `file` is what it is called in the result. */
export async function examineSource(file: string, source: SourceFile): Promise<Examined> {
  const { sha256 } = source;
  try {
    return { file, sha256, entry: await review(source, {}, printFault), error: null };
  } catch (error) {
    return { file, sha256, entry: null, error: asGovinfoError(error) };
  }
}

/** A check that broke down, for whoever runs the program. */
export const printFault = ({ check, reference, error }: Fault): void => console.error(`${check} ${reference}`, error);

export const openFile = async (path: string): Promise<SourceFile> => sourceFile(basename(path), await bytesOf(path));

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new GovinfoError('E-FILE-MISSING', { zh: '没有这个文件', en: 'there is no such file' }, { cause });
    if (code === 'EISDIR')
      throw new GovinfoError(
        'E-FILE-FOLDER',
        { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
        { cause },
      );
    throw new GovinfoError('E-FILE-ACCESS', { zh: '文件打不开', en: 'the file cannot be opened' }, { cause });
  }
}

export function asGovinfoError(error: unknown): GovinfoError {
  if (error instanceof GovinfoError) return error;
  console.error(error);
  return new GovinfoError('E-INTERNAL', { zh: '处理出错', en: 'something went wrong here' }, { cause: error });
}
