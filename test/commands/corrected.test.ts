import { beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, everybody, file, now } from './stored.ts';

const penalties = 'disclosures.penalties.decisions';
const measures = 'disclosures.coerciveMeasures.decisions';
const licences = 'disclosures.licences.decisions';
const lawsuits = ['disputes.litigation.total', 'disputes.litigationAfterReconsideration.total'] as const;

/** The file whose cells are corrected. */
const corrected = '金凤区卫生健康局2021.pdf';

let store: Store;
/** Two years of one bureau; of the later one it answered that what is printed is wrong. */
beforeAll(async () => {
  store = await emptyStore();
  await file(store, '金凤区卫生健康局', 2020, { cells: { [penalties]: 40 } });
  await file(store, '金凤区卫生健康局', 2021, {
    cells: { [penalties]: 44, [measures]: '', [licences]: 7, [lawsuits[0]]: 3, [lawsuits[1]]: 1 },
  });
  await file(store, '灵武市卫生健康局', 2021, { cells: { [penalties]: 33 } });
  const [known] = (await store.reports.bureaus()).filter(({ bureau }) => bureau.startsWith('金凤'));
  const answered = { basis: 'answered' } as const;
  await store.cases.correct(
    { bureauKey: known!.bureauKey, year: 2021 },
    [
      { address: penalties, value: 54, ...answered },
      { address: measures, value: 2, ...answered },
      { address: lawsuits[0], value: 5, ...answered },
      { address: licences, value: 8, basis: 'misread' },
    ],
    { by: 'U1' },
  );
});

const ask = (text: string, locale: 'zh' | 'en' = 'zh') => answer(text, { store, asker: { ...everybody, locale }, now });

test.each([
  ['金凤区卫健局 处罚 2021', '行政处罚 54（原印 44）'],
  ['金凤区卫健局 2021', '处罚 54（原印 44）'],
  ['金凤区卫健局 强制 2021', '行政强制 2（原印空）'],
  ['处罚 2021', '54（原印 44）'],
  ['对比 金凤区卫健局 灵武市卫健局 2021', '54（原印 44）'],
  ['对比 金凤区卫健局 2020 2021', '54（原印 44）'],
  ['趋势 金凤区卫健局 处罚', '2020 40 · 2021 54（原印 44）'],
  // Of a sum, what it would be as printed: 3 and 1 in print, 5 and 1 by answer.
  ['金凤区卫健局 诉讼 2021', '6（原印 4）'],
])('%s: the printed number stands beside the one that the bureau answered', async (question, words) => {
  expect((await ask(question)).text).toContain(words);
});

test('in English too', async () => {
  expect((await ask('金凤区卫健局 penalties 2021', 'en')).text).toContain('54 (printed 44)');
});

test('a number that was only misread has nothing printed beside it', async () => {
  expect((await ask('许可 2021')).text).toMatch(/金凤区卫生健康局 8 ·/);
});

test('exports keep the number a number, and say beside it what is printed', async () => {
  const { files = [] } = await ask('导出 金凤区 2021');
  const [, row] = Buffer.from(files[0]!.bytes).toString('utf8').split('\r\n');
  expect(row).toMatch(/,54,/);
  expect(row).toMatch(/行政处罚 54（原印 44）、表二行政强制 2（原印空）/);
});

test('a cell that is printed blank is not said to print a word', async () => {
  expect((await ask('金凤区卫健局 强制 2021')).text).toMatch(/行政强制 印空，第 \d+ 行/);
});

test.each([
  '金凤区卫健局 处罚 2021',
  '金凤区卫健局 2021',
  '金凤区卫健局 全部',
  '处罚 2021',
  '趋势 金凤区卫健局 处罚',
  '对比 金凤区卫健局 灵武市卫健局 2021',
  '2021',
])('%s: the source line says how many cells of its report people corrected', async (question) => {
  const sources = (await ask(question)).text.split('\n').filter((line) => line.startsWith('来源：'));
  expect(sources.filter((line) => line.includes(corrected))).toEqual([expect.stringMatching(/ · v1 · 更正 4 处$/)]);
  for (const line of sources) if (!line.includes(corrected)) expect(line).not.toContain('更正');
});

test('the source line in English too', async () => {
  expect((await ask('金凤区卫健局 penalties 2021', 'en')).text).toMatch(/ · v1 · corrections: 4$/m);
});
