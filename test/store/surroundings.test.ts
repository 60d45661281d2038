import { expect, test } from 'vitest';
import { everyCell, example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { namedBody } from '../../src/naming/named-body.ts';
import { settingsSchema } from '../../src/report/channel-settings.ts';
import type { Neighbours } from '../../src/report/neighbours.ts';
import type { Report } from '../../src/report/report.ts';
import { openStore } from '../../src/store/open-store.ts';
import { keepRoster } from '../../src/store/rosters.ts';
import type { Origin, Store } from '../../src/store/store.ts';

const workspace: Origin = { scope: 'workspace' };
const secret: Origin = { scope: 'channel', channel: 'C秘', thread: '1' };
const ref = { bureauKey: '640199:卫生健康局', year: 2021 };

/** A store, the clean report of its form in it for some years, and what its checks were shown last. */
async function filled() {
  const shown = new Map<string, Neighbours>();
  const store = await openStore('memory:', {
    now: () => new Date('2022-01-20T02:00:00Z'),
    recheck: (subject) => {
      shown.set(`${subject.report.bureauKey} ${subject.report.year}`, subject);
      return runChecks(subject);
    },
  });
  let files = 0;
  const save = async (changes: Parameters<typeof example>[1], origin = workspace) => {
    const { report } = example('2021', changes);
    const entry = { report, findings: [], notAssessed: [] };
    const file = { name: `${report.bureau}.pdf`, sha256: `${++files}`, size: 1 };
    await store.reports.save({ entry, file, origin, arrivedAt: '2022-01-19T08:00:00Z' });
    return report;
  };
  const found = async () => {
    const { findings, notAssessed } = (await store.cases.get(ref))!;
    return { fired: findings.map(({ check }) => check), open: notAssessed.map(({ check }) => check) };
  };
  return { store, save, found, shown: () => shown.get('640199:卫生健康局 2021')! };
}

const year = (year: number, cells = {}): Parameters<typeof example>[1] => ({ cells, report: { year } });
const other = (bureauKey: string, more: Partial<Report> = {}) => ({ report: { bureauKey, ...more } });

test('a report that came before last year’s is held against it as soon as that is there', async () => {
  const { save, found } = await filled();
  await save(year(2021));
  expect((await found()).open).toEqual(expect.arrayContaining(['carry-over', 'year-jump', 'year-zero', 'year-gap']));
  await save(year(2018));
  expect((await found()).fired).toContain('year-gap');
  await save(year(2020, { 'disclosures.penalties.decisions': 900 }));
  expect((await found()).fired).toEqual(expect.arrayContaining(['year-gap', 'year-jump']));
  expect((await found()).open).toContain('year-zero');
  await save(year(2019));
  const now = await found();
  expect(now.fired).toContain('year-jump');
  expect([...now.fired, ...now.open]).not.toEqual(expect.arrayContaining(['year-gap']));
  expect(now.open).not.toEqual(expect.arrayContaining(['year-zero']));
});

test('checks see other versions, bodies of the same kind, likely twins, the day and the channel’s lines', async () => {
  const { store, save, shown } = await filled();
  const channel = { ...secret, channel: 'C1' };
  const story = Array.from({ length: 130 }, (_, at) => String.fromCodePoint(0x4e00 + at, 0x5e00 + 3 * at)).join('');
  await store
    .collection('channel-settings', settingsSchema)
    .set('C1', settingsSchema.parse({ limits: { 'backlog-share': 0.2 } }));
  await save({ ...other('640198:卫生健康局'), cells: { 'disclosures.penalties.decisions': 7 } });
  const twin = await save({ ...other('640198:民政局'), text: { overview: story } });
  await save({ ...other('640197:民政局'), text: { problems: story.split('').reverse().join('') } });
  const first = await save({ cells: { 'disclosures.penalties.decisions': 41 } }, channel);
  await save({ text: { overview: story } }, channel);
  expect(shown()).toMatchObject({
    versions: [first],
    alike: [twin],
    limits: { 'backlog-share': 0.2 },
    arrivedOn: '2022-01-19',
    years: [2021],
  });
  expect(shown().peers).toMatchObject([
    { bureauKey: '640198:卫生健康局', figures: { 'disclosures.penalties.decisions': 7 } },
  ]);
  const { findings } = (await store.cases.get(ref))!;
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['version-changed', 'copied-from-another-bureau']),
  );
});

