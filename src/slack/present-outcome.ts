import type { CaseFile } from '../store/case-store.ts';
import type { StoredReport } from '../store/store.ts';
import { waitsForWord } from './case-messages.ts';
import type { Desk } from './desk.ts';
import type { Outcome } from './progress.ts';

/** What a file has come to since it was answered. */
export interface Present {
  outcome: Outcome;
  /** The report it belongs to; none where it was not filed. */
  file?: CaseFile;
  /** The version that it is. */
  stored?: StoredReport;
  /** Nobody has said yet whether this version is to answer. */
  waits: boolean;
}

/** An outcome as it is now: `toCheck` counts the issues of its report that are open, where this version is the one that answers. */
export async function presentOutcome(desk: Desk, outcome: Outcome): Promise<Present> {
  const { bureauKey, year, version } = outcome;
  const file = bureauKey && year !== undefined && (await desk.store.cases.get({ bureauKey, year }));
  if (!file) return { outcome, waits: false };
  const versions = version === undefined ? [] : await desk.store.reports.versions(file.bureauKey, file.year);
  const stored = versions.find((one) => one.version === version);
  const answers = !stored || stored.version === file.stored.version;
  const toCheck = answers ? file.issues.filter(({ state }) => state === 'open').length : 0;
  const waits = stored !== undefined && waitsForWord(file, stored);
  const settled = outcome.result === 'same' ? 'same' : 'passed';
  return {
    outcome: { ...outcome, toCheck, result: toCheck || waits ? 'toCheck' : settled },
    file,
    ...(stored && { stored }),
    waits,
  };
}

export const presentOutcomes = async (desk: Desk, outcomes: readonly Outcome[]): Promise<Outcome[]> =>
  (await Promise.all(outcomes.map((outcome) => presentOutcome(desk, outcome)))).map(({ outcome }) => outcome);
