import { GovinfoError } from '../../errors.ts';
import { limits } from './limits.ts';
import { eachEntry, entryName, openZip, readEntry } from './zip.ts';

/**
 * The parts of an Office file (a ZIP) whose names match, as text. Other parts are not unpacked. Throws when the parts
 * together claim, or turn out, to be larger than an archive may be.
 */
export async function packageParts(bytes: Uint8Array, wanted: RegExp): Promise<Map<string, string>> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  let left: number = limits.archive.totalBytes;
  if (zip.entryCount > limits.archive.listed) throw tooLargeInside();
  for await (const entry of eachEntry(zip)) {
    left -= entry.uncompressedSize;
    if (left < 0) throw tooLargeInside();
    const name = entryName(entry);
    if (wanted.test(name)) parts.set(name, (await readEntry(zip, entry, entry.uncompressedSize)).toString('utf8'));
  }
  return parts;
}

/** A small file that unpacks to more than any report holds. */
const tooLargeInside = () =>
  new GovinfoError('E-BOMB', {
    zh: '文件解压后过大，可能有害，已停止读取',
    en: 'the file unpacks to far too much and may be harmful; reading was stopped',
  });
