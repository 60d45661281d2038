import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyvEntry } from 'keyv';
import Database from 'libsql';
import { type Adapter, type Backend, eachOnce, expiryOf, type RawEntry } from './backend.ts';
import { damaged, foreign } from './failure.ts';

const page = 1000;

/** Files up to this size are examined at every start (about a second for the largest); 256 MB. */
const examined = 256 * 2 ** 20;

/** Lets other work in between two pages: the driver itself never waits. */
const breathe = () => new Promise(setImmediate);

const layout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS entries (
    ns TEXT NOT NULL, k TEXT NOT NULL, v TEXT NOT NULL, exp INTEGER, PRIMARY KEY (ns, k)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_exp ON entries (exp) WHERE exp IS NOT NULL`;

/** One SQLite file, or memory: all namespaces in one table, every write on disk before it is acknowledged. */
export class EmbeddedBackend implements Backend {
  readonly db: Database.Database;
  readonly namespace = eachOnce((name) => new EmbeddedNamespace(this.db, name));

  constructor(private readonly file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const filled = existsSync(file) && statSync(file).size > 0;
    this.db = new Database(file, { timeout: 5000 });
    try {
      if (filled) this.recognise();
      this.db.exec(layout);
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  /** Throws before anything is written, where the file is damaged or somebody else's. */
  private recognise(): void {
    if (statSync(this.file).size <= examined) {
      const [first] = this.db.prepare('PRAGMA quick_check(1)').raw().all() as [string][];
      if (first?.[0] !== 'ok') throw damaged(new Error(first?.[0]));
    }
    const tables = this.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").raw().all() as [string][];
    if (tables.length && !tables.some(([name]) => name === 'entries')) throw foreign();
  }

  async probe(): Promise<void> {
    this.db.prepare('SELECT ns, k, v, exp FROM entries LIMIT 1').all();
  }

  async namespaces(): Promise<string[]> {
    return (this.db.prepare('SELECT DISTINCT ns FROM entries ORDER BY ns').all() as { ns: string }[]).map((r) => r.ns);
  }

  /** A connection of its own reads one state of the file, while others go on writing. */
  async *everything(): AsyncGenerator<RawEntry[]> {
    const db = this.file === ':memory:' ? this.db : new Database(this.file, { timeout: 5000 });
    try {
      if (db !== this.db) db.exec('BEGIN');
      const next = db.prepare(`SELECT ns, k, v FROM entries WHERE (ns, k) > (?, ?) ORDER BY ns, k LIMIT ${page}`).raw();
      for (let last: RawEntry = ['', '', '']; ; ) {
        const rows = next.all([last[0], last[1]]) as RawEntry[];
        if (rows.length) yield rows;
        if (rows.length < page) return;
        last = rows.at(-1)!;
        await breathe();
      }
    } finally {
      if (db !== this.db) {
        db.exec('ROLLBACK');
        db.close();
      }
    }
  }

  async load(entries: readonly RawEntry[]): Promise<void> {
    const insert = this.db.prepare('INSERT OR REPLACE INTO entries (ns, k, v, exp) VALUES (?, ?, ?, ?)');
    this.db.transaction(() => {
      for (const [namespace, key, value] of entries) insert.run([namespace, key, value, expiryOf(value) ?? null]);
    })();
  }

  /** Brings everything from the log into the file, so that one file is the whole store. */
  async close(): Promise<void> {
    if (!this.db.open) return;
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.db.close();
  }
}

/** Keyv adapter for one namespace of the table. */
class EmbeddedNamespace extends EventEmitter implements Adapter {
  readonly prefix = '';
  readonly opts = { dialect: 'sqlite', url: 'sqlite' };
  readonly namespace: string;
  private readonly statements;

  constructor(
    private readonly db: Database.Database,
    private readonly ns: string,
  ) {
    super();
    this.namespace = ns;
    const insert = 'INSERT INTO entries (ns, k, v, exp) VALUES (?, ?, ?, ?) ON CONFLICT (ns, k) DO UPDATE';
    this.statements = {
      get: db.prepare('SELECT v FROM entries WHERE ns = ? AND k = ?').raw(),
      getMany: db.prepare('SELECT k, v FROM entries WHERE ns = ? AND k IN (SELECT value FROM json_each(?))').raw(),
      set: db.prepare(`${insert} SET v = excluded.v, exp = excluded.exp`),
      add: db.prepare(`${insert} SET v = excluded.v, exp = excluded.exp WHERE entries.exp <= ?`),
      take: db.prepare('DELETE FROM entries WHERE ns = ? AND k = ? AND v = ?'),
      swap: db.prepare('UPDATE entries SET v = ?, exp = ? WHERE ns = ? AND k = ? AND v = ?'),
      delete: db.prepare('DELETE FROM entries WHERE ns = ? AND k = ?'),
      page: db.prepare(`SELECT k, v FROM entries WHERE ns = ? AND k > ? ORDER BY k LIMIT ${page}`).raw(),
      has: db.prepare('SELECT 1 FROM entries WHERE ns = ? AND k = ?'),
      sweep: db.prepare('DELETE FROM entries WHERE ns = ? AND exp <= ?'),
      clear: db.prepare('DELETE FROM entries WHERE ns = ?'),
    };
  }

  // Keyv types an adapter's answer per call; the strings it handed in come back unchanged.
  async get<Value>(key: string): Promise<Value | undefined> {
    const row = this.statements.get.get([this.ns, key]) as [Value] | undefined;
    return row?.[0];
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    const found = new Map(this.statements.getMany.all([this.ns, JSON.stringify(keys)]) as [string, Value][]);
    return keys.map((key) => found.get(key));
  }

  async set(key: string, value: string, ttl?: number): Promise<void> {
    this.statements.set.run([this.ns, key, value, ttl ? Date.now() + ttl : null]);
  }

  async setMany(entries: KeyvEntry[]): Promise<void> {
    this.db.transaction(() => {
      for (const { key, value, ttl } of entries)
        this.statements.set.run([this.ns, key, value, ttl ? Date.now() + ttl : null]);
    })();
  }

  async add(key: string, value: string, ttl?: number): Promise<boolean> {
    const now = Date.now();
    return this.statements.add.run([this.ns, key, value, ttl ? now + ttl : null, now]).changes === 1;
  }

  async take(key: string, value: string): Promise<boolean> {
    return this.statements.take.run([this.ns, key, value]).changes === 1;
  }

  async swap(key: string, value: string, other: string, ttl: number): Promise<boolean> {
    return this.statements.swap.run([other, Date.now() + ttl, this.ns, key, value]).changes === 1;
  }

  async delete(key: string): Promise<boolean> {
    return this.statements.delete.run([this.ns, key]).changes === 1;
  }

  async has(key: string): Promise<boolean> {
    return this.statements.has.get([this.ns, key]) !== undefined;
  }

  async sweep(): Promise<void> {
    this.statements.sweep.run([this.ns, Date.now()]);
  }

  async clear(): Promise<void> {
    this.statements.clear.run([this.ns]);
  }

  async *pages(start: string): AsyncGenerator<[string, string][]> {
    const first = start ? this.statements.get.get([this.ns, start]) : undefined;
    if (first) yield [[start, (first as [string])[0]]];
    for (let after = start; ; ) {
      const rows = this.statements.page.all([this.ns, after]) as [string, string][];
      const wanted = rows.filter(([key]) => key.startsWith(start));
      if (wanted.length) yield wanted;
      if (wanted.length < page) return;
      after = wanted.at(-1)![0];
      await breathe();
    }
  }
}
