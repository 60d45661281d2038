import { describe, expect, test } from 'vitest';
import type { Act, ActOf, Sighting, Waiver } from '../../src/report/issue.ts';
import { correctionsOf, issuesOf, observation } from '../../src/report/lifecycle.ts';
import { finding } from '../store/filing.ts';

const at = '2026-03-01T08:00:00.000Z';
const today = '2026-03-02';
const sighting = (values: string, issue = 'a'): Sighting => ({
  issue,
  values,
  finding: finding({ message: { zh: `现在 ${values}`, en: `now ${values}` } }),
});
const observed = (version: number, seen: Sighting[], because: ActOf<'observed'>['because'] = 'file'): Act => ({
  act: 'observed',
  at,
  by: null,
  version,
  because,
  seen,
});
const about = { at, by: 'U1', issue: 'a', version: 1, values: '3≠2' };
const ignore = (more: Partial<ActOf<'ignore'>> = {}): Act => ({
  act: 'ignore',
  ...about,
  reason: 'explained',
  reach: 'version',
  ...more,
});
const found = observed(1, [sighting('3≠2')]);
const issueIn = (acts: Act[], day = today, waivers: Waiver[] = []) =>
  issuesOf(acts, { today: day, year: 2023, waivers }).find(({ id }) => id === 'a')!;

describe('states', () => {
  test('found is open, decided is what was decided, taken back is what it was before', () => {
    expect(issueIn([found])).toMatchObject({ state: 'open', since: at, decision: null, reopened: null });
    const confirmed: Act[] = [found, { act: 'confirm', ...about }];
    expect(issueIn(confirmed)).toMatchObject({ state: 'confirmed', decision: { by: 'U1', number: 2 } });
    const ignored = [...confirmed, ignore()];
    expect(issueIn(ignored)).toMatchObject({ state: 'ignored', decision: { reason: 'explained' } });
    expect(issueIn([...ignored, { act: 'undo', at, by: 'U2', of: 3 }]).state).toBe('confirmed');
    expect(
      issueIn([...ignored, { act: 'undo', at, by: 'U2', of: 3 }, { act: 'undo', at, by: 'U2', of: 2 }]).state,
    ).toBe('open');
  });

  test('gone is resolved by the version that lacks it', () => {
    expect(issueIn([found, observed(2, [])])).toMatchObject({
      state: 'resolved',
      resolved: { version: 2, because: 'file', correction: null },
      version: 1,
    });
  });

  test('gone after a correction is resolved by it, and open again when it is taken back', () => {
    const correct: Act = {
      act: 'correct',
      at,
      by: 'U1',
      address: 'applications.concluded.total',
      value: 12,
      basis: 'misread',
      version: 1,
      printed: { value: 11, raw: '11', state: 'number' },
    };
    const corrected = [found, correct, observed(1, [], 'correction')];
    expect(issueIn(corrected)).toMatchObject({ state: 'resolved', resolved: { correction: { value: 12, by: 'U1' } } });
    expect(correctionsOf(corrected)).toMatchObject([{ value: 12, number: 2 }]);
    const back: Act[] = [
      ...corrected,
      { act: 'undo', at, by: 'U2', of: 2 },
      observed(1, [sighting('3≠2')], 'correction'),
    ];
    expect(issueIn(back)).toMatchObject({ state: 'open', reopened: null });
    expect(correctionsOf(back)).toEqual([]);
  });

  test('the latest correction of a cell counts, and the one before it when that is taken back', () => {
    const correct = (value: number): Act => ({
      act: 'correct',
      at,
      by: 'U1',
      address: 'applications.concluded.total',
      value,
      basis: 'misread',
      version: 1,
      printed: null,
    });
    expect(correctionsOf([correct(12), correct(13)])).toMatchObject([{ value: 13 }]);
    expect(correctionsOf([correct(12), correct(13), { act: 'undo', at, by: 'U1', of: 2 }])).toMatchObject([
      { value: 12 },
    ]);
  });

  test('assignment is no state, and the last one counts', () => {
    const acts: Act[] = [found, { act: 'assign', ...about, to: 'U7' }];
    expect(issueIn(acts)).toMatchObject({ state: 'open', assignee: 'U7' });
    expect(issueIn([...acts, { act: 'assign', ...about, to: null }]).assignee).toBeNull();
  });

  test('issues stand side by side', () => {
    const both = observed(1, [sighting('1', 'b'), sighting('3≠2')]);
    const acts = [both, ignore(), observed(2, [sighting('3≠2')])];
    expect(issuesOf(acts, { today, year: 2023 }).map(({ id, state }) => [id, state])).toEqual([
      ['b', 'resolved'],
      ['a', 'open'],
    ]);
  });
});

