import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * Keyed values kept in an append-only file, one `[shelf, key, value]` a line (`null` deletes). On opening, the lines are
 * replayed and the file is rewritten without what is gone; a last line cut off by a kill is dropped.
 */
export class Journal {
  readonly #path: string;
  readonly #kept = new Map<string, Map<string, unknown>>();
  readonly #shelves: { forget(): void }[] = [];

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) this.#replay(readFileSync(path, 'utf8'));
  }

  /** Opens one kind of value; what was kept earlier passes the schema, what no longer fits is left out. */
  shelf<T>(name: string, schema: z.ZodType<T>): Shelf<T> {
    const values = new Map<string, T>();
    for (const [key, value] of this.#kept.get(name) ?? []) {
      const read = schema.safeParse(value);
      if (read.success) values.set(key, read.data);
    }
    const shelf = new Shelf<T>(values, (key, value) => this.#append([name, key, value]));
    this.#shelves.push(shelf);
    return shelf;
  }

  clear(): void {
    for (const shelf of this.#shelves) shelf.forget();
    writeFileSync(this.#path, '');
  }

  #append(entry: [shelf: string, key: string, value: unknown]): void {
    appendFileSync(this.#path, `${JSON.stringify(entry)}\n`);
  }

  #replay(text: string): void {
    for (const line of text.split('\n')) {
      const entry = parseLine(line);
      if (!entry) continue;
      const [name, key, value] = entry;
      const values = this.#kept.get(name) ?? new Map<string, unknown>();
      this.#kept.set(name, values);
      if (value === null) values.delete(key);
      else values.set(key, value);
    }
    const lines = [...this.#kept].flatMap(([name, values]) =>
      [...values].map(([key, value]) => `${JSON.stringify([name, key, value])}\n`),
    );
    writeFileSync(`${this.#path}.new`, lines.join(''));
    renameSync(`${this.#path}.new`, this.#path);
  }
}

export class Shelf<T> {
  readonly #values: Map<string, T>;
  readonly #append: (key: string, value: T | null) => void;

  constructor(values: Map<string, T>, append: (key: string, value: T | null) => void) {
    this.#values = values;
    this.#append = append;
  }

  get size(): number {
    return this.#values.size;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  all(): T[] {
    return [...this.#values.values()];
  }

  put(key: string, value: T): void {
    this.#values.set(key, value);
    this.#append(key, value);
  }

  remove(key: string): void {
    if (this.#values.delete(key)) this.#append(key, null);
  }

  forget(): void {
    this.#values.clear();
  }
}

function parseLine(line: string): [string, string, unknown] | undefined {
  if (!line) return;
  try {
    const entry: unknown = JSON.parse(line);
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || typeof entry[1] !== 'string') return;
    return [entry[0], entry[1], entry[2]];
  } catch {
    return;
  }
}
