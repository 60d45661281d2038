import { createHash } from 'node:crypto';

/** A file as it came in: its bytes and the name somebody gave it. The name is hostile text and never a path. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hex sha-256 of the bytes: the file's identity. */
  readonly sha256: string;
}

export const sourceFile = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
