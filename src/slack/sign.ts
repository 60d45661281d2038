import type { Desk } from './desk.ts';
import { presentOutcomes } from './present-outcome.ts';
import { outcomesOf, remembered, signs, worst } from './progress.ts';

/**
 * Sees to it that the right sign stands under a message whose files are all answered: ⚠️ becomes ✅ when nothing in it is
 * left to check, and comes back when something is; 👀 goes where nothing was to be said. It is only noted when
 * this resolves: Slack takes 45 signs a minute, and nobody waits for them.
 */
export async function refreshSign(desk: Desk, upload: string): Promise<void> {
  const { done } = await desk.outdated.bringUpToDate({ upload }, () => exchange(desk, upload));
  done.catch((error: unknown) => desk.log.warn({ err: error, upload }, 'sign not brought up to date'));
}

async function exchange(desk: Desk, id: string): Promise<void> {
  const { finishedAt, sign: before } = (await desk.progress.get(id)) ?? {};
  if (!finishedAt) return;
  const sign = await signOf(desk, id);
  const [, channel = '', ts = ''] = id.split('/');
  if (!sign) await desk.courier.unreact({ channel, ts }, 'eyes');
  if (sign === before) return;
  if (sign) await desk.courier.react({ channel, ts }, sign);
  if (before) await desk.courier.unreact({ channel, ts }, before);
  await desk.store.exclusively(`progress ${id}`, async () => {
    const { sign: _, ...now } = (await desk.progress.get(id))!;
    await desk.progress.set(id, { ...now, ...(sign && { sign }) }, remembered);
  });
}

async function signOf(desk: Desk, id: string): Promise<string | undefined> {
  const progress = await desk.progress.get(id);
  return progress && signs[worst(await presentOutcomes(desk, outcomesOf(progress)))];
}
