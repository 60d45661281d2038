/** Above so many different values nothing old is kept any more. */
const most = 200_000;

/** Keeps one copy of values that many rows have in common: a name in five years, the path of a region, a form. */
export class Shared {
  private readonly kept = new Map<string, unknown>();

  /** The copy of a text that is kept. */
  text(value: string): string {
    return this.one(value, value);
  }

  /** The copy of a value that is kept; values of one kind are the same where they are written the same. */
  value<T>(kind: string, value: T): T {
    return this.one(`${kind} ${JSON.stringify(value)}`, value);
  }

  private one<T>(name: string, value: T): T {
    const known = this.kept.get(name) as T | undefined;
    if (known !== undefined) return known;
    if (this.kept.size >= most) this.kept.clear();
    this.kept.set(name, value);
    return value;
  }
}
