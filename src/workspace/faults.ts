/** A failure that a test orders for a method, for the next `times` calls (1 unless told). */
export interface Fault {
  /** Seconds in the Retry-After of a 429. */
  retryAfter?: number;
  /** Slack's error name in a 200 answer. For `files.download`: the sign-in page instead of the file. */
  error?: string;
  /** An HTTP status without a body. */
  status?: number;
  /** Milliseconds before the real answer. */
  delay?: number;
  /** The connection breaks and no answer comes: `before` the call was carried out, or `after` it was. */
  lost?: 'before' | 'after';
  times?: number;
}

export class Faults {
  readonly #ordered = new Map<string, Fault[]>();

  set(method: string, fault: Fault): void {
    const copies = Array.from({ length: fault.times ?? 1 }, () => fault);
    this.#ordered.set(method, [...(this.#ordered.get(method) ?? []), ...copies]);
  }

  take(method: string): Fault | undefined {
    return this.#ordered.get(method)?.shift();
  }
}
