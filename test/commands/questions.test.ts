import { beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../../src/commands/names/directory.ts';
import { openDirectory } from '../../src/commands/names/library.ts';
import { understand } from '../../src/commands/question/understand.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus } from './corpus.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
const d = (row: string) => `disclosures.${row}` as const;

/** Figures by which bureaus and years can be told apart wherever they turn up. */
const figures = (penalties: number, licences: number, fees: number, received: number) => ({
  cells: {
    [d('penalties.decisions')]: penalties,
    [d('licences.decisions')]: licences,
    [d('coerciveMeasures.decisions')]: penalties + 1000,
    [d('fees.amount')]: fees,
    [d('normativeDocuments.made')]: licences + 2000,
    'applications.received.person': received,
    'applications.received.total': received,
    'disputes.reconsideration.total': received + 3000,
    'disputes.reconsideration.corrected': received + 4000,
  },
});
const figures2019 = (penalties: number, licences: number) => ({
  cells: { [d('penalties.decisions')]: penalties, [d('licences.decisions')]: licences },
});

beforeAll(async () => {
  store = await emptyStore();
  const sentences = { unit: '条', sentence: '主动公开信息若干条。' };
  await file(store, '金凤区卫生健康局', 2021, {
    ...figures(44, 701, 973.93, 61),
    facts: [
      { subject: 'published', value: 213, ...sentences },
      { subject: 'published', value: 72, channel: 'wechat', partOf: 0, ...sentences },
    ],
  });
  await file(store, '金凤区卫生健康局', 2022, figures(52, 702, 12.5, 62));
  await file(store, '金凤区卫生健康局', 2020, figures2019(38, 700));
  await file(store, '金凤区教育局', 2021, figures(5, 711, 0.25, 63));
  await file(store, '灵武市卫生健康局', 2021, figures(33, 721, 433, 64));
  await file(store, '红寺堡区卫生健康局', 2021, figures(28, 459, 0, 65));
  await file(store, '银川市卫生健康委员会', 2021, figures(310, 731, 88.8, 66));
  await file(store, '南京市鼓楼区民政局', 2021, figures(17, 741, 3.5, 67));
  await file(store, '福州市鼓楼区民政局', 2021, figures(19, 742, 4.5, 68));
  await file(store, '示例区审计局', 2021, figures(23, 751, 5.5, 69));
}, 240_000);

describe('questions as people write them', () => {
  test.each(corpus)('%s', async (text, ...expected) => {
    const answer = await ask(store, text, { ...everybody, channel: 'C1', user: 'U1' });
    for (const part of expected)
      if (part.startsWith('!')) expect(answer).not.toContain(part.slice(1));
      else expect(answer).toContain(part);
  });

  test('are more than three hundred, each another', () => {
    expect(new Set(corpus.map(([text]) => text)).size).toBeGreaterThanOrEqual(300);
  });
});

describe('a question', () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await openDirectory({ store, asker: everybody });
  });
  const read = (text: string) => understand(text, directory, { thisYear: now.getUTCFullYear(), chosen: new Map() });

  test('means the same in any order of its words', () => {
    const words = ['金凤区卫健局', '处罚', '2021'];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const glue of [' ', '，', ''])
      for (const order of orders) {
        const { places, measures, years, unknown } = read(order.map((at) => words[at]).join(glue));
        expect([places.map(({ is }) => is), measures.map(({ id }) => id), years, unknown]).toEqual([
          ['bureau'],
          ['penalties'],
          [2021],
          [],
        ]);
      }
  });
});