describe('what a decision survives', () => {
  const reread = observed(1, [sighting('3≠2'), sighting('1', 'b')], 'reading');
  const otherFigures = observed(1, [sighting('5≠2')], 'reading');
  const newVersion = observed(2, [sighting('3≠2')]);

  test.each<[string, Act]>([
    ['confirmed', { act: 'confirm', ...about }],
    ['ignored', ignore()],
    ['snoozed', { act: 'snooze', ...about, until: 'version' }],
  ])('%s stays through a re-reading with the same figures', (state, decision) => {
    expect(issueIn([found, decision, reread]).state).toBe(state);
  });

  test.each<[string, Act]>([
    ['confirmed', { act: 'confirm', ...about }],
    ['ignored for this version', ignore()],
    ['ignored for this report', ignore({ reach: 'report' })],
    ['ignored for this bureau', ignore({ reach: 'bureau', until: '2027-03-01' })],
    ['snoozed', { act: 'snooze', ...about, until: '2026-12-01' }],
  ])('other figures open what was %s, and say which', (_, decision) => {
    expect(issueIn([found, decision, otherFigures])).toMatchObject({
      state: 'open',
      finding: { message: { zh: '现在 5≠2' } },
      reopened: { why: 'values', decision: { act: decision.act }, before: { message: { zh: '现在 3≠2' } } },
    });
  });

  test('a new version with the same figures keeps what reaches that far', () => {
    expect(issueIn([found, { act: 'confirm', ...about }, newVersion]).state).toBe('confirmed');
    expect(issueIn([found, ignore({ reach: 'report' }), newVersion]).state).toBe('ignored');
    expect(issueIn([found, ignore(), newVersion])).toMatchObject({ state: 'open', reopened: { why: 'version' } });
    expect(issueIn([found, { act: 'snooze', ...about, until: 'version' }, newVersion])).toMatchObject({
      state: 'open',
      reopened: { why: 'version' },
    });
  });

  test('back at the old version or the old figures, the decision holds again', () => {
    expect(issueIn([found, ignore(), newVersion, found]).state).toBe('ignored');
    expect(issueIn([found, ignore(), otherFigures, found]).state).toBe('ignored');
    expect(issueIn([found, { act: 'confirm', ...about }, observed(2, []), found]).state).toBe('confirmed');
  });

  test('ignoring and snoozing end on their day', () => {
    for (const decision of [
      ignore({ reach: 'report', until: '2026-03-10' }),
      { act: 'snooze', ...about, until: '2026-03-10' } as Act,
    ]) {
      expect(issueIn([found, decision], '2026-03-09')).toMatchObject({ until: '2026-03-10', reopened: null });
      expect(issueIn([found, decision], '2026-03-09').state).not.toBe('open');
      expect(issueIn([found, decision], '2026-03-10')).toMatchObject({ state: 'open', reopened: { why: 'day' } });
    }
  });

  test('a decision made after a re-opening counts anew', () => {
    const acts = [found, ignore(), otherFigures, ignore({ values: '5≠2' })];
    expect(issueIn(acts)).toMatchObject({ state: 'ignored', reopened: null });
  });

  test('a person can open it again', () => {
    expect(issueIn([found, ignore(), { act: 'reopen', ...about }])).toMatchObject({
      state: 'open',
      reopened: { why: 'person' },
    });
  });
});

describe('a check ignored for a bureau', () => {
  const waiver: Waiver = {
    bureauKey: 'k',
    check: 'applications-balance',
    fromYear: 2022,
    issue: 'elsewhere',
    reason: 'not-applicable',
    until: '2026-06-01',
    at,
    by: 'U1',
  };

  test('reaches other issues of that check, from its year on, until its day', () => {
    expect(issueIn([found], today, [waiver])).toMatchObject({ state: 'ignored', until: '2026-06-01', waiver });
    expect(issueIn([found], '2026-06-01', [waiver]).state).toBe('open');
    expect(issueIn([found], today, [{ ...waiver, fromYear: 2024 }]).state).toBe('open');
    expect(issueIn([found], today, [{ ...waiver, check: 'carry-over' }]).state).toBe('open');
  });

  test('yields to a decision about the issue itself, and does not hide changed figures where it was given', () => {
    expect(issueIn([found, { act: 'reopen', ...about }], today, [waiver]).state).toBe('open');
    expect(issueIn([found], today, [{ ...waiver, issue: 'a' }]).state).toBe('open');
  });
});

describe('notes', () => {
  const note = (text: string, key = '1.1'): Act => ({ act: 'note', at, by: 'U3', issue: 'a', key, text });
  test('are kept in order, follow their edits and their deletion', () => {
    const acts: Act[] = [found, note('问过了'), note('等回复', '1.2'), note('问过了，等回复')];
    expect(issueIn(acts).notes).toMatchObject([
      { text: '问过了，等回复', edited: true },
      { text: '等回复', edited: false },
    ]);
    expect(issueIn([...acts, { act: 'unnote', at, by: 'U3', issue: 'a', key: '1.1' }]).notes).toHaveLength(1);
  });
});

describe('looking again', () => {
  const look = { at, version: 1, because: 'reading' as const };
  test('adds nothing where the same was seen, whatever the order', () => {
    const two = [sighting('1', 'b'), sighting('3≠2')];
    expect(observation([observed(1, two)], { ...look, seen: [...two].reverse() })).toBeUndefined();
    expect(observation([], { ...look, seen: [] })).toBeUndefined();
  });
  test('adds what is new, other, gone, or in another version', () => {
    for (const seen of [[], [sighting('5≠2')], [sighting('3≠2'), sighting('1', 'b')]])
      expect(observation([found], { ...look, seen })).toMatchObject({ act: 'observed', seen });
    expect(observation([found], { ...look, version: 2, seen: [sighting('3≠2')] })).toBeDefined();
  });
});
