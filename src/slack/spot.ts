/** A channel, or a thread in it. */
export interface Spot {
  channel: string;
  thread?: string;
}

/** One message by its place. */
export interface MessageAt {
  channel: string;
  ts: string;
}
