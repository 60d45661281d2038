// Every kind of question over made-up stores, beside a plain scan of the same figures held in a Map. Every process is a
// new one: the cold time is from opening the store to the first answer, with the program loaded; memory is what the
// process that was asked everything six times holds in RAM (RSS), the program and its libraries with it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../dist/commands/answer.js';
import { bureauKey } from '../dist/naming/bureau-key.js';
import { places } from '../dist/naming/places.js';
import { addressesOf, tableIds } from '../dist/report/forms/index.js';
import { backendFor } from '../dist/store/backend-for.js';
import { factRow } from '../dist/store/fact-row.js';
import { caseKey, keyPart } from '../dist/store/keys.js';
import { openStore } from '../dist/store/open-store.js';
import { packedVersion } from '../dist/store/stored-report.js';
import { checkBlocks } from '../dist/workspace/block-check.js';

const years = [2019, 2020, 2021, 2022, 2023];
const kinds = '卫生健康局 教育局 公安局 民政局 司法局 财政局 交通运输局 水务局 审计局 统计局'.split(' ');
const penalties = 'disclosures.penalties.decisions';
const addresses = {
  2019: tableIds.flatMap((table) => addressesOf('2019', table)),
  2021: tableIds.flatMap((table) => addressesOf('2021', table)),
};
const [capital] = places.filter(({ path }) => path.at(-1) === '金凤区');
const counties = [capital, ...places.filter((place) => place.level === 'county' && place !== capital)];

const questions = {
  'one bureau, one year': '金凤区卫健局 2021',
  'one figure': '金凤区卫健局 处罚 2021',
  'a region': '银川市 2021',
  'all years of one': '金凤区卫健局 全部',
  'penalties by bureau': '处罚 2021',
  'the same with a chart': '处罚 2021 柱状图',
  'penalties of one kind in one province': '处罚 2021 宁夏 教育局',
  'a share by bureau': '予以公开率 2021',
  'four measures by bureau': '处罚 许可 强制 申请 2022',
  'two bureaus': '对比 金凤区卫健局 金凤区教育局 2021',
  'two years': '对比 金凤区卫健局 2021 2022',
  'a trend': '趋势 金凤区卫健局 处罚',
  'the trend of everybody': '趋势 处罚',
  'why refused': '不予公开原因 2021',
  'published, from the text': '主动公开条数 2021',
  'one bureau among its kind': '同类对比 金凤区卫健局 2021',
  'what changed': '最近300天变化',
  'the second page of a ranking': '处罚 2021 第2页',
  missing: '缺报 2021',
  'open issues': '待办',
  'every bureau': '机关',
  'in pinyin': 'jinfeng 处罚 2021',
  'a misspelt name': '金凤曲 2021',
  'an ambiguous name': '鼓楼区 2021',
  'a year': '2021',
  help: '帮助',
};

/** The same random numbers at every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Report `number` of the made-up country: five years of each bureau, a real county, one of ten kinds of bureau. */
function filing(number, roll) {
  const year = years[number % years.length];
  const county = counties[Math.floor(number / years.length) % counties.length];
  const kind = kinds[Math.floor(number / years.length / counties.length) % kinds.length];
  const bureau = `${county.path.at(-1)}${kind}`;
  const form = year < 2021 ? '2019' : '2021';
  const cells = {};
  for (const [i, address] of addresses[form].entries()) {
    const value = roll(3) ? 0 : roll(400);
    const state = roll(200) ? 'number' : 'blank';
    const place = { page: 3, line: i + 40, reader: 'grid' };
    cells[address] = {
      value: state === 'number' ? value : null,
      raw: state === 'number' ? String(value) : '',
      state,
      place,
      trust: roll(50) ? 'high' : 'low',
    };
  }
  const region = { code: county.code, path: county.path };
  const fact = {
    subject: 'published',
    value: roll(5000),
    unit: '条',
    precision: 'exact',
    sentence: '全年主动公开信息若干条。',
    section: 'overview',
    place: { page: 1 },
  };
  const report = {
    ...{
      bureau,
      bureauKey: bureauKey(bureau, region),
      aliases: [],
      year,
      period: null,
      publishedOn: null,
      title: null,
      region,
    },
    ...{ regionCandidates: [], identity: { bureau: null, region: null, year: null, period: null } },
    ...{ forms: { disclosures: form, applications: form, disputes: form }, cells },
    ...{ tables: { disclosures: null, applications: null, disputes: null }, preamble: [], sections: [], facts: [fact] },
    ...{ problems: [], measures: [], source: { format: 'pdf', pages: 5, recognised: false } },
  };
  const origin = { scope: 'workspace' };
  return {
    ...{ bureau, bureauKey: report.bureauKey, year, version: 1, readBy: 'bench', origin, origins: [origin] },
    entry: { report, findings: [], notAssessed: [] },
    file: {
      name: `${bureau}${year}.pdf`,
      sha256: createHash('sha256').update(`${number}`).digest('hex'),
      size: 200_000,
    },
    arrivedAt: '2026-03-01T08:00:00.000Z',
  };
}

const issueOf = ({ bureauKey: key, bureau, year, origin, origins }) => ({
  ...{
    bureauKey: key,
    year,
    issue: 'i1',
    bureau,
    number: 1,
    check: 'applications-balance',
    severity: 'error',
    tags: ['reconciliation'],
  },
  ...{
    message: { zh: '收到 12 件，办结 11 件', en: '12 received, 11 concluded' },
    cells: ['applications.concluded.total'],
  },
  ...{ state: 'open', since: '2026-11-01T08:00:00Z', until: null, assignee: null, origin, origins },
});

