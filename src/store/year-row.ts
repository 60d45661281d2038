import type { MeasuredCell } from '../report/measures/measure.ts';
import type { Said, SaidId } from '../report/measures/said.ts';
import type { Address, Report } from '../report/report.ts';
import type { Origin } from './stored-report.ts';

/** Whose report it is, where it came from, and how it stands. */
export interface Outline {
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
  /** Errors and warnings that are neither resolved nor ignored. */
  errors: number;
  warnings: number;
  /** How many of these nobody has decided about yet. */
  open: number;
  /** Findings of checks that people turned off. */
  off: number;
  /** Checks that found something, switched off or not; one for each finding. */
  found: readonly string[];
}

/** What a year's questions need of one report: every cell's value and state, and nothing of the text. */
export interface YearRow extends Outline {
  /** Name of the file that these figures stand in. */
  file: string;
  /** The cell as read or as a person corrected it, `undefined` where it was not found. */
  cell(address: Address): (MeasuredCell & { corrected: boolean }) | undefined;
  /** How many cells hold what a person put there. */
  readonly corrections: number;
  /** Whether a person should look at this cell before quoting it. */
  doubtful(address: Address): boolean;
  /** What the text says of something that no table counts. */
  said(id: SaidId): Said | undefined;
}
