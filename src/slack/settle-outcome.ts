import type { Desk } from './desk.ts';
import { type FileProgress, remembered } from './progress.ts';
import { refreshSign } from './sign.ts';

/**
 * Writes down what became of a file of an upload that was answered before, takes the earlier answer out of the thread
 * where another stands there now, and sees to the sign under the message.
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
    await desk.progress.set(id, progress, remembered);
    return before.filter((ts): ts is string => ts !== undefined && ts !== now.summary);
  });
  const [, channel = ''] = id.split('/');
  for (const ts of outdated) await desk.courier.remove({ channel, ts });
  await refreshSign(desk, id);
}
