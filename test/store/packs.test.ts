import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Address } from '../../src/report/forms/index.ts';
import { backendFor } from '../../src/store/backend-for.ts';
import { backup, restore } from '../../src/store/backup.ts';
import { encodeCells, type FactCell } from '../../src/store/fact-cells.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { filing } from './filing.ts';

const penalties: Address = 'disclosures.penalties.decisions';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const key = (number: number) => `640106:第${number}局`;

/** A light row as it is stored, with so many penalties. */
const rowOf = (number: number, value = number) => ({
  c: encodeCells(
    new Map<Address, FactCell>([
      [penalties, { value, state: 'number', doubtful: number % 7 === 0, corrected: false }],
      ['disclosures.fees.amount', { value: 2.5, state: 'number', doubtful: false, corrected: true }],
    ]),
  ),
  ...{ k: key(number), n: `金凤区第${number}局`, a: number % 3 ? [] : [`第${number}局`], s: `第${number}号.pdf`, v: 2 },
  r: number % 2 ? ['640106', ['宁夏回族自治区', '银川市', '金凤区']] : null,
  f: { disclosures: '2021', applications: '2021', disputes: null },
  o: [{ scope: 'channel', channel: `C${number % 4}`, thread: `${number}.1` }],
  ...{ e: number % 5, w: 1, i: number % 2, t: `published=${number}` },
});

/** A store with `count` reports of 2021, written as restoring a backup writes them. */
async function filled(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-packs-'));
  folders.push(folder);
  await (await openStore(folder)).close();
  const rows = Array.from({ length: count }, (_, number) => ['facts-2021', key(number), write(rowOf(number))] as const);
  await load(folder, [...rows, ['generations', '2021', write('first')]]);
  return folder;
}

const write = (value: unknown): string => JSON.stringify({ value });

async function load(folder: string, entries: readonly (readonly [string, string, string])[]): Promise<void> {
  const backend = backendFor(folder);
  await backend.load(entries.map(([namespace, name, value]) => [namespace, name, value]));
  await backend.close();
}

/** Everything that questions see of a year, in the order of the keys. */
async function seen(store: Store) {
  const rows = await store.reports.year(2021);
  return rows
    .map((row) => ({
      ...{ key: row.bureauKey, name: row.bureau, aliases: row.aliases, region: [row.regionCode, row.regionPath] },
      ...{ version: row.version, forms: row.forms, origins: row.origins, file: row.file },
      ...{ errors: row.errors, warnings: row.warnings, open: row.open, off: row.off, found: row.found },
      ...{ penalties: row.cell(penalties), doubtful: row.doubtful(penalties), said: row.said('published') },
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function looked(folder: string) {
  const store = await openStore(folder);
  const found = await seen(store);
  await store.close();
  return found;
}

const packed = async (folder: string): Promise<boolean> => {
  const backend = backendFor(folder);
  const found = (await backend.namespaces()).includes('packs');
  await backend.close();
  return found;
};

test('a large year says the same from its pack, which the first process to read it leaves', async () => {
  const folder = await filled(1200);
  const first = await looked(folder);
  expect(first).toHaveLength(1200);
  expect(first.find((row) => row.key === key(14))).toMatchObject({
    name: '金凤区第14局',
    region: [null, []],
    penalties: { value: 14, state: 'number', corrected: false },
    doubtful: true,
    said: { value: 14 },
  });
  expect(await packed(folder)).toBe(true);
  expect(await looked(folder)).toEqual(first);
});

test('what was written since is never read from a pack', async () => {
  const folder = await filled(1000);
  await looked(folder);
  await load(folder, [
    ['facts-2021', key(7), write(rowOf(7, 4444))],
    ['generations', '2021', write('second')],
  ]);
  const after = await looked(folder);
  expect(after.find((row) => row.key === key(7))?.penalties?.value).toBe(4444);
  expect(await looked(folder)).toEqual(after);
});

test('a year that somebody began to write and never ended is not packed', async () => {
  const folder = await filled(1000);
  await load(folder, [['generations', '2021', write('~unsettled')]]);
  await looked(folder);
  expect(await packed(folder)).toBe(false);
});

test('figures that belong to another pack are not used: the reports are read one by one', async () => {
  const folder = await filled(1000);
  const first = await looked(folder);
  await load(folder, [['packs', '2021/figures', write('9,9,9')]]);
  expect(await looked(folder)).toEqual(first);
});

test('a store of a few reports has no packs, a backup has none of any store, and restoring makes them anew', async () => {
  const small = await filled(20);
  await looked(small);
  expect(await packed(small)).toBe(false);
  const large = await filled(1000);
  const first = await looked(large);
  const [file, again] = [join(large, 'b.gz'), mkdtempSync(join(tmpdir(), 'govinfo-packs-'))];
  folders.push(again);
  expect(await backup(large, file)).not.toHaveProperty('packs');
  await restore(file, again);
  expect(await packed(again)).toBe(true);
  expect(await looked(again)).toEqual(first);
});

test('a year that was only written to is packed at the end', async () => {
  const folder = await filled(1000);
  const store = await openStore(folder);
  await store.reports.save(filing({ bureau: '灵武市教育局', year: 2021 }));
  await store.close();
  expect(await packed(folder)).toBe(true);
  const found = await looked(folder);
  expect(found).toHaveLength(1001);
  expect(found.map(({ name }) => name)).toContain('灵武市教育局');
});

test.each([
  ['of another layout', '2021'],
  ['whose figures are no text', '2021/figures'],
])('a pack %s is as good as none', async (_, key) => {
  const folder = await filled(1000);
  const first = await looked(folder);
  await load(folder, [['packs', key, write({ layout: 1, mark: 'first' })]]);
  expect(await looked(folder)).toEqual(first);
});
