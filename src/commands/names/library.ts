import type { Origin, Outline, Store } from '../../store/store.ts';
import type { CommandContext } from '../command.ts';
import { buildDirectory, type Directory } from './directory.ts';

interface Shelf {
  arrays: readonly (readonly Outline[])[];
  directory: Directory;
  origins: Map<string, Origin>;
  /** Directories of those who may not see everything, by the origins they may see; the latest few. */
  partial: Map<string, Directory>;
}

/** The last directory of each store; a year that was written comes as another array, and makes a new one. */
const shelves = new WeakMap<Store, Shelf>();

/** So many partial directories are kept; each costs as much memory as the whole. */
const viewsAtMost = 6;

const originKey = ({ scope, channel, user }: Origin): string => `${scope} ${channel ?? ''} ${user ?? ''}`;

/** Every bureau and figure that the asker may see; what they may not see is as if it were not there. */
export async function openDirectory({ store, asker }: Pick<CommandContext, 'store' | 'asker'>): Promise<Directory> {
  const years = await store.reports.years();
  const arrays: (readonly Outline[])[] = [];
  // One after the other: reading a large year takes memory that the next one can use again.
  for (const year of years) arrays.push(await store.reports.outline(year));
  let shelf = shelves.get(store);
  if (!shelf || shelf.arrays.length !== arrays.length || shelf.arrays.some((rows, index) => rows !== arrays[index])) {
    const origins = new Map<string, Origin>();
    const lists = new Set<Outline['origins']>();
    for (const rows of arrays) for (const row of rows) lists.add(row.origins);
    for (const list of lists) for (const origin of list) origins.set(originKey(origin), origin);
    const directory = buildDirectory(years.map((year, index) => ({ year, rows: arrays[index]! })));
    shelf = { arrays, directory, origins, partial: new Map() };
    shelves.set(store, shelf);
  }
  const verdicts = await Promise.all(
    [...shelf.origins].map(async ([key, origin]) => [key, await asker.maySee(origin)] as const),
  );
  if (verdicts.every(([, visible]) => visible)) return shelf.directory;
  const visible = new Set(verdicts.flatMap(([key, may]) => (may ? [key] : [])));
  const view = [...visible].sort().join('\n');
  const known = shelf.partial.get(view);
  if (known) return known;
  const mayRead = (row: Outline) => row.origins.some((origin) => visible.has(originKey(origin)));
  const directory = buildDirectory(years.map((year, index) => ({ year, rows: arrays[index]!.filter(mayRead) })));
  const [oldest] = shelf.partial.keys();
  if (shelf.partial.size >= viewsAtMost && oldest !== undefined) shelf.partial.delete(oldest);
  shelf.partial.set(view, directory);
  return directory;
}
