import type { GovinfoError } from '../errors.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Entry } from '../report/entry.ts';
import type { FileProgress } from './progress.ts';
import type { Upload } from './upload.ts';

/** One file in hand, and how far it has come. */
export interface InHand {
  upload: Upload;
  source: SourceFile;
  progress: FileProgress;
  /** Writes the progress down. */
  keep(): Promise<void>;
  /** Whether the work is still ours. */
  alive?: (() => boolean) | undefined;
  /** Slack's id of the file, or of the archive it came in. */
  fileId: string;
  /** Its place in the upload. */
  key: string;
  /** What came of reading it, where that was done ahead of its turn. */
  reading?: Reading | undefined;
}

/** A report that was read and checked, or why there is none. */
export type Reading = { entry: Entry; error?: never } | { entry?: never; error: GovinfoError };
