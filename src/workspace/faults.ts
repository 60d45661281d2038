/** A failure that a test orders for a method, for the next `times` calls (1 unless told). */
export interface Fault {
  /** Seconds in the Retry-After of a 429. */
  retryAfter?: number;
  /** Slack's error name in a 200 answer. For `files.download`: the sign-in page instead of the file. */
  error?: string;
  /** An HTTP status without a body; the call is not carried out, unless `done`. */
  status?: number;
  done?: boolean;
  /** Milliseconds before the real answer. */
  delay?: number;
  /** The connection breaks: `before` the call was carried out, `after` it was, or `halfway` through its answer. */
  lost?: 'before' | 'after' | 'halfway';
  /** Messages of the last so many milliseconds do not show in the answer yet. */
  behind?: number;
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
