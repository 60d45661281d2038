import { cellsOf } from '../report/doubt.ts';
import type { Finding } from '../report/finding.ts';
import { namedMeasure } from '../report/measures/catalogue.ts';
import { type Figure, figureOf } from '../report/measures/measure.ts';
import type { Batch, BatchRow } from '../views/batch.ts';
import { membersOf, sizeOf } from './batch-members.ts';
import type { Desk } from './desk.ts';
import { type Present, presentOutcome } from './present-outcome.ts';
import { type Outcome, outcomesOf } from './progress.ts';
import { isWanted, nameOfFile } from './upload.ts';

/** How far a batch is; once all is done, what each file has come to by now. */
export async function batchState(desk: Desk, batch: string): Promise<Batch> {
  const members = await membersOf(desk, batch);
  const outcomes: Outcome[] = [];
  let files = 0;
  let began = Number.POSITIVE_INFINITY;
  let ended = 0;
  let current: string | undefined;
  for (const member of members) {
    began = Math.min(began, Number(member.id.split('/')[2]) * 1000);
    const progress = await desk.progress.get(member.id);
    const done = progress ? outcomesOf(progress) : [];
    outcomes.push(...done);
    // Files that turned out to hold nothing are none.
    files += progress?.finishedAt ? done.length : Math.max(sizeOf(member), done.length);
    ended = Math.max(ended, Date.parse(progress?.finishedAt ?? '') || 0);
    if (!progress?.finishedAt) current ??= await fileInWork(desk, member.id);
  }
  const working = files > outcomes.length;
  return {
    id: batch,
    files,
    elapsed: Math.max(0, (working || !ended ? desk.now().getTime() : ended) - began),
    ...(current !== undefined && { current }),
    rows: working ? outcomes : await Promise.all(outcomes.map(async (one) => rowOf(await presentOutcome(desk, one)))),
  };
}

/** The file whose turn it is in an upload that is not done. */
async function fileInWork(desk: Desk, id: string): Promise<string | undefined> {
  const [upload, progress] = await Promise.all([desk.uploads.get(id), desk.progress.get(id)]);
  const isDone = (key: string) => progress?.files[key]?.outcome || progress?.files[key]?.unpacked;
  const file = upload?.files.find((one) => isWanted(upload, one.id) && !isDone(one.id));
  return file && nameOfFile(file);
}

/** Findings of a report that nobody has decided about. */
export const openFindings = ({ file }: Present): Finding[] =>
  file?.issues.flatMap(({ state, finding }) => (state === 'open' ? [finding] : [])) ?? [];

/** A file of a finished batch as its table shows it. */
export function rowOf(present: Present): BatchRow {
  const { outcome, file, stored, waits } = present;
  const replaced = file && stored && stored.version < file.stored.version;
  const penalties = penaltiesOf(present);
  return {
    ...outcome,
    ...(file && { bureau: stored?.bureau ?? file.stored.bureau }),
    ...(penalties && { penalties }),
    ...(waits && { waits: stored!.version }),
    ...(replaced && { result: 'replaced' as const, by: file.stored.version }),
  };
}

/** Penalties as the file in hand has them: what people settled counts where it is the one that answers. */
function penaltiesOf({ file, stored }: Present): Figure | undefined {
  if (!file) return undefined;
  if (stored && stored.version !== file.stored.version)
    return figureOf(cellsOf(stored.entry), namedMeasure('penalties'));
  const unsettled = file.issues.filter(({ state }) => state !== 'resolved' && state !== 'ignored');
  const findings = unsettled.map(({ finding }) => finding);
  return figureOf(cellsOf({ report: file.report, findings }), namedMeasure('penalties'));
}
