import type { KnownBlock } from '@slack/web-api';

export type Locale = 'zh' | 'en';

/**
 * What people see, in three rungs: `blocks` in full; `plain`, the same answer without tables and charts, for surfaces
 * that refuse them (only where it differs); `text`, the whole answer in words, verdict first. `text` is also the
 * notification, what screen readers read, and what the command line prints: at most 3,900 characters.
 */
export interface Message {
  text: string;
  blocks: KnownBlock[];
  plain?: KnownBlock[];
  /** The report, `<bureauKey>/<year>`, whose letter the answer is about: it opens in a window where one can open. */
  letter?: string;
  /** What concerns the asker alone: where others read along it is whispered. */
  personal?: true;
  /** Files that belong to the answer (exports, pictures), sent after it. */
  files?: MessageFile[];
}

export interface MessageFile {
  name: string;
  bytes: Uint8Array;
  /** Describes a picture with its figures in words. */
  altText?: string;
}
