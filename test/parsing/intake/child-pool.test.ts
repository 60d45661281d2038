import { expect, test } from 'vitest';
import { childPool } from '../../../src/parsing/intake/child-pool.ts';

const module = new URL('children/obedient.mjs', import.meta.url);
const pool = (limits = {}) => {
  const { run } = childPool({ module, size: 2, ...limits });
  return (what: string) => run({ what }) as Promise<{ pid: number; env: string[] }>;
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('at most two children, kept for the next job, and none of ours', async () => {
  const run = pool();
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(run));
  const pids = new Set(answers.map(({ pid }) => pid));
  expect(pids.size).toBeLessThanOrEqual(2);
  expect(pids).not.toContain(process.pid);
});

test('a child sees no setting of ours', async () => {
  process.env.SLACK_BOT_TOKEN = 'xoxb-secret';
  const { env } = await pool()('a');
  delete process.env.SLACK_BOT_TOKEN;
  expect(env).not.toContain('SLACK_BOT_TOKEN');
});

test('a job without end is stopped, the next one is done by another child', async () => {
  const run = pool({ size: 1, milliseconds: 1000 });
  const { pid } = await run('a');
  const [stuck, after] = await Promise.allSettled([run('loop'), run('b')]);
  expect(stuck).toMatchObject({ reason: { code: 'E-TIME-LIMIT', words: { zh: expect.stringContaining('1 秒') } } });
  expect(after).toMatchObject({ value: { pid: expect.not.toSatisfy((other: number) => other === pid) } });
  expect(isAlive(pid)).toBe(false);
});

test('a job that takes too much memory is stopped', async () => {
  const run = pool({ residentBytes: 300 * 1024 * 1024 });
  await expect(run('hoard')).rejects.toMatchObject({
    code: 'E-MEMORY-LIMIT',
    words: { en: expect.stringContaining('300 MB') },
  });
});

test('a child that dies by itself', async () => {
  const run = pool();
  await expect(run('exit')).rejects.toMatchObject({ code: 'E-READER-STOPPED' });
  expect(await run('a')).toHaveProperty('pid');
});
