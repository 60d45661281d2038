import type { KeyvStoreAdapter } from 'keyv';

/**
 * What one namespace needs beside Keyv's own get, set and delete: a write that only the first can make, and a walk
 * over keys in order. Values are the strings that Keyv serialised.
 */
export interface Adapter extends KeyvStoreAdapter {
  /** Stands before every key, where one table holds all namespaces. */
  readonly prefix: string;
  /** Writes where nothing (or only something expired) stands, in one atomic step; `false` where somebody was first. */
  add(key: string, value: string, ttl?: number): Promise<boolean>;
  /** Deletes only while exactly this value stands there. */
  take(key: string, value: string): Promise<boolean>;
  /** Writes another value only while exactly this one stands there. */
  swap(key: string, value: string, other: string, ttl: number): Promise<boolean>;
  /** Every entry whose key begins with `start`, in pages; in key order where the backend keeps one. */
  pages(start: string): AsyncGenerator<[key: string, value: string][]>;
  /** Forgets what has expired. */
  sweep(): Promise<void>;
}

/** An entry as it stands in a backend, its value and expiry still serialised. */
export type RawEntry = [namespace: string, key: string, value: string];

/** One place where data is kept, shared by all processes that open the same URL. */
export interface Backend {
  /** The same adapter for the same name. */
  namespace(name: string): Adapter;
  /** Throws what the driver throws when the place cannot be reached or is damaged. */
  probe(): Promise<void>;
  /** Names of the namespaces that hold anything. */
  namespaces(): Promise<string[]>;
  /** All that is stored, in pages, as it was at one moment where the backend can tell. */
  everything(): AsyncGenerator<RawEntry[]>;
  /** Writes entries as they came from `everything`, of whatever backend. */
  load(entries: readonly RawEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes the adapter of each namespace once: its statements, its Keyv and its listeners cost more than many reads. */
export function eachOnce(make: (name: string) => Adapter): (name: string) => Adapter {
  const made = new Map<string, Adapter>();
  return (name) => {
    const adapter = made.get(name) ?? make(name);
    made.set(name, adapter);
    return adapter;
  };
}

const ending = /,"expires":(\d+)\}$/;

/** When a serialised value expires, in milliseconds since 1970; `undefined` for never. */
export function expiryOf(value: string): number | undefined {
  const found = ending.exec(value)?.[1];
  return found === undefined ? undefined : Number(found);
}
