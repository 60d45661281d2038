import { expect, test } from 'vitest';
import { Outdated, outdatedSchema, type Subject } from '../../src/slack/outdated.ts';
import { openStore } from '../../src/store/open-store.ts';

const report: Subject = { bureauKey: '银川市/金凤区/卫生健康', year: 2021 };
const hour = 3600 * 1000;

async function desk() {
  const store = await openStore('memory:');
  const clock = { now: 0 };
  const process = () => new Outdated(store.collection('replies-outdated', outdatedSchema), () => clock.now);
  const left = async (outdated: Outdated, age = 0) => {
    const found: Subject[] = [];
    for await (const subject of outdated.left(age)) found.push(subject);
    return found;
  };
  return { clock, process, left };
}

/** An edit whose turn comes when one says so. */
function slow() {
  const turns: (() => void)[] = [];
  return { turns, edit: () => new Promise<void>((resolve) => turns.push(resolve)) };
}

test('of many changes while an edit waits, one more edit shows the last', async () => {
  const { process, left } = await desk();
  const outdated = process();
  const { turns, edit } = slow();
  const calls = [];
  for (let n = 0; n < 100; n++) calls.push((await outdated.bringUpToDate(report, edit)).done);
  expect(turns.length).toBe(1);
  turns[0]!();
  await new Promise(setImmediate);
  expect(turns.length).toBe(2);
  turns[1]!();
  await Promise.all(calls);
  expect(turns.length).toBe(2);
  expect(await left(outdated)).toEqual([]);
});

test('what waits here is not begun again; another process finds it when this one has died', async () => {
  const { clock, process, left } = await desk();
  const here = process();
  await here.bringUpToDate(report, slow().edit);
  clock.now = hour;
  expect(await left(here)).toEqual([]);
  expect(await left(process(), 2 * hour)).toEqual([]);
  expect(await left(process(), hour / 2)).toEqual([report]);
});

test('what failed is left for the next look', async () => {
  const { process, left } = await desk();
  const outdated = process();
  const { done } = await outdated.bringUpToDate(report, async () => {
    throw new Error('Slack is away');
  });
  await expect(done).rejects.toThrow('Slack is away');
  expect(await left(outdated)).toEqual([report]);
});
