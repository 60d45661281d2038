import { availableParallelism } from 'node:os';
import { GovinfoError } from '../errors.ts';
import { inOrder } from '../parsing/in-order.ts';
import { countFiles, type RefusedFile, unpack } from '../parsing/intake/archive.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import { readSource } from './answer-file.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import type { Reading } from './in-hand.ts';
import { nameOfFile, type SlackFile, type Upload } from './upload.ts';

/** A file in hand before its turn comes; one that cannot be had says why. */
export interface Part {
  /** Its place in the upload. */
  key: string;
  part: SourceFile | RefusedFile;
  /** How many files came with it: more than one in an archive. */
  together: number;
  /** What came of reading it; absent where it has an answer already or may be known. */
  reading?: Reading;
}

/** A file of the message with its parts: itself, or what an archive holds. */
export interface FetchedFile {
  file: SlackFile;
  parts: AsyncIterable<Part>;
}

/** Fetches the files of an upload in their order, and reads as many ahead as there are cores. */
export const fetchFiles = (
  desk: Desk,
  upload: Upload,
  isAnswered: (key: string) => boolean,
): AsyncIterable<FetchedFile> =>
  inOrder(upload.files, (file) => fetchFile(desk, upload, file, isAnswered), availableParallelism());

async function fetchFile(
  desk: Desk,
  upload: Upload,
  file: SlackFile,
  isAnswered: (key: string) => boolean,
): Promise<FetchedFile> {
  const parts = partsOf(desk, upload, file, isAnswered);
  const first = await parts.next(); // begins with the work; nothing is done before a generator is asked
  return { file, parts: after(first, parts) };
}

async function* after<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* partsOf(
  desk: Desk,
  upload: Upload,
  file: SlackFile,
  isAnswered: (key: string) => boolean,
): AsyncGenerator<Part> {
  if (isAnswered(file.id)) return;
  try {
    if (await isForeign(desk, upload)) throw foreign();
    const source = await download(file, desk);
    const read = async (part: Part): Promise<Part> =>
      'error' in part.part || isAnswered(part.key) || (await mayBeKnown(desk, upload, part.part))
        ? part
        : { ...part, reading: await readSource(upload, part.part) };
    yield* inOrder(keyed(file, source), read, availableParallelism());
  } catch (error) {
    if (!isTold(error)) throw error;
    yield { key: file.id, part: { name: nameOfFile(file), error }, together: 1 };
  }
}

async function* keyed(file: SlackFile, source: SourceFile): AsyncGenerator<Part> {
  const together = await countFiles(source);
  let index = 0;
  for await (const part of unpack(source))
    yield { key: part === source ? file.id : `${file.id}#${++index}`, part, together };
}

/** Whether it lies in the store: then it is looked at when its turn comes. */
const mayBeKnown = async (desk: Desk, upload: Upload, { sha256 }: SourceFile): Promise<boolean> =>
  !upload.again && (await desk.store.reports.byFile(sha256)) !== undefined;

/** Errors that a person is told in words; the store's own are outages. */
const isTold = (error: unknown): error is GovinfoError =>
  error instanceof GovinfoError && !error.code.startsWith('E-STORE');

/** Whether the channel is shared with another organisation and nobody allowed that. */
async function isForeign(desk: Desk, { channel }: Upload): Promise<boolean> {
  return !desk.config.sharedChannels.includes(channel) && (await desk.channels.get(channel)).shared;
}

const foreign = () =>
  new GovinfoError('E-SHARED-CHANNEL', {
    zh: '本频道与外部组织共享，不在这里读取文件；请在内部频道上传',
    en: 'this channel is shared with another organisation and files are not read here; please use an internal channel',
  });