/** Writes the reports as restoring a backup writes them; returns the figures of 2021 in a Map. */
async function fill(folder, count) {
  const roll = dice(11);
  const backend = backendFor(folder);
  const entries = [];
  const held = new Map();
  for (let number = 0; number < count; number++) {
    const stored = filing(number, roll);
    const { report } = stored.entry;
    const write = (namespace, key, value) => entries.push([namespace, key, JSON.stringify({ value })]);
    write('reports', `${caseKey(stored.bureauKey, stored.year)}/1`, packedVersion.write(stored));
    write(
      `facts-${stored.year}`,
      keyPart(stored.bureauKey),
      factRow({ stored, report, corrections: [], issues: [], acts: [], findings: [], off: [] }),
    );
    if (number % 20 === 0) write('issues', caseKey(stored.bureauKey, stored.year), [issueOf(stored)]);
    if (number < years.length) write('generations', String(stored.year), 'filled');
    if (stored.year === 2021) held.set(stored.bureauKey, { ...stored, value: report.cells[penalties].value });
    if (entries.length > 3000 || number === count - 1) await backend.load(entries.splice(0));
  }
  await backend.close();
  return new Map([...held].map(([key, { bureau, value }]) => [key, { bureau, value }]));
}

/** Time of the processor, so that a busy machine counts less; and by the clock. */
function stopwatch() {
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) / 1000, clock: performance.now() - clock };
  };
}
const ms = (n) => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`;
const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

const ask = (store, text) =>
  answer(text, { store, asker: { locale: 'zh', maySee: () => true }, now: new Date('2026-11-22T08:00:00Z') });

/** What a ranking is at the least: the figures of a year, in memory already, added up and sorted. */
function plainScan(held) {
  const rows = held.filter(({ value }) => value !== null);
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return { total, top: rows.sort((a, b) => b.value - a.value).slice(0, 50) };
}

/** In a process of its own: one question of a store that was just opened. */
async function askCold(folder, text) {
  const passed = stopwatch();
  const store = await openStore(folder);
  await ask(store, text);
  const times = passed();
  await store.close();
  return times;
}

/** In a process of its own: every question six times. */
async function askAll(folder) {
  const before = process.memoryUsage().rss;
  const store = await openStore(folder);
  const warm = {};
  const faults = [];
  for (const [name, text] of Object.entries(questions)) {
    let message = await ask(store, text);
    const times = [];
    for (let i = 0; i < 5; i++) {
      const passed = stopwatch();
      message = await ask(store, text);
      times.push(passed());
    }
    warm[name] = { cpu: median(times.map(({ cpu }) => cpu)), clock: median(times.map(({ clock }) => clock)) };
    for (const blocks of [message.blocks, message.plain ?? []]) faults.push(...checkBlocks(blocks, 'message'));
    if (message.text.length > 3900) faults.push(`${name}: ${message.text.length} characters`);
  }
  const { rss } = process.memoryUsage();
  await store.close();
  return { warm, faults, before, rss, most: process.resourceUsage().maxRSS * 1024 };
}

const inNewProcess = (...args) =>
  JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' }));

export async function benchQuestions(count) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-questions-'));
  try {
    await (await openStore(folder)).close();
    const held = [...(await fill(folder, count)).values()];
    console.log(`questions over ${count} reports (${Math.ceil(count / years.length)} bureaus, ${years.length} years)`);
    const base = median(
      Array.from({ length: 20 }, () => {
        const passed = stopwatch();
        plainScan(held);
        return passed().cpu;
      }),
    );
    console.log(`  ${'plain scan of one year in a Map, sorted'.padEnd(40)}${ms(base).padStart(10)}`);
    const unpacked = inNewProcess('--cold', folder, questions['one bureau, one year']);
    const cold = Object.fromEntries(
      Object.entries(questions).map(([name, text]) => [name, inNewProcess('--cold', folder, text)]),
    );
    const { warm, faults, before, rss, most } = inNewProcess('--all', folder);
    for (const name of Object.keys(questions))
      console.log(
        `  ${name.padEnd(40)}${ms(warm[name].cpu).padStart(10)} ${`(${ms(warm[name].clock)} by the clock)`.padEnd(24)}×${(
          warm[name].cpu / base
        ).toFixed(1)} of the scan   cold ${ms(cold[name].cpu)} (${ms(cold[name].clock)})`,
      );
    const slowest = (times, by) => ms(Math.max(...Object.values(times).map((time) => time[by])));
    console.log(`  slowest warm ${slowest(warm, 'cpu')} (${slowest(warm, 'clock')} by the clock)`);
    console.log(`  slowest cold ${slowest(cold, 'cpu')} (${slowest(cold, 'clock')} by the clock)`);
    console.log(`  cold, before the years were packed: ${ms(unpacked.cpu)} (${ms(unpacked.clock)} by the clock)`);
    console.log(`  memory ${mb(rss)} after all questions, ${mb(most)} at most, ${mb(before)} before the first`);
    console.log(
      faults.length > 0 ? `  over Slack's limits: ${faults.slice(0, 5).join('; ')}` : "  nothing over Slack's limits",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--cold') console.log(JSON.stringify(await askCold(...rest)));
  else if (first === '--all') console.log(JSON.stringify(await askAll(...rest)));
  else for (const count of process.argv.slice(2)) await benchQuestions(Number(count));
}