test('what only some may see is held against nothing that others read', async () => {
  const { save, found, shown } = await filled();
  await save(year(2020), secret);
  await save(other('640198:卫生健康局'), secret);
  await save(year(2021));
  expect(shown()).toMatchObject({ peers: [] });
  expect(shown().previous).toBeUndefined();
  expect((await found()).open).toContain('carry-over');
});

test('in the place where both are read, and only there, they are compared', async () => {
  const { save, shown } = await filled();
  await save(year(2020), secret);
  await save(year(2021), { ...secret, thread: '2' });
  expect(shown().previous?.year).toBe(2020);
});

test('a line set in a channel is held against the reports that came to it', async () => {
  const { store, save, found } = await filled();
  const zeros = (['disclosures', 'applications', 'disputes'] as const).map((table) => everyCell('2021', table, 0));
  await save({ cells: Object.assign({}, ...zeros) }, { ...secret, channel: 'C1' });
  expect((await found()).fired).not.toContain('all-tables-zero');
  const settings = store.collection('channel-settings', settingsSchema);
  await settings.set('C2', settingsSchema.parse({ limits: { 'all-tables-zero': 0 } }));
  await store.cases.recheckChannel('C2');
  expect((await found()).fired).not.toContain('all-tables-zero');
  await settings.set('C1', settingsSchema.parse({ limits: { 'all-tables-zero': 0 } }));
  await store.cases.recheckChannel('C1');
  expect((await found()).fired).toContain('all-tables-zero');
});

/** A list of bodies as a team gives it, each understood by its name. */
const listed = (...names: string[]) => ({ names, bodies: names.map(namedBody), at: '2022-01-01T00:00:00Z' });
const town = { code: '640106', path: ['宁夏回族自治区', '银川市', '金凤区'] };
const body = (bureau: string, year: number, more: Parameters<typeof example>[1] = {}) => ({
  ...more,
  report: { bureau, bureauKey: namedBody(bureau).key, region: town, year },
});
const about = async (store: Store, bureau: string, year: number) => {
  const { findings } = (await store.cases.get({ bureauKey: namedBody(bureau).key!, year }))!;
  return findings.flatMap(({ check, message }) =>
    check === 'report-missing' || check === 'sum-of-subordinates' ? [message.zh] : [],
  );
};

test('who is on the roster and has not sent a report is missed until it is there', async () => {
  const { store, save } = await filled();
  await keepRoster(
    store,
    undefined,
    listed('银川市金凤区教育局', '银川市金凤区民政局', '金凤区人民政府', '银川市审计局'),
  );
  await save(body('金凤区人民政府', 2019));
  expect(await about(store, '金凤区人民政府', 2019)).toEqual([
    '本机关在应报名单上，2020 年度的报告已过期限，尚未入库',
    '应报名单上的下属机关 2 个，其中 2 个 2019 年度的报告已过期限，尚未入库：银川市金凤区教育局、银川市金凤区民政局',
  ]);
  await save(body('金凤区教育局', 2019));
  await save(body('金凤区人民政府', 2020));
  expect(await about(store, '金凤区人民政府', 2019)).toEqual([
    '应报名单上的下属机关 2 个，其中 1 个 2019 年度的报告已过期限，尚未入库：银川市金凤区民政局',
  ]);
});

test('a report that adds others up is held against them once all on the roster are there', async () => {
  const { store, save } = await filled();
  await keepRoster(store, undefined, listed('金凤区教育局', '金凤区民政局'));
  const preamble = '本报告数据由全区各部门年度报告汇总而成。';
  const received = (count: number) => ({ cells: { 'applications.received.total': count } as const });
  await save(body('金凤区人民政府', 2019, { preamble, ...received(9) }));
  await save(body('金凤区教育局', 2019, received(4)));
  await save(body('金凤区民政局', 2019, received(4)));
  expect((await about(store, '金凤区人民政府', 2019)).join()).toContain('「本年新收」总计 9，下属合计 8');
  // a mended version of one of them settles it
  await save(body('金凤区民政局', 2019, received(5)));
  expect((await about(store, '金凤区人民政府', 2019)).join()).not.toContain('本年新收');
});
