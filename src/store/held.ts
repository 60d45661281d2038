/** So many claims are remembered before those whose time ran out are looked for. */
const few = 1000;

/** The claims that this process took and may give back. Most are never given back: they are forgotten with their time. */
export class Held {
  private readonly marks = new Map<string, { mark: string; until: number }>();
  private crowded = few;

  get size(): number {
    return this.marks.size;
  }

  get(key: string): string | undefined {
    return this.marks.get(key)?.mark;
  }

  /** `ttl` in milliseconds. */
  set(key: string, mark: string, ttl: number): void {
    if (this.marks.size >= this.crowded) this.forgetExpired();
    this.marks.set(key, { mark, until: Date.now() + ttl });
  }

  delete(key: string): void {
    this.marks.delete(key);
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [key, { until }] of this.marks) if (until <= now) this.marks.delete(key);
    this.crowded = Math.max(few, this.marks.size * 2);
  }
}
