import KeyvRedis, { createClient, defaultReconnectStrategy } from '@keyv/redis';
import { type Adapter, type Backend, eachOnce, expiryOf, type RawEntry } from './backend.ts';

const page = 1000;

type Client = ReturnType<typeof createClient>;

/** Redis or Valkey. Keys begin with `govinfo:`, or with what `?prefix=name` in the URL says. */
export class RedisBackend implements Backend {
  private readonly client: Client;
  private readonly root: string;
  readonly namespace = eachOnce((name) => new RedisNamespace(this.client, `${this.root}:${name}`));

  constructor(url: string) {
    const address = new URL(url);
    this.root = address.searchParams.get('prefix') ?? 'govinfo';
    address.search = '';
    this.client = createClient({
      url: address.href,
      socket: { connectTimeout: 5000, reconnectStrategy: defaultReconnectStrategy },
      // While the server is away a command fails at once instead of waiting in a queue without end.
      disableOfflineQueue: true,
      commandOptions: { timeout: 30_000 },
      pingInterval: 30_000,
    });
    this.client.setMaxListeners(0);
    this.client.on('error', () => {});
  }

  async probe(): Promise<void> {
    if (!this.client.isOpen) await this.connect();
    await this.client.ping();
  }

  async namespaces(): Promise<string[]> {
    const found = new Set((await this.keys()).map((key) => this.split(key)[0]));
    return [...found].sort();
  }

  /** Redis cannot show one moment: what is written meanwhile may be in or out, but never with a gap in a series. */
  async *everything(): AsyncGenerator<RawEntry[]> {
    const keys = withoutGaps(await this.keys());
    for (let from = 0; from < keys.length; from += page) {
      const some = keys.slice(from, from + page);
      const values = await this.client.mGet(some);
      yield values.flatMap((value, i) => (value === null ? [] : [[...this.split(some[i]!), value] satisfies RawEntry]));
    }
  }

  async load(entries: readonly RawEntry[]): Promise<void> {
    const multi = this.client.multi();
    for (const [namespace, key, value] of entries) {
      const PXAT = expiryOf(value);
      if (PXAT !== undefined && PXAT <= Date.now()) continue;
      const expiration = PXAT === undefined ? {} : { expiration: { type: 'PXAT', value: PXAT } as const };
      multi.set(`${this.root}:${namespace}::${key}`, value, expiration);
    }
    await multi.exec();
  }

  private async keys(): Promise<string[]> {
    const found = new Set<string>();
    for await (const keys of this.client.scanIterator({ MATCH: `${literal(this.root)}:*::*`, COUNT: page }))
      for (const key of keys) found.add(key);
    return [...found];
  }

  private split(key: string): [namespace: string, key: string] {
    const end = key.indexOf('::', this.root.length + 1);
    return [key.slice(this.root.length + 1, end), key.slice(end + 2)];
  }

  async close(): Promise<void> {
    if (this.client.isOpen) await this.client.close();
  }

  /** The first connection must succeed; later ones are made again for as long as it takes. */
  private async connect(): Promise<void> {
    const gone = new Promise<never>((_, reject) => this.client.once('error', reject));
    try {
      await Promise.race([this.client.connect(), gone]);
    } catch (error) {
      if (this.client.isOpen) this.client.destroy();
      throw error;
    }
  }
}

/** Adds the earlier members of a series (`…/1`, `…/2`) that a walk passed by before they were written. */
function withoutGaps(keys: readonly string[]): string[] {
  const all = new Set(keys);
  for (const key of keys)
    for (
      let [, base, number] = /^(.*\/)(\d+)$/.exec(key) ?? [];
      Number(number) > 1;
      number = String(Number(number) - 1)
    )
      if (all.size === all.add(`${base}${Number(number) - 1}`).size) break;
  return [...all];
}

const literal = (text: string): string => text.replace(/[\\*?[\]]/g, '\\$&');

class RedisNamespace extends KeyvRedis<string> implements Adapter {
  readonly prefix = '';

  constructor(
    private readonly connection: Client,
    name: string,
  ) {
    super(connection, { namespace: name, throwOnErrors: true });
  }

  async add(key: string, value: string, ttl?: number): Promise<boolean> {
    const expiration = ttl ? { expiration: { type: 'PX', value: ttl } as const } : {};
    const said = await this.connection.set(this.createKeyPrefix(key, this.namespace), value, {
      condition: 'NX',
      ...expiration,
    });
    return said === 'OK';
  }

  async take(key: string, value: string): Promise<boolean> {
    const script = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
    const said = await this.connection.eval(script, {
      keys: [this.createKeyPrefix(key, this.namespace)],
      arguments: [value],
    });
    return said === 1;
  }

  async swap(key: string, value: string, other: string, ttl: number): Promise<boolean> {
    const script =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) end return 0";
    const said = await this.connection.eval(script, {
      keys: [this.createKeyPrefix(key, this.namespace)],
      arguments: [value, other, String(ttl)],
    });
    return said === 'OK';
  }

  async *pages(start: string): AsyncGenerator<[string, string][]> {
    const MATCH = `${literal(this.createKeyPrefix(start, this.namespace))}*`;
    for await (const keys of this.connection.scanIterator({ MATCH, COUNT: page })) {
      if (!keys.length) continue;
      const values = await this.connection.mGet(keys);
      const short = keys.map((key) => this.getKeyWithoutPrefix(key, this.namespace));
      yield values.flatMap((value, i) => (value === null ? [] : [[short[i]!, value] satisfies [string, string]]));
    }
  }

  /** Redis forgets by itself. */
  async sweep(): Promise<void> {}
}
