import { redrawBoard } from './batch.ts';
import type { Desk } from './desk.ts';
import { refreshCase } from './refresh-case.ts';
import { refreshSign } from './sign.ts';

/**
 * Brings up to date what another process, or an earlier run, left behind for longer than `age` milliseconds. Edits wait
 * for their turn, so this ends long before they are all sent.
 */
export async function catchUp(desk: Desk, age = 0): Promise<void> {
  for await (const subject of desk.outdated.left(age)) {
    if ('batch' in subject) await redrawBoard(desk, subject.batch);
    else if ('upload' in subject) await refreshSign(desk, subject.upload);
    else
      refreshCase(desk, subject).catch((error: unknown) =>
        desk.log.warn({ err: error, ...subject }, 'replies not brought up to date'),
      );
  }
}
