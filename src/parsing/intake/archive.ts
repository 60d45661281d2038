import type { Entry, ZipFile } from 'yauzl';
import { GovinfoError } from '../../errors.ts';
import { limits } from './limits.ts';
import { sniff } from './sniff.ts';
import { type SourceFile, sourceFile } from './source-file.ts';
import { eachEntry, entryName, openZip, readEntry } from './zip.ts';

/** A file inside an archive that cannot be taken out. The name is as printed in the archive, and never a path. */
export interface RefusedFile {
  readonly name: string;
  readonly error: GovinfoError;
}

/** What programs leave in archives by themselves. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/**
 * The files of a ZIP one after another, each unpacked when it is asked for; any other file comes back as it is. One bad
 * file does not hide the others. Throws where the archive as a whole is refused: damaged, or too many files.
 */
export async function* unpack(file: SourceFile): AsyncGenerator<SourceFile | RefusedFile> {
  if ((await kind(file)) !== 'zip') {
    yield file;
    return;
  }
  const zip = await openZip(file.bytes);
  const budget = { bytes: limits.archive.totalBytes as number };
  for (const [name, entry] of await fileEntries(zip)) yield await take(zip, name, entry, budget);
}

/** How many files `unpack` will give: 1 for what is no archive. Throws where the archive as a whole is refused. */
export async function countFiles(file: SourceFile): Promise<number> {
  return (await kind(file)) === 'zip' ? (await fileEntries(await openZip(file.bytes))).length : 1;
}

async function fileEntries(zip: ZipFile): Promise<[string, Entry][]> {
  const found: [string, Entry][] = [];
  if (zip.entryCount > limits.archive.listed) throw tooManyFiles(zip.entryCount);
  for await (const entry of eachEntry(zip)) {
    const name = entryName(entry).replaceAll('\\', '/');
    if (!name.endsWith('/') && !litter.test(name)) found.push([name, entry]);
  }
  if (found.length > limits.archive.entries) throw tooManyFiles(found.length);
  return found;
}

async function take(
  zip: ZipFile,
  name: string,
  entry: Entry,
  budget: { bytes: number },
): Promise<SourceFile | RefusedFile> {
  try {
    refuse(name, entry, budget.bytes);
    const bytes = await readEntry(zip, entry, Math.min(limits.archive.entryBytes, budget.bytes));
    budget.bytes -= bytes.length;
    const inside = sourceFile(name, bytes);
    if ((await kind(inside)) === 'zip') throw nested();
    return inside;
  } catch (error) {
    if (error instanceof GovinfoError) return { name, error };
    throw error;
  }
}

/** Reasons not even to start unpacking an entry. */
function refuse(name: string, entry: Entry, left: number): void {
  const { uncompressedSize: size, compressedSize: packed, externalFileAttributes } = entry;
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isLink || name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')) throw unsafeName();
  if (entry.isEncrypted()) throw encrypted();
  const ratio = size / Math.max(packed, 1);
  if (size > limits.archive.entryBytes || (size > 1024 * 1024 && ratio > limits.archive.ratio)) throw tooLargeInside();
  if (size > left) throw tooLargeTogether();
}

/** Format by content; what nobody can read is for the reader to say. */
const kind = (file: SourceFile) => sniff(file).catch(() => null);

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

const tooManyFiles = (count: number) =>
  new GovinfoError('E-ARCHIVE-FILES', {
    zh: `压缩文件里有 ${count} 个文件，最多 ${limits.archive.entries} 个，请分成几份再发`,
    en: `the archive holds ${count} files; the most is ${limits.archive.entries}. Please split it`,
  });

const tooLargeInside = () =>
  new GovinfoError('E-ARCHIVE-SIZE', {
    zh: `解压后过大（最多 ${megabytes(limits.archive.entryBytes)} MB，压缩比最多 ${limits.archive.ratio}），没有解压`,
    en: `too large when unpacked (at most ${megabytes(limits.archive.entryBytes)} MB, ratio at most ${limits.archive.ratio}); not unpacked`,
  });

const tooLargeTogether = () =>
  new GovinfoError('E-ARCHIVE-SIZE', {
    zh: `压缩文件全部解压后超过 ${megabytes(limits.archive.totalBytes)} MB，其余文件没有解压`,
    en: `the archive unpacks to more than ${megabytes(limits.archive.totalBytes)} MB; the remaining files were left out`,
  });

const nested = () =>
  new GovinfoError('E-ARCHIVE-NESTED', {
    zh: '压缩文件里还有压缩文件，请解压后再发',
    en: 'an archive inside the archive is not opened; please unpack it first',
  });

const encrypted = () =>
  new GovinfoError('E-ARCHIVE-ENCRYPTED', {
    zh: '压缩文件加了密码，请去掉密码后再发',
    en: 'the archive has a password; please send it without one',
  });

const unsafeName = () =>
  new GovinfoError('E-ARCHIVE-PATH', {
    zh: '压缩文件里的文件名指向别处（上级目录、绝对路径或链接），没有解压',
    en: 'a name in the archive points elsewhere (parent folder, absolute path or link); not unpacked',
  });
