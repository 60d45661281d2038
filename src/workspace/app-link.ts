import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** How long the app may take to acknowledge, in milliseconds, and how often an event is sent at most. */
const PATIENCE = 3_000;
const TRIES = 3;

interface Envelope {
  envelope_id: string;
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: unknown;
  accepts_response_payload: boolean;
}

/** The app did not answer a command or click: `operation_timeout`, or `dispatch_failed` when it is not connected. */
export class NoAnswer extends Error {
  constructor(readonly code: 'operation_timeout' | 'dispatch_failed') {
    super(code);
  }
}

/**
 * The server's end of Socket Mode. Each envelope goes to one connection in turn; events wait for a connection and come
 * again until acknowledged, commands and clicks are sent once.
 */
export class AppLink {
  readonly #tickets = new Set<string>();
  readonly #sockets: WebSocket[] = [];
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  readonly #backlog: Envelope[] = [];
  readonly #expecting = new Set<() => void>();
  #turn = 0;

  get connections(): number {
    return this.#sockets.length;
  }

  /** A ticket that opens one connection. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  redeem(ticket: string): boolean {
    return this.#tickets.delete(ticket);
  }

  accept(socket: WebSocket): void {
    this.#sockets.push(socket);
    // Every envelope that waits for its answer listens for the end of the connection, and many may wait.
    socket.setMaxListeners(0);
    socket.on('message', (data) => this.#acknowledge(data));
    socket.on('close', () => {
      const at = this.#sockets.indexOf(socket);
      if (at >= 0) this.#sockets.splice(at, 1);
    });
    socket.on('error', () => socket.terminate());
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.#sockets.length, connection_info: {} }));
    for (const envelope of this.#backlog.splice(0)) void this.#deliver(envelope);
    for (const came of this.#expecting) came();
    this.#expecting.clear();
  }

  /** Sends an event; resolves when it was acknowledged or given up. */
  event(payload: unknown): Promise<void> {
    return this.#deliver({
      envelope_id: randomUUID(),
      type: 'events_api',
      payload,
      accepts_response_payload: false,
    });
  }

  /** Sends a command, click or submission; resolves with the body of the acknowledgement. Throws `NoAnswer`. */
  async ask(type: 'slash_commands' | 'interactive', payload: unknown): Promise<unknown> {
    const envelope: Envelope = { envelope_id: randomUUID(), type, payload, accepts_response_payload: true };
    if (this.#sockets.length === 0) await this.#connection();
    return await this.#send(envelope);
  }

  /** An app that is connecting again is back in a moment: what a person did waits for it as long as for an answer. */
  #connection(): Promise<void> {
    return new Promise((resolve, reject) => {
      const came = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#expecting.delete(came);
        reject(new NoAnswer('dispatch_failed'));
      }, PATIENCE);
      this.#expecting.add(came);
    });
  }

  /** Gives up the events that nobody was there to hear, as Slack does in a long outage; says how many. */
  giveUp(): number {
    return this.#backlog.splice(0).length;
  }

  /** Asks every connection (or one) to go away, as Slack does before maintenance, and closes it. */
  disconnect(reason: string, count = this.#sockets.length): void {
    for (const socket of this.#sockets.slice(0, count)) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
      socket.close();
    }
  }

  /** Cuts one connection (or all) without a word. */
  drop(count = this.#sockets.length): void {
    for (const socket of this.#sockets.slice(0, count)) socket.terminate();
  }

  async #deliver(envelope: Envelope): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (this.#sockets.length === 0) {
        this.#backlog.push(envelope);
        return;
      }
      const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: 'timeout' };
      const answered = await this.#send({ ...envelope, ...retry }).then(
        () => true,
        () => false,
      );
      if (answered) return;
    }
  }

  #send(envelope: Envelope): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let socket: WebSocket | undefined;
      let timer: NodeJS.Timeout | undefined;
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(envelope.envelope_id);
        socket?.off('close', again);
      };
      /** A connection that broke before it answered had not handed the envelope on. */
      const again = () => {
        clearTimeout(timer);
        (this.#sockets.length ? Promise.resolve() : this.#connection()).then(hand, fail);
      };
      const fail = (error: NoAnswer) => {
        done();
        reject(error);
      };
      const hand = () => {
        socket = this.#sockets[this.#turn++ % this.#sockets.length];
        socket?.once('close', again);
        socket?.send(JSON.stringify(envelope));
        timer = setTimeout(() => fail(new NoAnswer('operation_timeout')), PATIENCE).unref();
      };
      this.#waiting.set(envelope.envelope_id, (payload) => {
        done();
        resolve(payload);
      });
      hand();
    });
  }

  #acknowledge(data: RawData): void {
    const answer = acknowledgement.safeParse(parseJson(data.toString()));
    if (!answer.success) return;
    const { envelope_id, payload } = answer.data;
    this.#waiting.get(envelope_id)?.(payload);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
