import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { GovinfoError } from '../../errors.ts';
import { tryDecode } from './decode.ts';

/** Opens a ZIP in memory; nothing is unpacked yet. Throws `E-ARCHIVE-DAMAGED`. */
export async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
  } catch (cause) {
    throw damagedArchive(cause);
  }
}

/** The entries one after another. Throws `E-ARCHIVE-DAMAGED` where the list of them is broken. */
export async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      throw damagedArchive(cause);
    });
    if (next.done) return;
    yield next.value;
  }
}

/** The entry's name: UTF-8 where it says so or fits, else GB 18030, which Chinese Windows writes without saying so. */
export function entryName(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  return tryDecode('utf-8', bytes) ?? new TextDecoder('gb18030').decode(bytes);
}

/** Unpacks one entry. Stops as soon as it is larger than it claims, or than `most` bytes. */
export async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > most) throw new Error(`more than ${most} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw damagedArchive(cause);
  }
  return Buffer.concat(chunks);
}

const damagedArchive = (cause: unknown) =>
  new GovinfoError(
    'E-ARCHIVE-DAMAGED',
    {
      zh: '文件的压缩结构已损坏，打不开，请重新保存或重新打包',
      en: 'the packed file is damaged and cannot be opened; please save or pack it again',
    },
    { cause },
  );
