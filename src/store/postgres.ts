import KeyvPostgres from '@keyv/postgres';
import pg from 'pg';
import { GovinfoError } from '../errors.ts';
import { type Adapter, type Backend, eachOnce, type RawEntry } from './backend.ts';

const page = 1000;
const table = 'govinfo';

/** One table in a PostgreSQL database; `?schema=name` in the URL puts it in a schema of its own. */
export class PostgresBackend implements Backend {
  private readonly pool: pg.Pool;
  private readonly schema: string;
  readonly namespace;

  constructor(url: string) {
    const { searchParams } = new URL(url);
    this.schema = searchParams.get('schema') ?? 'public';
    if (!/^[a-z_][a-z0-9_]{0,62}$/.test(this.schema))
      throw new GovinfoError('E-STORE-URL', {
        zh: '数据库地址里的 schema 只能由小写字母、数字和下划线组成',
        en: 'the schema in the database URL may hold only small letters, digits and underscores',
      });
    this.pool = new pg.Pool({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      query_timeout: 60_000,
      keepAlive: true,
      application_name: 'govinfo',
    });
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    this.pool.on('error', () => {});
    const Namespace = namespaceOn(this.pool, this.schema);
    this.namespace = eachOnce((name) => new Namespace(name));
  }

  /** Makes the table where there is none. Keys sort by bytes, so that a walk over a prefix uses the index. */
  async probe(): Promise<void> {
    const { rows } = await this.pool.query('SELECT to_regclass($1) AS found', [`${this.schema}.${table}`]);
    if (rows[0]?.found) return;
    const lock = 'SELECT pg_advisory_xact_lock(727766105)';
    const create = `CREATE TABLE IF NOT EXISTS ${this.schema}.${table} (key TEXT COLLATE "C" PRIMARY KEY, value TEXT)`;
    const schema = this.schema === 'public' ? '' : `CREATE SCHEMA IF NOT EXISTS ${this.schema};`;
    await this.pool.query(`BEGIN; ${lock}; ${schema} ${create}; COMMIT`);
  }

  async namespaces(): Promise<string[]> {
    const { rows } = await this.pool.query(
      `SELECT DISTINCT split_part(key, ':', 1) AS ns FROM ${this.schema}.${table} ORDER BY 1`,
    );
    return rows.map(({ ns }: { ns: string }) => ns);
  }

  /** Reads within one transaction, so that all of it is of one moment. */
  async *everything(): AsyncGenerator<RawEntry[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const select = `SELECT key, value FROM ${this.schema}.${table} WHERE key > $1 ORDER BY key LIMIT ${page}`;
      for (let after = ''; ; ) {
        const { rows } = await client.query<{ key: string; value: string }>(select, [after]);
        if (rows.length) yield rows.map(({ key, value }) => [...split(key), value]);
        if (rows.length < page) return;
        after = rows.at(-1)!.key;
      }
    } finally {
      await client.query('ROLLBACK').catch(() => {});
      client.release();
    }
  }

  async load(entries: readonly RawEntry[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO ${this.schema}.${table} (key, value) SELECT * FROM UNNEST ($1::text[], $2::text[])
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [entries.map(([namespace, key]) => `${namespace}:${key}`), entries.map(([, , value]) => value)],
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const split = (key: string): [namespace: string, key: string] => {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
};

/**
 * Keyv's adapter over a pool of our own: its pool is shared by the whole process, is closed by whoever closes first,
 * and ends the process when the server goes away.
 */
const namespaceOn = (pool: pg.Pool, schema: string) =>
  class PostgresNamespace extends KeyvPostgres implements Adapter {
    override readonly namespace: string;
    readonly prefix: string;

    constructor(name: string) {
      super({ table, schema });
      this.namespace = name;
      this.prefix = `${name}:`;
    }

    override async connect() {
      // Keyv would make the table for every namespace; `probe` has made it.
      return async (sql: string, values?: unknown[]) =>
        sql.startsWith('CREATE ') ? [] : (await pool.query(sql, values)).rows;
    }

    async add(key: string, value: string): Promise<boolean> {
      const rows = await this.query(
        `INSERT INTO ${schema}.${table} AS old (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value
         WHERE (old.value::json ->> 'expires')::numeric <= $3 RETURNING key`,
        [key, value, Date.now()],
      );
      return rows.length === 1;
    }

    async take(key: string, value: string): Promise<boolean> {
      const rows = await this.query(`DELETE FROM ${schema}.${table} WHERE key = $1 AND value = $2 RETURNING key`, [
        key,
        value,
      ]);
      return rows.length === 1;
    }

    async swap(key: string, value: string, other: string): Promise<boolean> {
      const rows = await this.query(
        `UPDATE ${schema}.${table} SET value = $3 WHERE key = $1 AND value = $2 RETURNING key`,
        [key, value, other],
      );
      return rows.length === 1;
    }

    async *pages(start: string): AsyncGenerator<[string, string][]> {
      const select = `SELECT key, value FROM ${schema}.${table}`;
      const like = `${start.replace(/[\\%_]/g, '\\$&')}%`;
      for (let after = ''; ; ) {
        const rows = await this.query(`${select} WHERE key LIKE $1 AND key > $2 ORDER BY key LIMIT ${page}`, [
          like,
          after,
        ]);
        if (rows.length) yield rows.map(({ key, value }: { key: string; value: string }) => [key, value]);
        if (rows.length < page) return;
        after = rows.at(-1).key;
      }
    }

    async sweep(): Promise<void> {
      await this.query(
        `DELETE FROM ${schema}.${table} WHERE key LIKE $1 AND (value::json ->> 'expires')::numeric <= $2`,
        [`${this.prefix.replace(/[\\%_]/g, '\\$&')}%`, Date.now()],
      );
    }
  };
