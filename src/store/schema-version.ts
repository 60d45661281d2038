import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { GovinfoError } from '../errors.ts';
import type { Backend } from './backend.ts';
import { foreign } from './failure.ts';
import { Shelf } from './shelf.ts';

/** Turns what one version of the program stored into what the next one expects; may be run again after a crash. */
export type Migration = (backend: Backend) => Promise<void>;

/** The step from version 1 to 2 comes first. A change of stored shapes adds one at the end. */
const steps: readonly Migration[] = [];

/**
 * Makes sure that a store holds what this program understands: an empty one is marked, an older one brought up to date
 * by one process while others wait. Throws `E-STORE-NEWER` and `E-STORE-FOREIGN`, and changes nothing then.
 */
export async function bringUpToDate(backend: Backend, migrations = steps): Promise<void> {
  const meta = new Shelf('meta', backend.namespace('meta'), z.number().int().positive());
  const current = migrations.length + 1;
  if ((await meta.get('schema')) === undefined) {
    const others = await backend.namespaces();
    if (others.length && (await meta.get('schema')) === undefined) throw foreign();
    await meta.add('schema', current);
  }
  for (let version = await found(meta); version < current; version = await found(meta)) {
    if (!(await meta.add('migrating', version, 10 * 60_000))) {
      await sleep(200);
      continue;
    }
    if ((await found(meta)) === version) {
      await migrations[version - 1]!(backend);
      await meta.set('schema', version + 1);
    }
    await meta.delete('migrating');
  }
  const version = await found(meta);
  if (version > current)
    throw new GovinfoError('E-STORE-NEWER', {
      zh: `库由更新版本的 govinfo 写入（结构 ${version}，本程序 ${current}），请升级程序；没有改动它`,
      en: `the store was written by a newer govinfo (schema ${version}, this program ${current}); upgrade, nothing was changed`,
    });
}

const found = async (meta: Shelf<number>): Promise<number> => (await meta.get('schema')) ?? 1;
