import { Keyv } from 'keyv';
import { GovinfoError } from '../errors.ts';
import type { Adapter } from './backend.ts';
import { failed } from './failure.ts';

/** A stored value as Keyv writes it. */
interface Wrapped {
  value: unknown;
  expires?: number;
}

/** What a value passes on its way in and out; every zod schema is one. */
export interface Door<T> {
  parse(data: unknown): T;
  /** How it is written, where that is not as it is. */
  write?(value: T): unknown;
}

/**
 * One namespace of the store. Keyv answers a failed read with “nothing there” and a failed write with `false`; here
 * both throw `E-STORE-…`, and so does a stored value that its schema does not let in.
 */
export class Shelf<T> {
  private readonly keyv: Keyv;

  constructor(
    readonly name: string,
    private readonly adapter: Adapter,
    private readonly door: Door<T>,
  ) {
    this.keyv = keyvOver(adapter, name);
  }

  async get(key: string): Promise<T | undefined> {
    const value = await this.attempt(() => this.keyv.get<unknown>(this.full(key)));
    return value === undefined ? undefined : this.read(key, value);
  }

  /** Whether something was written there, without reading it; what has expired may still count. */
  async has(key: string): Promise<boolean> {
    return this.attempt(() => this.keyv.has(this.full(key)));
  }

  async getMany(keys: string[]): Promise<(T | undefined)[]> {
    if (!keys.length) return [];
    const values = await this.attempt(() => this.keyv.getMany<unknown>(keys.map((key) => this.full(key))));
    return values.map((value, i) => (value === undefined ? undefined : this.read(keys[i]!, value)));
  }

  async set(key: string, value: T, ttl?: number): Promise<void> {
    const checked = this.format(value);
    const written = await this.attempt(() => this.keyv.set(this.full(key), checked, ttl));
    if (!written) throw failed(new Error(`not written: ${this.name}/${key}`));
  }

  /** Writes only where nothing stands yet; `false` where somebody was first. One atomic step across processes. */
  async add(key: string, value: T, ttl?: number): Promise<boolean> {
    const raw = wrap(this.format(value), ttl);
    return this.attempt(() => this.adapter.add(this.full(key), raw, ttl));
  }

  async delete(key: string): Promise<boolean> {
    return this.attempt(() => this.keyv.delete(this.full(key)));
  }

  /** Every entry whose key begins with `start`, once each; in key order on all backends but Redis. */
  async *entries(start = ''): AsyncGenerator<[key: string, value: T]> {
    const pages = this.adapter.pages(this.full(start));
    const seen = new Set<string>();
    for (;;) {
      const page = await this.attempt(() => pages.next());
      if (page.done) return;
      for (const [full, raw] of page.value) {
        const key = full.slice(this.adapter.prefix.length);
        const { value, expires } = this.unwrap(key, raw);
        if (seen.has(key) || (expires !== undefined && expires <= Date.now())) continue;
        seen.add(key);
        yield [key, this.read(key, value)];
      }
    }
  }

  async sweep(): Promise<void> {
    await this.attempt(() => this.adapter.sweep());
  }

  private format(value: T): unknown {
    return this.door.write ? this.door.write(value) : this.door.parse(value);
  }

  private full(key: string): string {
    return this.adapter.prefix + key;
  }

  private unwrap(key: string, raw: string): Wrapped {
    try {
      return JSON.parse(raw) as Wrapped;
    } catch (error) {
      throw this.damaged(key, error);
    }
  }

  private read(key: string, value: unknown): T {
    try {
      return this.door.parse(value);
    } catch (error) {
      throw this.damaged(key, error);
    }
  }

  private damaged(key: string, cause: unknown): GovinfoError {
    const at = `${this.name}/${key}`;
    return new GovinfoError(
      'E-STORE-VALUE',
      {
        zh: `库中一条记录已损坏或由别的程序写入（${at}），没有使用`,
        en: `a stored record is damaged or foreign (${at}); it was not used`,
      },
      { cause },
    );
  }

  private async attempt<R>(step: () => Promise<R>): Promise<R> {
    try {
      return await step();
    } catch (error) {
      throw failed(error);
    }
  }
}

const known = new WeakMap<Adapter, Keyv>();

/** One Keyv for each adapter, however many shelves stand on it: each new one would listen to its connection for ever. */
function keyvOver(adapter: Adapter, name: string): Keyv {
  const existing = known.get(adapter);
  if (existing) return existing;
  const keyv = new Keyv(adapter, {
    namespace: adapter.namespace ?? name,
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
  // Errors arrive as exceptions too; without a listener an event of the connection would end the process.
  keyv.on('error', () => {});
  known.set(adapter, keyv);
  return keyv;
}

/** A value as Keyv would write it. */
export const wrap = (value: unknown, ttl?: number): string =>
  JSON.stringify({ value, expires: ttl ? Date.now() + ttl : undefined });
