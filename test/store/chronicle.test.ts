import { expect } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { storeTest } from './backends.ts';
import { cell, filing } from './filing.ts';

const ref = { bureauKey: '640106:演示县卫生健康局', year: 2021 };
const concluded = 'applications.concluded.total';
const slip = (said: number, arrivedAt: string) =>
  filing({ arrivedAt, cells: { 'applications.received.total': cell(12), [concluded]: cell(said) } });
const all = (store: Store) => store.happenings(new Date('2026-01-01'), new Date('2027-01-01'));
const first = async (store: Store) => ({ ...ref, issue: (await store.cases.get(ref))!.issues[0]!.id });

storeTest('what happened', (test) => {
  test('a report, a new version with its changed cells, decisions and corrections, the newest first', async ({
    store,
    clock,
  }) => {
    await store.reports.save(slip(11, '2026-02-27T08:00:00.000Z'));
    clock.now = new Date('2026-02-28T08:00:00.000Z');
    await store.cases.decide(await first(store), { act: 'confirm' }, { by: 'U王敏' });
    await store.reports.save(slip(10, '2026-03-01T08:00:00.000Z'));
    clock.now = new Date('2026-03-02T08:00:00.000Z');
    await store.cases.correct(ref, [{ address: concluded, value: 12, basis: 'misread' }], { by: 'U李雷' });
    const happened = await all(store);
    expect(happened.map(({ what, at, by }) => [what, at.slice(0, 10), by])).toEqual([
      ['corrected', '2026-03-02', 'U李雷'],
      ['version', '2026-03-01', null],
      ['reopened', '2026-02-28', null],
      ['confirmed', '2026-02-28', 'U王敏'],
      ['filed', '2026-02-27', null],
    ]);
    expect(happened[0]).toMatchObject({ address: concluded, before: 10, after: 12, basis: 'misread' });
    expect(happened[1]).toMatchObject({ changed: 1, changes: [{ address: concluded, before: 11, after: 10 }] });
    expect(happened[2]).toMatchObject({ number: 1, why: 'values' });
    expect(happened[3]).toMatchObject({ number: 1, message: { zh: '12≠11' } });
  });

  test('is asked for from a moment to a moment, across months', async ({ store }) => {
    for (const day of ['01-31', '02-01', '02-28', '03-01'])
      await store.reports.save(filing({ bureau: `${day}局`, arrivedAt: `2026-${day}T00:00:00.000Z` }));
    const found = await store.happenings(new Date('2026-02-01T00:00:00Z'), new Date('2026-03-01T00:00:00Z'));
    expect(found.map(({ bureau }) => bureau)).toEqual(['02-28局', '02-01局']);
  });

  test('is told once, and what is taken back is told too', async ({ store, clock }) => {
    await store.reports.save(slip(11, '2026-02-27T08:00:00.000Z'));
    await store.reports.save(slip(11, '2026-02-27T08:00:00.000Z'));
    clock.now = new Date('2026-03-02T08:00:00.000Z');
    const done = await store.cases.decide(await first(store), { act: 'confirm' }, { by: 'U1' });
    clock.now = new Date('2026-03-03T08:00:00.000Z');
    if (done.outcome === 'done') await store.cases.undo(ref, done.number, { by: 'U2' });
    await store.cases.recheck(ref, 'reading');
    expect((await all(store)).map(({ what, by }) => [what, by])).toEqual([
      ['undone', 'U2'],
      ['confirmed', 'U1'],
      ['filed', null],
    ]);
  });

  test('a day that comes opens what was put off, once', async ({ store, clock }) => {
    await store.reports.save(slip(11, '2026-03-01T00:00:00.000Z'));
    await store.cases.decide(await first(store), { act: 'snooze', until: '2026-03-08' }, { by: 'U1' });
    clock.now = new Date('2026-03-09T03:00:00.000Z');
    await store.sweep();
    await store.sweep();
    const [latest, ...others] = await all(store);
    expect(latest).toMatchObject({ what: 'reopened', why: 'day', at: '2026-03-07T16:00:00.000Z' });
    expect(others.map(({ what }) => what)).toEqual(['snoozed', 'filed']);
  });

  test('what another process did is seen by the next question', async ({ store, other }) => {
    expect(await all(store)).toEqual([]);
    await other.reports.save(filing());
    expect(await all(store)).toHaveLength(1);
  });
});
