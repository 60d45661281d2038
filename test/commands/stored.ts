import { type Changes, example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { answer } from '../../src/commands/answer.ts';
import type { Asker } from '../../src/commands/command.ts';
import { bureauKey } from '../../src/naming/bureau-key.ts';
import { locate } from '../../src/naming/region.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Origin, Store } from '../../src/store/store.ts';
import { unescapeText } from '../../src/views/escape.ts';

/** Files a made-up report of a bureau and year, checked like any other. */
export async function file(
  store: Store,
  bureau: string,
  year: number,
  changes: Changes = {},
  {
    form = year < 2021 ? '2019' : '2021',
    origin = { scope: 'workspace' },
    arrivedAt = '2026-01-20T08:00:00Z',
  }: { form?: '2019' | '2021'; origin?: Origin; arrivedAt?: string } = {},
): Promise<void> {
  const { candidates } = locate(bureau);
  const region = candidates.length === 1 ? candidates[0]! : null;
  const identity = { bureau, region, year, bureauKey: bureauKey(bureau, region) };
  const subject = example(form, { ...changes, report: { ...identity, ...changes.report } });
  await store.reports.save({
    entry: { report: subject.report, ...runChecks(subject) },
    file: {
      name: `${bureau}${year}.pdf`,
      sha256: `${bureau}${year}${Math.random()}`.padEnd(64, '0').slice(0, 64),
      size: 1,
    },
    origin,
    arrivedAt,
  });
}

export const emptyStore = (clock?: () => Date): Promise<Store> =>
  openStore('memory:', { readBy: 'test', recheck: runChecks, ...(clock && { now: clock }) });

export const everybody: Asker = { locale: 'zh', maySee: () => true };
export const now = new Date('2026-11-22T08:00:00Z');

export const ask = async (store: Store, text: string, asker: Asker = everybody): Promise<string> =>
  unescapeText((await answer(text, { store, asker, now })).text);
