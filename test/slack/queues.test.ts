import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createQueues } from '../../src/slack/queues.ts';

const swift = { post: 0, edit: 5 };

test('posts of one channel keep their order across a 429, and another channel does not wait', async () => {
  const queues = createQueues(swift);
  const sent: string[] = [];
  let refusals = 2;
  const send = (name: string) => async () => {
    if (name === 'a1' && refusals-- > 0) throw new WebAPIRateLimitedError(0.1);
    sent.push(name);
  };
  await Promise.all([
    queues.post('A', send('a1')),
    queues.post('A', send('a2')),
    queues.post('A', send('a3')),
    queues.post('B', send('b1')),
  ]);
  expect(sent).toEqual(['b1', 'a1', 'a2', 'a3']);
  await queues.drain();
});

test('a post that keeps failing for another reason fails once and lets the next one through', async () => {
  const queues = createQueues(swift);
  let tries = 0;
  const failing = queues.post('A', async () => {
    tries++;
    throw new Error('no such channel');
  });
  const next = queues.post('A', async () => 'sent');
  await expect(failing).rejects.toThrow('no such channel');
  await expect(next).resolves.toBe('sent');
  expect(tries).toBe(1);
});

test('of the edits that wait for one message only the newest is sent', async () => {
  const queues = createQueues(swift);
  const sent: number[] = [];
  await Promise.all([1, 2, 3, 4, 5].map((state) => queues.edit('m', async () => void sent.push(state))));
  await queues.edit('m', async () => void sent.push(6));
  expect(sent).toEqual([5, 6]);
});

test('leaving drops edits and signs that wait; draining then lets what waits be said, and takes nothing new', async () => {
  const queues = createQueues({ post: 0, edit: 60_000 });
  const sent: string[] = [];
  const waiting = [1, 2, 3].map((n) => queues.post('A', async () => void sent.push(`post ${n}`)));
  await queues.edit('m', async () => void sent.push('edit 1'));
  const edit = queues.edit('m', async () => void sent.push('edit 2'));
  const given = expect(edit).rejects.toThrow();
  queues.leave();
  await given;
  await queues.drain();
  await Promise.all(waiting);
  expect(sent.toSorted()).toEqual(['edit 1', 'post 1', 'post 2', 'post 3']);
  expect(queues.depth()).toBe(0);
  await expect(queues.post('A', async () => undefined)).rejects.toThrow();
});
