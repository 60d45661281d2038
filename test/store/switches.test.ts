import { expect } from 'vitest';
import type { NewSwitch } from '../../src/report/switch.ts';
import type { Store } from '../../src/store/store.ts';
import { storeTest } from './backends.ts';
import { cell, filing, type Sketch } from './filing.ts';

const bureauKey = '640106:演示县卫生健康局';
const ref = { bureauKey, year: 2021 };
const origin = { scope: 'channel' as const, channel: 'C1', thread: '17.1' };
const slip = (more: Sketch = {}) =>
  filing({ origin, ...more, cells: { 'applications.received.total': cell(12), ...more.cells } });
const off: NewSwitch = { check: 'applications-balance', to: 'off', reason: '汇总口径不同', until: '2026-04-01' };
const turn = async (store: Store, one: Partial<NewSwitch> = {}) => {
  const kept = await store.switches.turn({ ...off, ...one }, 'U1');
  await store.switches.settle();
  return kept;
};
const seen = async (store: Store, at = ref) => {
  const { issues, off: held } = (await store.cases.get(at))!;
  const row = (await store.reports.year(at.year)).find((one) => one.bureauKey === at.bureauKey)!;
  return [issues.length, held.length, (await store.cases.list()).length, row.open, row.off];
};

storeTest('switches', (test) => {
  test('a check that is off opens no issue and is counted; turned on again, what was decided still stands', async ({
    store,
    other,
  }) => {
    await store.reports.save(slip());
    const [issue] = (await store.cases.get(ref))!.issues;
    await store.cases.decide({ ...ref, issue: issue!.id }, { act: 'confirm' }, { by: 'U2' });
    const kept = await turn(store);
    expect(await seen(store)).toEqual([0, 1, 0, 0, 1]);
    expect((await other.cases.get(ref))!.off[0]).toMatchObject({ by: { reason: '汇总口径不同', by: 'U1' } });
    await store.reports.save(slip({ bureau: '演示县民政局' }));
    expect(await seen(store, { bureauKey: '640106:演示县民政局', year: 2021 })).toEqual([0, 1, 0, 0, 1]);
    expect(await store.switches.matches(kept)).toBe(2);
    await other.switches.end(kept.id, 'U2');
    await other.switches.settle();
    expect((await store.cases.list()).map(({ state }) => state).sort()).toEqual(['confirmed', 'open']);
    expect(await store.switches.list()).toMatchObject([{ by: 'U1', ended: { by: 'U2' } }]);
    await expect(store.switches.end(kept.id, 'U1')).rejects.toMatchObject({ code: 'E-SWITCH-UNKNOWN' });
  });

  test('it holds for its bureau or channel alone', async ({ store }) => {
    await store.reports.save(slip());
    await turn(store, { bureauKey: '640106:演示县民政局' });
    await turn(store, { channel: 'C2' });
    expect(await seen(store)).toEqual([1, 0, 1, 1, 0]);
    await turn(store, { channel: 'C1' });
    expect(await seen(store)).toEqual([0, 1, 0, 0, 1]);
  });

  test('it ends on its day by itself', async ({ store, clock }) => {
    await store.reports.save(slip());
    await turn(store);
    clock.now = new Date('2026-03-31T17:00:00.000Z');
    await store.sweep();
    expect(await seen(store)).toEqual([1, 0, 1, 1, 0]);
  });

  test('an error turned down is a warning that says why; a warning turned down opens no issue', async ({ store }) => {
    await store.reports.save(filing({ year: 2020, origin }));
    await store.reports.save(slip({ cells: { 'applications.carriedIn.total': cell(3) } }));
    await turn(store, { to: 'lower' });
    await turn(store, { check: 'carry-over', to: 'lower' });
    expect((await store.cases.get(ref))!.issues).toMatchObject([
      { finding: { check: 'applications-balance', severity: 'warning', lowered: { zh: '检查已调低：汇总口径不同' } } },
    ]);
    expect((await store.cases.get(ref))!.findings.map(({ severity }) => severity).sort()).toEqual(['note', 'warning']);
  });

  test('one that holds nothing any more is known by its count', async ({ store }) => {
    await store.reports.save(slip());
    const kept = await turn(store);
    await store.reports.save(filing({ origin }));
    expect(await store.switches.matches(kept)).toBe(0);
  });
});
