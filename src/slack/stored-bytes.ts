import { unpack } from '../parsing/intake/archive.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import type { SlackFile } from './upload.ts';

/** The very bytes that were read once, fetched again; out of an archive where they came in one. */
export async function bytesAgain(desk: Desk, file: SlackFile, sha256: string): Promise<SourceFile | undefined> {
  const whole = await download(file, desk);
  if (whole.sha256 === sha256) return whole;
  for await (const part of unpack(whole)) if (!('error' in part) && part.sha256 === sha256) return part;
  return undefined;
}
