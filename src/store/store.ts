import type { Entry } from '../report/entry.ts';
import type { Happening } from '../report/happening.ts';
import type { Correction } from '../report/issue.ts';
import type { Said, SaidId } from '../report/measures/said.ts';
import type { Address, Cell, Region, Report } from '../report/report.ts';
import type { CaseStore } from './case-store.ts';
import type { SwitchStore } from './switches.ts';

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

/** Where a file came from; also decides who may see the report. */
export interface Origin {
  /** `workspace`: everybody; `channel`: members of `channel`; `person`: that user alone. */
  scope: 'workspace' | 'channel' | 'person';
  team?: string;
  channel?: string;
  /** Timestamp of the message that carried the file: its thread is the case file. */
  thread?: string;
  user?: string;
  permalink?: string;
}

export interface Filing {
  entry: Entry;
  file: { name: string; sha256: string; size: number };
  origin: Origin;
  /** ISO time at which the file came in. */
  arrivedAt: string;
  /** What a person says the report is, where the document does not say or says it wrongly. */
  identity?: { bureau: string; bureauKey: string; year: number; region: Region | null; by: string };
}

export interface StoredReport extends Filing {
  bureauKey: string;
  bureau: string;
  year: number;
  /** 1 for the first file of this bureau and year. */
  version: number;
  /** Version of the program that read it. */
  readBy: string;
  /** Every place these very bytes were seen, the first one first. */
  origins: Origin[];
  /** ISO time at which the file was deleted where it came from. */
  deletedAt?: string;
}

/** What a year's questions need of one report: every cell's value and state, and nothing of the text. */
export interface YearRow {
  bureauKey: string;
  bureau: string;
  /** Other names of the same body. */
  aliases: readonly string[];
  regionCode: string | null;
  /** 宁夏回族自治区, 银川市, 金凤区; empty where the region is not known. */
  regionPath: readonly string[];
  year: number;
  version: number;
  forms: Report['forms'];
  /** Where the file was first seen. */
  origin: Origin;
  /** Every place it was seen: whoever may see one of them may see the report. */
  origins: readonly Origin[];
  /** Name of the file that these figures stand in. */
  file: string;
  /** Errors and warnings that are neither resolved nor ignored. */
  errors: number;
  warnings: number;
  /** How many of these nobody has decided about yet. */
  open: number;
  /** Findings of checks that people turned off. */
  off: number;
  /** Checks that found something, switched off or not; one for each finding. */
  found: readonly string[];
  /** The cell as read or as a person corrected it, `undefined` where it was not found. */
  cell(address: Address): (Pick<Cell, 'value' | 'state'> & { corrected: boolean }) | undefined;
  /** Whether a person should look at this cell before quoting it. */
  doubtful(address: Address): boolean;
  /** What the text says of something that no table counts. */
  said(id: SaidId): Said | undefined;
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
