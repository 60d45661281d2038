import type { Happening } from '../report/happening.ts';
import type { Correction } from '../report/issue.ts';
import type { CaseStore } from './case-store.ts';
import type { Filing, Origin, StoredReport } from './stored-report.ts';
import type { SwitchStore } from './switches.ts';
import type { Outline, YearRow } from './year-row.ts';

export type { Filing, Origin, Outline, StoredReport, YearRow };

/**
 * The small door to everything that is kept. Behind it Keyv with an embedded file, PostgreSQL or Redis. Every method
 * throws `GovinfoError` `E-STORE-…` when the backend fails: a failed read never looks like “no such report”.
 */
export interface Store {
  reports: ReportStore;
  /** What people discuss and decide about reports. */
  cases: CaseStore;
  /** Checks that people turned off or down. */
  switches: SwitchStore;
  /** What changed from one moment (with it) to another (without it), the newest first. */
  happenings(from: Date, to: Date): Promise<Happening[]>;
  /** ISO time of the first change that was recorded; `null` where none ever was. Reports may be older than that. */
  recordedSince(): Promise<string | null>;
  /** Takes a key for `ttl` milliseconds; `true` for the first to ask, in one atomic step, across processes. */
  claim(key: string, ttl: number): Promise<boolean>;
  /** Gives a key back that this process claimed; does nothing where the time ran out and somebody else has it. */
  release(key: string): Promise<void>;
  /** Runs `work` while no other process runs work under the same key; waits for its turn. */
  exclusively<R>(key: string, work: () => Promise<R>): Promise<R>;
  /** Small documents of one kind by key (threads, jobs, settings, choices); each kind has its own schema at its own door. */
  collection<T>(name: string, schema: { parse(data: unknown): T }): Collection<T>;
  /** Throws where the backend does not answer; for health checks. */
  probe(): Promise<void>;
  /** Forgets what has expired and wakes what was put off until today; worth calling every hour. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export interface Collection<T> {
  get(key: string): Promise<T | undefined>;
  set(key: string, value: T, ttl?: number): Promise<void>;
  /** Writes only where nothing stands yet; `false` where somebody was first. */
  add(key: string, value: T, ttl?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  /** All entries whose key begins with `start`, in key order where the backend has one. */
  entries(start?: string): AsyncIterable<[key: string, value: T]>;
}

export interface ReportStore {
  /**
   * Keeps a report as the newest version of its bureau and year, unless these very bytes are stored already: then only
   * what is read in them now is kept beside what was read before. Saving the same filing twice answers the same. A new
   * version is adopted at once, unless `adopt` is false or it contradicts what a person corrected: then it waits, and
   * `waits` says for which corrections. Throws `E-STORE-IDENTITY` without a bureau or year.
   */
  save(filing: Filing, options?: { adopt?: boolean }): Promise<Saved>;
  /** The adopted version. */
  current(bureauKey: string, year: number): Promise<StoredReport | undefined>;
  /** All versions, oldest first. */
  versions(bureauKey: string, year: number): Promise<StoredReport[]>;
  /** Makes an earlier or later version the one that answers. Throws `E-STORE-VERSION` where there is none. */
  adopt(bureauKey: string, year: number, version: number, by?: string): Promise<StoredReport>;
  /**
   * Takes a version out again that a person had filed under the wrong name: it answers no more and is no version any
   * more, its bytes can be filed anew, and what happened stays written. Throws `E-STORE-VERSION` where there is none.
   */
  withdraw(bureauKey: string, year: number, version: number, by: string): Promise<void>;
  /** Notes that the file was deleted where it came from; the record is kept. */
  markDeleted(bureauKey: string, year: number, version: number, at: string): Promise<void>;
  byFile(sha256: string): Promise<StoredReport | undefined>;
  /** One light row per bureau for a year's questions; from memory while nothing was written. */
  year(year: number): Promise<readonly YearRow[]>;
  /** The same rows without their figures, which a large year reads only when they are asked for. */
  outline(year: number): Promise<readonly Outline[]>;
  /** These rows with their figures. */
  open(rows: readonly Outline[]): Promise<readonly YearRow[]>;
  /** Years that hold at least one report, ascending. */
  years(): Promise<number[]>;
  /** Every bureau in the store with its names and years. */
  bureaus(): Promise<readonly KnownBureau[]>;
}

export interface Saved {
  outcome: 'new' | 'same-file' | 'new-version';
  stored: StoredReport;
  /** Whether this version answers now. */
  adopted: boolean;
  /** People's corrections that this version contradicts. */
  waits: Correction[];
  /** Whether these very bytes were stored before and say something else to today's program. */
  reread: boolean;
}

export interface KnownBureau {
  bureauKey: string;
  bureau: string;
  aliases: string[];
  regionCode: string | null;
  regionPath: string[];
  years: number[];
  origins: Origin[];
}
