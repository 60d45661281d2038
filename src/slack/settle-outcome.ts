import type { Desk } from './desk.ts';
import { type FileProgress, type Outcome, outcomesOf, type Progress, remembered, signs, worst } from './progress.ts';

/**
 * Writes down what became of a file of an upload that was answered before, takes the earlier answer out of the thread
 * where another stands there now, and puts the right sign under the message.
 */
export async function settleOutcome(desk: Desk, id: string, key: string, now: FileProgress): Promise<void> {
  const outdated = await desk.store.exclusively(`progress ${id}`, async () => {
    const progress = await desk.progress.get(id);
    if (!progress) return [];
    const archive = key.includes('#') ? key.slice(0, key.indexOf('#')) : undefined;
    const before = [progress.files[key]?.summary];
    progress.files[key] = now;
    // An archive that could not be opened then, and gives its files now.
    if (archive && progress.files[archive]?.outcome) {
      before.push(progress.files[archive].summary);
      progress.files[archive] = { unpacked: true };
    }
    await putSign(desk, id, progress, outcomesOf(progress));
    await desk.progress.set(id, progress, remembered);
    return before.filter((ts): ts is string => ts !== undefined && ts !== now.summary);
  });
  const [, channel = ''] = id.split('/');
  for (const ts of outdated) await desk.courier.remove({ channel, ts });
}

/** Exchanges the sign under a message where its outcomes ask for another one; `progress` says which one stands there. */
export async function putSign(desk: Desk, id: string, progress: Progress, outcomes: readonly Outcome[]): Promise<void> {
  const sign = signs[worst(outcomes)];
  if (sign === progress.sign) return;
  const [, channel = '', ts = ''] = id.split('/');
  if (sign) await desk.courier.react({ channel, ts }, sign);
  if (progress.sign) await desk.courier.unreact({ channel, ts }, progress.sign);
  if (!sign) await desk.courier.unreact({ channel, ts }, 'eyes');
  if (sign) progress.sign = sign;
  else delete progress.sign;
}
