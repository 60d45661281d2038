import { expect } from 'vitest';
import type { CaseRef, NewDecision } from '../../src/store/case-store.ts';
import type { Store } from '../../src/store/store.ts';
import { storeTest } from './backends.ts';
import { cell, filing, type Sketch } from './filing.ts';

const bureauKey = '640106:演示县卫生健康局';
const ref: CaseRef = { bureauKey, year: 2021 };
const concluded = 'applications.concluded.total';
const thread = { channel: 'C1', thread: '17.1' };
const origin = { scope: 'channel' as const, ...thread };
const explained: NewDecision = { act: 'ignore', reason: 'explained', reach: 'version' };

/** 12 received, `concluded` said to be concluded. */
const slip = (said: number, more: Sketch = {}) =>
  filing({
    origin,
    ...more,
    cells: { 'applications.received.total': cell(12), [concluded]: cell(said), ...more.cells },
  });
const open = async (store: Store, at = ref) => (await store.cases.get(at))!;
const first = async (store: Store, at = ref) => (await open(store, at)).issues[0]!;
const on = async (store: Store, at = ref) => ({ ...at, issue: (await first(store, at)).id });

storeTest('cases', (test) => {
  test('a saved report has its issues, numbered in its thread, and they are in the list', async ({ store }) => {
    await store.reports.save(slip(11));
    expect((await open(store)).issues).toMatchObject([
      { number: 1, state: 'open', finding: { check: 'applications-balance' } },
    ]);
    expect(await store.cases.byNumber(thread, 1)).toEqual(await on(store));
    expect(await store.cases.byNumber(thread, 2)).toBeUndefined();
    expect(await store.cases.list()).toMatchObject([{ ...(await on(store)), number: 1, state: 'open', origin }]);
    expect((await store.reports.year(2021))[0]).toMatchObject({ errors: 1, open: 1 });
    expect((await store.reports.year(2021))[0]!.doubtful(concluded)).toBe(true);
  });

  test('of two who decide at the same moment one is told who was first', async ({ store, other }) => {
    await store.reports.save(slip(11));
    const [{ seen }, issue] = [await open(store), await on(store)];
    const [a, b] = await Promise.all([
      store.cases.decide(issue, { act: 'confirm' }, { by: 'U王敏', seen }),
      other.cases.decide(issue, explained, { by: 'U李雷', seen }),
    ]);
    const [won, lost] = a.outcome === 'done' ? [a, b] : [b, a];
    expect([won.outcome, lost.outcome]).toEqual(['done', 'beaten']);
    const decision = (await first(store)).decision!;
    expect(lost).toMatchObject({ first: { by: decision.by, act: decision.act } });
  });

  test('decisions about two issues at the same moment both count', async ({ store, other }) => {
    await store.reports.save(filing({ year: 2020 }));
    await store.reports.save(slip(11, { cells: { 'applications.carriedIn.total': cell(3) } }));
    const { seen, issues } = await open(store);
    expect(issues.map(({ finding }) => finding.check)).toEqual(['applications-balance', 'carry-over']);
    const done = await Promise.all([
      store.cases.decide({ ...ref, issue: issues[0]!.id }, { act: 'confirm' }, { by: 'U1', seen }),
      other.cases.decide({ ...ref, issue: issues[1]!.id }, explained, { by: 'U2', seen }),
    ]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect((await open(store)).issues.map(({ state }) => state)).toEqual(['confirmed', 'ignored']);
    expect((await store.cases.list()).map(({ state }) => state).sort()).toEqual(['confirmed', 'ignored']);
  });

  test('a click on figures that have changed meanwhile is not a decision about the new ones', async ({ store }) => {
    await store.reports.save(slip(11));
    const [{ seen }, issue] = [await open(store), await on(store)];
    await store.reports.save(slip(10));
    const late = await store.cases.decide(issue, explained, { by: 'U1', seen });
    expect(late).toMatchObject({ outcome: 'beaten', first: { act: 'observed', version: 2 } });
    expect((await first(store)).state).toBe('open');
  });

  test('ignored, taken back, ignored by two: the last word counts and all words are kept', async ({ store }) => {
    await store.reports.save(slip(11));
    const issue = await on(store);
    const done = await store.cases.decide(issue, explained, { by: 'U1' });
    if (done.outcome !== 'done') return expect.unreachable();
    expect((await store.reports.year(2021))[0]).toMatchObject({ errors: 0, open: 0 });
    expect((await store.reports.year(2021))[0]!.doubtful(concluded)).toBe(false);
    await store.cases.undo(ref, done.number, { by: 'U2' });
    expect((await first(store)).state).toBe('open');
    expect(await store.cases.undo(ref, done.number, { by: 'U3' })).toMatchObject({
      outcome: 'beaten',
      first: { by: 'U2' },
    });
    await expect(store.cases.undo(ref, 99, { by: 'U3' })).rejects.toMatchObject({ code: 'E-ACT-UNKNOWN' });
    await expect(store.cases.undo(ref, 1, { by: 'U3' })).rejects.toMatchObject({ code: 'E-ACT-UNKNOWN' });
    expect((await open(store)).acts.map(({ act, by }) => [act, by])).toEqual([
      ['observed', null],
      ['ignore', 'U1'],
      ['undo', 'U2'],
    ]);
  });

  test('a correction settles the issue and shows in the answers; the stored report stays as printed', async ({
    store,
  }) => {
    await store.reports.save(slip(11));
    const done = await store.cases.correct(ref, [{ address: concluded, value: 12, basis: 'misread' }], { by: 'U1' });
    expect(done).toMatchObject({
      outcome: 'done',
      file: { issues: [{ state: 'resolved', resolved: { correction: { by: 'U1' } } }] },
    });
    const [row] = await store.reports.year(2021);
    expect(row!.cell(concluded)).toEqual({ value: 12, state: 'number', corrected: true });
    expect(row).toMatchObject({ errors: 0, open: 0 });
    expect(await store.cases.list()).toEqual([]);
    expect((await store.reports.current(bureauKey, 2021))!.entry.report.cells[concluded]!.value).toBe(11);
    if (done.outcome !== 'done') return expect.unreachable();
    const back = await store.cases.undo(ref, done.number, { by: 'U2' });
    expect(back).toMatchObject({ file: { issues: [{ state: 'open', number: 1 }], corrections: [] } });
    expect((await store.reports.year(2021))[0]!.cell(concluded)).toEqual({
      value: 11,
      state: 'number',
      corrected: false,
    });
  });

  test('of two who correct the same cell the second is told; other cells do not matter', async ({ store, other }) => {
    await store.reports.save(slip(11));
    const { seen } = await open(store);
    await store.cases.correct(ref, [{ address: concluded, value: 12, basis: 'misread' }], { by: 'U1', seen });
    expect(
      await other.cases.correct(ref, [{ address: concluded, value: 13, basis: 'answered' }], { by: 'U2', seen }),
    ).toMatchObject({ outcome: 'beaten', first: { by: 'U1', value: 12 } });
    expect(
      await other.cases.correct(ref, [{ address: 'disclosures.fees.amount', value: 2.5, basis: 'answered' }], {
        by: 'U2',
        seen,
      }),
    ).toMatchObject({ outcome: 'done', file: { corrections: [{ value: 12 }, { value: 2.5 }] } });
  });

  test('a version without the fault resolves the issue; its number stays its own', async ({ store }) => {
    await store.reports.save(slip(11));
    await store.reports.save(slip(12));
    expect(await first(store)).toMatchObject({
      state: 'resolved',
      resolved: { version: 2, because: 'file' },
      number: 1,
    });
    await store.reports.adopt(bureauKey, 2021, 1, 'U1');
    expect(await first(store)).toMatchObject({ state: 'open', number: 1 });
    expect((await open(store)).acts.at(-2)).toMatchObject({ act: 'adopt', by: 'U1', version: 1 });
  });

  test('a version that contradicts a correction waits until it is adopted', async ({ store }) => {
    await store.reports.save(slip(11));
    await store.cases.correct(ref, [{ address: concluded, value: 12, basis: 'misread' }], { by: 'U1' });
    const late = await store.reports.save(slip(9));
    expect(late).toMatchObject({ outcome: 'new-version', adopted: false, waits: [{ address: concluded, value: 12 }] });
    expect((await store.reports.year(2021))[0]!.cell(concluded)).toMatchObject({ value: 12 });
    await store.reports.adopt(bureauKey, 2021, 2);
    expect((await store.reports.year(2021))[0]!.cell(concluded)).toEqual({
      value: 9,
      state: 'number',
      corrected: false,
    });
    expect((await open(store)).corrections).toEqual([]);
  });

  test('a version that prints the same slip keeps the correction and stays settled', async ({ store }) => {
    await store.reports.save(slip(11));
    await store.cases.correct(ref, [{ address: concluded, value: 12, basis: 'misread' }], { by: 'U1' });
    expect(await store.reports.save(slip(11, { bytes: 'scanned again' }))).toMatchObject({ adopted: true, waits: [] });
    expect((await open(store)).issues).toMatchObject([{ state: 'resolved' }]);
    expect((await store.reports.year(2021))[0]!.cell(concluded)).toMatchObject({ value: 12, corrected: true });
  });

  test('the same file read by a better program is a new reading, not a version, and keeps its decisions', async ({
    store,
  }) => {
    await store.reports.save(slip(11, { bytes: 'file' }));
    await store.cases.decide(await on(store), explained, { by: 'U1' });
    const better = slip(11, { bytes: 'file', cells: { 'disclosures.licences.decisions': cell(7) } });
    expect(await store.reports.save({ ...better, arrivedAt: 'later' })).toMatchObject({
      ...{ outcome: 'same-file', reread: true, stored: { version: 1 } },
    });
    expect(await store.reports.save({ ...better, arrivedAt: 'later still' })).toMatchObject({ reread: false });
    expect(await store.reports.versions(bureauKey, 2021)).toHaveLength(1);
    expect((await store.reports.year(2021))[0]!.cell('disclosures.licences.decisions')).toMatchObject({ value: 7 });
    expect((await first(store)).state).toBe('ignored');
    await store.reports.save({ ...slip(10, { bytes: 'file' }), arrivedAt: 'last' });
    expect(await first(store)).toMatchObject({ state: 'open', reopened: { why: 'values' }, version: 1 });
  });

  test('reports in one thread share its numbers, in whatever order they come', async ({ store, other }) => {
    const bureaus = ['甲局', '乙局', '丙局', '丁局'];
    await Promise.all(bureaus.map((bureau, i) => (i % 2 ? store : other).reports.save(slip(11, { bureau }))));
    const numbers = await Promise.all(bureaus.map((b) => first(store, { bureauKey: `640106:${b}`, year: 2021 })));
    expect(numbers.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });

  test('a check ignored for a bureau is silent in later years until its day', async ({ store, clock }) => {
    await store.reports.save(slip(11));
    await store.cases.decide(
      await on(store),
      { act: 'ignore', reason: 'not-applicable', reach: 'bureau', until: '2026-06-01' },
      { by: 'U1' },
    );
    const later = { bureauKey, year: 2022 };
    await store.reports.save(slip(11, { year: 2022 }));
    await store.reports.save(slip(11, { year: 2020 }));
    const states = async () => (await store.cases.list()).map(({ year, state }) => `${year} ${state}`).sort();
    expect(await states()).toEqual(['2020 open', '2021 ignored', '2022 ignored']);
    expect(await first(store, later)).toMatchObject({ state: 'ignored', waiver: { by: 'U1' } });
    clock.now = new Date('2026-05-31T16:00:00.000Z');
    expect(await states()).toEqual(['2020 open', '2021 open', '2022 open']);
    await store.sweep();
    expect((await store.reports.year(2022))[0]).toMatchObject({ open: 1 });
  });

  test('last year arriving late raises or settles what this year carried in', async ({ store }) => {
    await store.reports.save(filing({ cells: { 'applications.carriedIn.total': cell(3) } }));
    expect((await open(store)).issues).toEqual([]);
    const changed: number[] = [];
    store.cases.onChange(({ year }) => void changed.push(year));
    await store.reports.save(filing({ year: 2020, cells: { 'applications.carriedOut.total': cell(2) } }));
    expect((await open(store)).issues).toMatchObject([{ state: 'open', finding: { check: 'carry-over' } }]);
    expect(changed).toEqual([2020, 2021]);
    await store.cases.correct(
      { bureauKey, year: 2020 },
      [{ address: 'applications.carriedOut.total', value: 3, basis: 'misread' }],
      { by: 'U1' },
    );
    expect((await open(store)).issues).toMatchObject([{ state: 'resolved', resolved: { because: 'previous-year' } }]);
  });

  test('last year corrected, taken back, sent again and withdrawn: this year follows each time', async ({ store }) => {
    const last = { bureauKey, year: 2020 };
    const out = 'applications.carriedOut.total' as const;
    const states = async () => (await open(store)).issues.map(({ state, finding }) => `${finding.check} ${state}`);
    await store.reports.save(filing({ year: 2020, cells: { [out]: cell(2) } }));
    await store.reports.save(filing({ cells: { 'applications.carriedIn.total': cell(3) } }));
    expect(await states()).toEqual(['carry-over open']);
    const done = await store.cases.correct(last, [{ address: out, value: 3, basis: 'answered' }], { by: 'U1' });
    expect(await states()).toEqual(['carry-over resolved']);
    if (done.outcome !== 'done') return expect.unreachable();
    await store.cases.undo(last, done.number, { by: 'U2' });
    expect(await states()).toEqual(['carry-over open']);
    const { stored } = await store.reports.save(filing({ year: 2020, cells: { [out]: cell(3) } }));
    expect(await states()).toEqual(['carry-over resolved']);
    await store.reports.withdraw(bureauKey, 2020, stored.version, 'U1');
    expect(await states()).toEqual(['carry-over open']);
    await store.reports.withdraw(bureauKey, 2020, 1, 'U1');
    expect(await states()).toEqual(['carry-over resolved']);
  });

  test('notes stay with their issue', async ({ store }) => {
    await store.reports.save(slip(11));
    const issue = await on(store);
    await store.cases.note(issue, { key: '18.1', text: '#1 问过了', by: 'U1' });
    await store.cases.note(issue, { key: '18.2', text: '#1 等回复', by: 'U2' });
    await store.cases.unnote(issue, { key: '18.1', by: 'U1' });
    expect((await first(store)).notes).toMatchObject([{ text: '#1 等回复', by: 'U2' }]);
  });

  test('what is not there cannot be decided', async ({ store }) => {
    const nothing = { code: 'E-ISSUE-UNKNOWN' };
    await expect(store.cases.decide({ ...ref, issue: 'x' }, { act: 'confirm' }, { by: 'U1' })).rejects.toMatchObject(
      nothing,
    );
    await store.reports.save(slip(11));
    await expect(store.cases.decide({ ...ref, issue: 'x' }, { act: 'confirm' }, { by: 'U1' })).rejects.toMatchObject(
      nothing,
    );
    const issue = await on(store);
    await store.reports.save(slip(12));
    await expect(store.cases.decide(issue, { act: 'confirm' }, { by: 'U1' })).rejects.toMatchObject({
      code: 'E-ISSUE-SETTLED',
    });
  });
});
