import { runChecks } from '../checks/run-checks.ts';
import { readConfig } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import { printFault } from './examine.ts';

/** Where the environment says that data lives. */
export function storeUrl(): string {
  const config = readConfig(process.env);
  return config.store ?? config.dataFolder;
}

/** Opens the store that the environment names, lets `work` use it, and closes it whatever happens. */
export async function withStore<R>(work: (store: Store) => Promise<R>): Promise<R> {
  const store = await openStore(storeUrl(), {
    readBy: version,
    recheck: (subject) => runChecks(subject, printFault),
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
