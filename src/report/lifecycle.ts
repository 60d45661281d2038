import type { Act, ActOf, Correction, Decision, Issue, Note, Occasion, Reopened, Sighting, Waiver } from './issue.ts';

/** An act and its number in its case, counted from 1. */
type Numbered = Act & { number: number };

/** The acts that count: what was taken back, and the taking back, are left out. */
function standing(acts: readonly Act[]): Numbered[] {
  const undone = new Set(acts.flatMap((act) => (act.act === 'undo' ? [act.of] : [])));
  return acts
    .map((act, i) => ({ ...act, number: i + 1 }))
    .filter((act) => act.act !== 'undo' && !undone.has(act.number));
}

/** The corrections that stand, the latest of each cell. */
export function correctionsOf(acts: readonly Act[]): Correction[] {
  const latest = new Map<string, Correction>();
  for (const act of standing(acts)) if (act.act === 'correct') latest.set(act.address, act);
  return [...latest.values()];
}

const isDecision = (act: Numbered): act is Decision =>
  act.act === 'confirm' || act.act === 'ignore' || act.act === 'snooze' || act.act === 'reopen';

/** Why a decision no longer holds for what is seen now; `undefined` while it holds. */
function lapsed(
  decision: Decision,
  now: { values: string; version: number; today: string },
): Reopened['why'] | undefined {
  if (decision.act === 'reopen') return 'person';
  if (decision.values !== now.values) return 'values';
  if (decision.act === 'ignore' && decision.reach === 'version' && decision.version !== now.version) return 'version';
  if (decision.act === 'snooze' && decision.until === 'version')
    return decision.version === now.version ? undefined : 'version';
  if ('until' in decision && decision.until !== undefined && decision.until <= now.today) return 'day';
  return undefined;
}

const stateOf = { confirm: 'confirmed', ignore: 'ignored', snooze: 'snoozed', reopen: 'open' } as const;

/**
 * The issues of a case, in the order in which they were first found: what the readings saw, and what people decided
 * about it. A decision holds for the figures it was made on; `today` is `YYYY-MM-DD`.
 */
export function issuesOf(
  acts: readonly Act[],
  { today, year, waivers = [] }: { today: string; year: number; waivers?: readonly Waiver[] },
): Issue[] {
  const counting = standing(acts);
  const observed = counting.filter((act): act is ActOf<'observed'> & { number: number } => act.act === 'observed');
  const ids = new Set(observed.flatMap(({ seen }) => seen.map(({ issue }) => issue)));
  return [...ids].map((id) => issueOf(id, { acts, counting, observed, today, year, waivers }));
}

interface Story {
  acts: readonly Act[];
  counting: readonly Numbered[];
  observed: readonly (ActOf<'observed'> & { number: number })[];
  today: string;
  year: number;
  waivers: readonly Waiver[];
}

function issueOf(id: string, { acts, counting, observed, today, year, waivers }: Story): Issue {
  const sightingIn = ({ seen }: ActOf<'observed'>): Sighting | undefined => seen.find(({ issue }) => issue === id);
  const sightings = observed.flatMap((act) => {
    const sighting = sightingIn(act);
    return sighting ? [{ ...sighting, at: act.at, version: act.version, number: act.number }] : [];
  });
  const last = sightings.at(-1)!;
  const mine = counting.filter((act) => 'issue' in act && act.issue === id);
  const decision = mine.findLast(isDecision) ?? null;
  const issue: Issue = {
    id,
    finding: last.finding,
    version: last.version,
    values: last.values,
    state: 'open',
    since: sightings[0]!.at,
    assignee: mine.findLast((act) => act.act === 'assign')?.to ?? null,
    decision,
    waiver: null,
    reopened: null,
    resolved: null,
    until: null,
    notes: notesOf(acts, id),
  };
  const gone = observed.find((act) => act.number > last.number);
  if (gone) {
    const correction = gone.because === 'correction' ? correctionBefore(counting, gone.number) : null;
    const { at, version, because } = gone;
    return { ...issue, state: 'resolved', resolved: { at, version, because, correction } };
  }
  if (decision) {
    const why = lapsed(decision, { values: last.values, version: last.version, today });
    if (!why) return { ...issue, state: stateOf[decision.act], until: dayOf(decision) };
    const before = sightings.findLast(({ number }) => number < decision.number) ?? last;
    return { ...issue, reopened: { why, decision, before: before.finding } };
  }
  const waiver = waivers.find(
    ({ check, fromYear, until, issue }) =>
      check === last.finding.check && fromYear <= year && until > today && issue !== id,
  );
  if (waiver) return { ...issue, state: 'ignored', waiver, until: waiver.until };
  const missing = observed.findLast(
    (act) => act.number < last.number && !sightingIn(act) && !takenBack(acts, counting, act),
  );
  const before = missing && sightings.findLast(({ number }) => number < missing.number);
  return before ? { ...issue, reopened: { why: 'returned', decision: null, before: before.finding } } : issue;
}

const dayOf = (decision: Decision): string | null =>
  'until' in decision && decision.until !== undefined && decision.until !== 'version' ? decision.until : null;

const correctionBefore = (acts: readonly Numbered[], number: number): Correction | null =>
  acts.filter((act) => act.number < number).findLast((act) => act.act === 'correct') ?? null;

/** Whether what a look saw was owed to a correction that somebody took back: nothing came up again by itself. */
function takenBack(acts: readonly Act[], counting: readonly Numbered[], look: Story['observed'][number]): boolean {
  const number = acts.slice(0, look.number).findLastIndex(({ act }) => act === 'correct') + 1;
  return look.because === 'correction' && !counting.some((act) => act.number === number);
}

function notesOf(acts: readonly Act[], id: string): Note[] {
  const notes = new Map<string, Note>();
  for (const act of acts) {
    if (act.act === 'unnote' && act.issue === id) notes.delete(act.key);
    if (act.act !== 'note' || act.issue !== id) continue;
    const first = notes.get(act.key);
    notes.set(act.key, first ? { ...first, text: act.text, edited: true } : { ...act, edited: false });
  }
  return [...notes.values()];
}

/** What a new look at a version adds to the story; `undefined` where it saw what was seen before. */
export function observation(
  acts: readonly Act[],
  look: { at: string; version: number; because: Occasion; seen: readonly Sighting[] },
): ActOf<'observed'> | undefined {
  const before = acts.findLast((act) => act.act === 'observed');
  const key = (seen: readonly Sighting[]) =>
    seen
      .map(({ issue, values }) => `${issue} ${values}`)
      .sort()
      .join();
  const same = before ? before.version === look.version && key(before.seen) === key(look.seen) : !look.seen.length;
  return same ? undefined : { act: 'observed', by: null, ...look, seen: [...look.seen] };
}
