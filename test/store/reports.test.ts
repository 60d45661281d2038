import { expect } from 'vitest';
import { storeTest } from './backends.ts';
import { cell, filing } from './filing.ts';

const key = '640106:演示县卫生健康局';

storeTest('reports', (test) => {
  test('a saved report comes back as it was, and answers its year', async ({ store }) => {
    const given = filing({ cells: { 'disclosures.penalties.decisions': cell(44) } });
    const { outcome, stored } = await store.reports.save(given);
    expect(outcome).toBe('new');
    expect(stored).toMatchObject({ bureauKey: key, year: 2021, version: 1 });
    expect((await store.reports.current(key, 2021))?.entry).toEqual(given.entry);
    const [row, ...others] = await store.reports.year(2021);
    expect(others).toEqual([]);
    expect(row?.cell('disclosures.penalties.decisions')).toMatchObject({ value: 44, state: 'number' });
    expect(await store.reports.years()).toEqual([2021]);
  });

  test('blank, placeholder, unreadable, absent and 0 stay five different things in a row', async ({ store }) => {
    await store.reports.save(
      filing({
        cells: {
          'disclosures.licences.decisions': cell(null),
          'disclosures.penalties.decisions': cell(null, { raw: '/', state: 'placeholder' }),
          'disclosures.coerciveMeasures.decisions': cell(null, { raw: '■', state: 'unreadable' }),
          'disclosures.fees.amount': undefined,
        },
      }),
    );
    const [row] = await store.reports.year(2021);
    expect(row?.cell('disclosures.licences.decisions')).toMatchObject({ value: null, state: 'blank' });
    expect(row?.cell('disclosures.penalties.decisions')).toMatchObject({ value: null, state: 'placeholder' });
    expect(row?.cell('disclosures.coerciveMeasures.decisions')).toMatchObject({ value: null, state: 'unreadable' });
    expect(row?.doubtful('disclosures.coerciveMeasures.decisions')).toBe(true);
    expect(row?.cell('disclosures.fees.amount')).toBeUndefined();
    expect(row?.cell('disclosures.regulations.made')).toMatchObject({ value: 0, state: 'number' });
    expect(row?.doubtful('disclosures.regulations.made')).toBe(false);
  });

  test('the same bytes are kept once, and every place they were seen is known', async ({ store }) => {
    const first = { scope: 'channel', channel: 'C1', thread: '1.1' } as const;
    const second = { scope: 'channel', channel: 'C2', thread: '2.2' } as const;
    await store.reports.save(filing({ origin: first }));
    const again = await store.reports.save(filing({ origin: second }));
    expect(again).toMatchObject({ outcome: 'same-file', stored: { version: 1, origin: first } });
    expect((await store.reports.versions(key, 2021)).map((v) => v.origins)).toEqual([[first, second]]);
    expect((await store.reports.year(2021))[0]?.origins).toEqual([first, second]);
  });

  test('another file of the same bureau and year is a version; the newest answers until another is adopted', async ({
    store,
  }) => {
    await store.reports.save(filing({ cells: { 'disclosures.penalties.decisions': cell(41) } }));
    const second = await store.reports.save(filing({ cells: { 'disclosures.penalties.decisions': cell(44) } }));
    expect(second).toMatchObject({ outcome: 'new-version', stored: { version: 2 } });
    const penalties = async () =>
      (await store.reports.year(2021)).map((row) => row.cell('disclosures.penalties.decisions')?.value);
    expect(await penalties()).toEqual([44]);
    await store.reports.adopt(key, 2021, 1);
    expect(await penalties()).toEqual([41]);
    expect((await store.reports.current(key, 2021))?.version).toBe(1);
    expect((await store.reports.versions(key, 2021)).map((v) => v.version)).toEqual([1, 2]);
  });

  test('a version that is not to be adopted yet waits', async ({ store }) => {
    await store.reports.save(filing({ bytes: 'a' }));
    await store.reports.save(filing({ bytes: 'b' }), { adopt: false });
    expect((await store.reports.current(key, 2021))?.version).toBe(1);
    expect(await store.reports.versions(key, 2021)).toHaveLength(2);
  });

  test('ten files of one bureau at the same moment become ten versions', async ({ store }) => {
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, i) => store.reports.save(filing({ bytes: `file ${i}` }))),
    );
    expect(saved.map(({ stored }) => stored.version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await store.reports.versions(key, 2021)).toHaveLength(10);
    expect(await store.reports.year(2021)).toHaveLength(1);
  });

  test('what does not say whose or which year it is is refused, and nothing of it is kept', async ({ store }) => {
    for (const sketch of [{ bureau: null }, { year: null }])
      await expect(store.reports.save(filing(sketch))).rejects.toMatchObject({ code: 'E-STORE-IDENTITY' });
    expect(await store.reports.years()).toEqual([]);
    expect(await store.reports.byFile(filing({ bureau: null }).file.sha256)).toBeUndefined();
  });

  test('what a person says about whose it is files it, signed, and can be taken back without a trace in any list', async ({
    store,
  }) => {
    const said = { bureau: '演示县卫生健康局', bureauKey: key, year: 2023, region: null, by: 'U1' };
    const named = { ...filing({ year: null }), identity: said };
    const { stored } = await store.reports.save(named);
    expect(stored).toMatchObject({ year: 2023, bureauKey: key, version: 1 });
    const acts = async () =>
      (await store.cases.get({ bureauKey: key, year: 2023 }))?.acts.map(({ act, by }) => [act, by]);
    expect(await acts()).toContainEqual(['file', 'U1']);
    await store.reports.withdraw(key, 2023, 1, 'U2');
    expect(await store.reports.current(key, 2023)).toBeUndefined();
    expect(await store.reports.years()).toEqual([]);
    expect(await store.reports.bureaus()).toEqual([]);
    expect(await store.cases.list()).toEqual([]);
    expect(await store.reports.byFile(named.file.sha256)).toBeUndefined();
    await expect(store.reports.withdraw(key, 2023, 1, 'U2')).rejects.toMatchObject({ code: 'E-STORE-VERSION' });
    const again = await store.reports.save({ ...named, identity: { ...said, year: 2022 } });
    expect(again).toMatchObject({ adopted: true, stored: { year: 2022, version: 1 } });
    const anew = await store.reports.save({ ...filing({ year: null, bytes: 'another' }), identity: said });
    expect(anew).toMatchObject({ adopted: true, stored: { year: 2023, version: 2 } });
    expect(await acts()).toEqual(
      expect.arrayContaining([
        ['file', 'U1'],
        ['withdraw', 'U2'],
      ]),
    );
  });

  test('taking a version out lets the one before it answer again', async ({ store }) => {
    await store.reports.save(filing({ year: 2021 }));
    const second = { ...filing({ year: null, bytes: 'second' }) };
    const said = { bureau: '演示县卫生健康局', bureauKey: key, year: 2021, region: null, by: 'U1' };
    expect(await store.reports.save({ ...second, identity: said })).toMatchObject({
      adopted: true,
      stored: { version: 2 },
    });
    await store.reports.withdraw(key, 2021, 2, 'U1');
    expect(await store.reports.current(key, 2021)).toMatchObject({ version: 1 });
    expect((await store.reports.versions(key, 2021)).map(({ version }) => version)).toEqual([1]);
    const [row] = await store.reports.year(2021);
    expect(row?.version).toBe(1);
  });

  test('a deleted source is marked and the record stays', async ({ store }) => {
    await store.reports.save(filing());
    await store.reports.markDeleted(key, 2021, 1, '2026-04-01T00:00:00.000Z');
    expect(await store.reports.current(key, 2021)).toMatchObject({ deletedAt: '2026-04-01T00:00:00.000Z' });
    expect(await store.reports.year(2021)).toHaveLength(1);
  });

  test('bureaus are known with all their years; names made to break keys stay apart', async ({ store }) => {
    const strange = [
      '甲/乙局',
      '甲\u0000乙局',
      `${'长'.repeat(400)}局`,
      'a*b?[c]局',
      '::局',
      "'; DROP TABLE entries--",
    ];
    for (const bureau of strange) for (const year of [2022, 2020]) await store.reports.save(filing({ bureau, year }));
    const known = await store.reports.bureaus();
    expect(known.map(({ bureau }) => bureau).sort()).toEqual([...strange].sort());
    for (const { bureauKey, bureau, years } of known) {
      expect(years).toEqual([2020, 2022]);
      expect((await store.reports.current(bureauKey, 2020))?.bureau).toBe(bureau);
    }
  });

  test('a year comes in the same order wherever the store stands', async ({ store }) => {
    for (const bureau of ['丙局', '甲局', '乙局', '丁局', '戊局', '己局', '庚局', '辛局'])
      await store.reports.save(filing({ bureau, bytes: bureau }));
    const keys = (await store.reports.year(2021)).map(({ bureauKey }) => bureauKey);
    expect(keys).toHaveLength(8);
    expect(keys).toEqual([...keys].sort());
  });

  test('what another process saves is seen by the next question', async ({ store, other }) => {
    expect(await store.reports.year(2021)).toEqual([]);
    await other.reports.save(filing());
    expect(await store.reports.year(2021)).toHaveLength(1);
    await other.reports.save(filing({ bureau: '示例区卫生健康局' }));
    expect(await store.reports.year(2021)).toHaveLength(2);
  });
});
