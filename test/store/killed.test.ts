import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { built } from '../built.ts';
import { filing, finding } from './filing.ts';

/** How often the processes are killed; `npm run test:faults` asks for more. */
const rounds = Number(process.env.GOVINFO_KILL_ROUNDS ?? 3);

/** Runs a process that saves reports, kills it after `count` acknowledged saves, and gives what was acknowledged. */
async function hammer(url: string, name: string, count: number): Promise<string[]> {
  const program = pathToFileURL(join(built, 'store/open-store.js')).href;
  const sample = JSON.stringify(filing({ findings: [finding()] }));
  const script = join(import.meta.dirname, 'hammer.mjs');
  const child = spawn(process.execPath, [script, program, url, name, sample], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('two processes killed at any moment, again and again: nothing acknowledged is lost, nothing is there twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'govinfo-killed-'));
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const counts = [5 + ((round * 7) % 23), 3 + ((round * 11) % 31)];
    const said = await Promise.all(counts.map((count, i) => hammer(folder, `round ${round} process ${i}`, count)));
    for (const [i, lines] of said.entries()) expect(lines.length).toBeGreaterThanOrEqual(counts[i]!);
    acknowledged.push(...said.flat());

    const store = await openStore(folder);
    for (const line of acknowledged) {
      const [bureauKey, year, version, sha256] = line.split(' ') as [string, string, string, string];
      expect(await store.reports.byFile(sha256)).toMatchObject({
        bureauKey,
        year: Number(year),
        version: Number(version),
      });
    }
    const rows = (await Promise.all([2020, 2021].map((year) => store.reports.year(year)))).flat();
    for (const { bureauKey, year, version } of rows) {
      const versions = await store.reports.versions(bureauKey, year);
      const files = versions.map(({ file }) => file.sha256);
      expect(new Set(files).size).toBe(files.length);
      expect(versions.map((v) => v.version)).toEqual(files.map((_, i) => i + 1));
      expect(version).toBeLessThanOrEqual(versions.length);
      expect((await store.reports.current(bureauKey, year))?.version).toBeGreaterThanOrEqual(version);
    }
    await store.close();
  }
  await rm(folder, { recursive: true });
}, 120_000);
