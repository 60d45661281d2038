import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { AppLink } from '../../src/workspace/app-link.ts';

/** An app's end of a connection: what it heard, and its answers. */
class Connection extends EventEmitter {
  readonly heard: { envelope_id: string; payload: unknown }[] = [];
  send(text: string): void {
    const envelope = JSON.parse(text) as { type: string; envelope_id: string; payload: unknown };
    if (envelope.type !== 'hello') this.heard.push(envelope);
  }
  answer(payload: unknown): void {
    this.emit('message', Buffer.from(JSON.stringify({ envelope_id: this.heard.at(-1)?.envelope_id, payload })));
  }
  break(): void {
    this.emit('close');
  }
}

const connect = (link: AppLink) => {
  const connection = new Connection();
  link.accept(connection as unknown as WebSocket);
  return connection;
};

test('a click whose connection breaks before the answer goes over the next one', async () => {
  const link = new AppLink();
  const first = connect(link);
  const second = connect(link);
  const asked = link.ask('interactive', 'click');
  first.break();
  await Promise.resolve();
  expect(second.heard.map(({ payload }) => payload)).toEqual(['click']);
  second.answer({ ok: true });
  expect(await asked).toEqual({ ok: true });
});

test('a click that was answered stays with the connection that answered', async () => {
  const link = new AppLink();
  const first = connect(link);
  const second = connect(link);
  const asked = link.ask('interactive', 'click');
  first.answer('done');
  expect(await asked).toBe('done');
  first.break();
  await Promise.resolve();
  expect(second.heard).toEqual([]);
});
