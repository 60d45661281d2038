import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { backendFor } from '../../src/store/backend-for.ts';
import { openStore } from '../../src/store/open-store.ts';
import { bringUpToDate, type Migration } from '../../src/store/schema-version.ts';
import { present } from './backends.ts';
import { filing } from './filing.ts';

describe.each(present)('the schema of a store (%s)', (_, open) => {
  test('an older store is brought up to date step by step, once, however many processes start', async () => {
    const place = await open();
    onTestFinished(() => place.remove());
    await (await openStore(place.url)).close();
    const done: number[] = [];
    const step =
      (number: number): Migration =>
      async () => {
        await new Promise(setImmediate);
        done.push(number);
      };
    const steps = [step(1), step(2)];
    const backends = await Promise.all(
      [1, 2, 3].map(async () => {
        const backend = backendFor(place.url);
        await backend.probe();
        return backend;
      }),
    );
    await Promise.all(backends.map((backend) => bringUpToDate(backend, steps)));
    expect(done).toEqual([1, 2]);
    await Promise.all(backends.map((backend) => backend.close()));
    await expect(openStore(place.url)).rejects.toMatchObject({ code: 'E-STORE-NEWER' });
  });
});

describe('an embedded place with something else in it', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'govinfo-foreign-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("another program's database is refused and left as it is", async () => {
    const db = new Database(join(folder, 'govinfo.db'));
    db.exec('CREATE TABLE songs (title TEXT)');
    db.close();
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'E-STORE-FOREIGN' });
    const after = new Database(join(folder, 'govinfo.db'));
    expect(after.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()).toHaveLength(1);
    after.close();
  });

  test('a store whose mark was lost is not taken for an empty one', async () => {
    const store = await openStore(folder);
    await store.reports.save(filing());
    await store.close();
    const db = new Database(join(folder, 'govinfo.db'));
    db.exec("DELETE FROM entries WHERE ns = 'meta'");
    db.close();
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'E-STORE-FOREIGN' });
  });
});
