import type { Entry } from '../../report/entry.ts';
import type { Finding } from '../../report/finding.ts';
import type { Report } from '../../report/report.ts';
import type { Off } from '../../report/switch.ts';
import type { Standing } from './versions.ts';

/** A finding that people confirmed, ignored or put off, or whose check they turned off. The cells of one that is not settled stay marked. */
export interface SetAside {
  finding: Finding;
  state: 'confirmed' | 'ignored' | 'snoozed' | 'off';
}

/** A stored or just read report as the messages about it need it. */
export interface CaseFile {
  entry: Entry;
  file: { name: string };
  /** Counts files of this bureau and year; corrections are counted apart. */
  version: number;
  /** Where the report is filed, once it is stored: what the buttons refer to. */
  bureauKey?: string;
  year?: number;
  /** Its bureau as it is filed, where the document may say otherwise. */
  bureau?: string;
  /** A person said whose report it is: who and when, in words, and the question that the button takes it back by. */
  filedBy?: { words: string; question: string };
  /** Last year's report of the same bureau, where it is stored. */
  previous?: Report;
  /** Values that people have laid over the report. */
  corrections?: number;
  /** Findings that are no longer to check, though they are still there: people decided about them. */
  setAside?: readonly SetAside[];
  /** Findings of checks that people turned off, and why. */
  off?: readonly Off[];
  /** Day on which the file was deleted where it came from. */
  deletedAt?: string;
  /** Where other files of the same bureau and year came in. */
  standing?: Standing;
  /** Link to the message that carried the file. */
  permalink?: string;
}
