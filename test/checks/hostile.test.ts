import { expect, test } from 'vitest';
import { defineCheck } from '../../src/checks/define-check.ts';
import { type Changes, example } from '../../src/checks/example.ts';
import { checks } from '../../src/checks/index.ts';
import { type Fault, runChecks } from '../../src/checks/run-checks.ts';
import { factSubjects } from '../../src/report/fact.ts';
import { addressesOf, forms, tableIds } from '../../src/report/forms/index.ts';
import { type Report, reportSchema, sectionIds } from '../../src/report/report.ts';
import { openStore } from '../../src/store/open-store.ts';
import { random } from './random.ts';

const broken = defineCheck({
  ...checks.find(({ id }) => id === 'licences-zero')!,
  // biome-ignore lint/correctness/useYield: it breaks down before it says anything
  *run({ report }) {
    throw new TypeError(`cannot read ${report.cells['disclosures.licences.decisions']!.raw}`);
  },
});
const withBroken = checks.map((check) => (check.id === broken.id ? broken : check));

test('a check that breaks down is told as not assessable, under the reference of the log, and nothing else is lost', () => {
  const subject = example('2021', { cells: { 'disputes.reconsideration.total': 5 } });
  const faults: Fault[] = [];
  const { findings, notAssessed } = runChecks(subject, (fault) => faults.push(fault), withBroken);
  expect(findings).toEqual(runChecks(subject).findings);
  expect(faults).toMatchObject([{ check: 'licences-zero', error: expect.any(TypeError) }]);
  const told = notAssessed.filter(({ code }) => code === 'internal');
  expect(told).toMatchObject([{ check: 'licences-zero' }]);
  expect(told[0]!.reason.zh).toContain(faults[0]!.reference);
  expect(told[0]!.reason.zh).not.toContain('cannot read');
});

test('what a check found before it broke down stays open', async () => {
  let list = checks;
  const store = await openStore('memory:', { recheck: (subject) => runChecks(subject, undefined, list) });
  const { report } = example('2021', { cells: { 'disputes.reconsideration.total': 5 } });
  const file = { name: 'a.pdf', sha256: '1', size: 1 };
  const filing = { entry: { report, findings: [], notAssessed: [] }, file, arrivedAt: '2022-01-01T00:00:00Z' };
  await store.reports.save({ ...filing, origin: { scope: 'workspace' } });
  const ref = { bureauKey: report.bureauKey!, year: 2021 };
  const states = async () =>
    (await store.cases.get(ref))!.issues.map(({ finding, state }) => `${finding.check} ${state}`);
  expect(await states()).toEqual(['disputes-total open']);
  list = checks.map((check) => (check.id === 'disputes-total' ? { ...broken, id: 'disputes-total' } : check));
  await store.cases.recheck(ref, 'reading');
  expect(await states()).toEqual(['disputes-total open']);
});

const pieces = [
  ...[
    '',
    ' ',
    '无',
    '/',
    '—',
    '０',
    '1e309',
    '-0',
    '９９９９９９９９９９９９９９９９９',
    '(((((',
    '\\',
    '$&',
    '%',
    '\u0000',
    '\ud83d\ude00',
    '\n\n',
  ],
  ...[
    '收到政府信息公开申请',
    '件',
    '其中',
    '予以公开',
    '占',
    '%',
    '均获维持',
    '行政复议',
    '同比增长',
    '信息处理费',
    '一、',
    '（一）',
    '1.',
  ],
  ...[
    '2021',
    '12',
    '三十',
    '0',
    '年',
    '月',
    '日',
    '。',
    '，',
    '；',
    '、',
    '《',
    '》',
    '〔2021〕30号',
    '万元',
    '分别为',
    '全部办结',
  ],
];

test('no report breaks a check, however strange', () => {
  const every = forms.flatMap(({ id }) => tableIds.flatMap((table) => addressesOf(id, table)));
  for (let seed = 1; seed <= 150; seed++) {
    const pick = random(seed);
    const of = <T>(list: readonly T[]): T => list[pick(list.length)]!;
    const words = (most: number) => Array.from({ length: pick(most) }, () => of(pieces)).join('');
    const strange = () =>
      of([null, 0, -1, 0.5, 1e15, 12, Number.MAX_SAFE_INTEGER, '', '/', words(4), { trust: 'low' as const }]);
    const cells = Object.fromEntries(
      Array.from({ length: pick(80) }, () => [of(every), strange()]),
    ) as Changes['cells'];
    const count = pick(30);
    const facts = Array.from({ length: count }, () => ({
      subject: of(Object.keys(factSubjects)) as keyof typeof factSubjects,
      value: of([null, 0, -3, 7.25, 1e12, 12]),
      unit: of(['件', '条', '%', '', '万元']),
      precision: of(['exact', 'atLeast', 'atMost', 'about'] as const),
      sentence: words(20),
      section: of([...sectionIds, 'preamble', 'nowhere']),
      ...of([
        {},
        { partOf: pick(count) },
        { about: pick(count) },
        { row: of(['granted', 'nonsense', 'denied.internal']) },
      ]),
      ...of([
        {},
        { column: of(['person', 'organisations', 'upheld', 'nonsense', 'made']) },
        { parts: 'closed' as const },
      ]),
    }));
    const text = Object.fromEntries(
      sectionIds.map((id) => [id, of([null, words(200), Array.from({ length: pick(9) }, () => words(60))])]),
    ) as Changes['text'];
    const form = of([null, '2019', '2021'] as const);
    const report: Partial<Report> = {
      ...of([{}, { year: null }, { year: -1 }, { year: 99_999 }]),
      ...of([{}, { bureau: null, bureauKey: null }, { bureau: words(9), bureauKey: words(3) }]),
      ...of([{}, { period: null }, { period: { from: '0000-00-00', to: '2021-13-45' } }]),
      ...of([{}, { publishedOn: '0000-00-00' }, { title: null }, { title: words(12) }, { region: null }]),
      ...of([{}, { forms: { disclosures: of([form, 'mixed'] as const), applications: form, disputes: form } }]),
    };
    const subject = example(of(['2019', '2021'] as const), { cells, text, facts, preamble: words(60), report });
    if (pick(3) === 0) subject.report.tables[of(tableIds)] = null;
    if (pick(3) === 0) subject.report.cells = {};
    const other = () => example(of(['2019', '2021'] as const), { cells, text, report: of([{}, report]) }).report;
    const neighbours = of([
      {},
      {
        previous: other(),
        earlier: [other()],
        years: [1900, 2020],
        versions: [other()],
        alike: [other()],
        arrivedOn: '',
      },
    ]);
    expect(() => reportSchema.parse(subject.report), `seed ${seed}`).not.toThrow();
    const faults: Fault[] = [];
    const limits = { 'backlog-share': 0, 'disclosure-rate': 1, 'documents-never-repealed': 0, 'all-tables-zero': 0 };
    const { findings, notAssessed } = runChecks({ ...subject, ...neighbours, limits }, (fault) => faults.push(fault));
    expect(faults, `seed ${seed}`).toEqual([]);
    for (const { zh, en } of [...findings.map(({ message }) => message), ...notAssessed.map(({ reason }) => reason)])
      expect(`${zh} ${en}`, `seed ${seed}`).not.toMatch(/undefined|NaN|\[object|Infinity/);
  }
});
