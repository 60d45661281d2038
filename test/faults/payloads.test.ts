import { App } from '@slack/bolt';
import { expect, test, vi } from 'vitest';
import { drop, startLocalApp } from '../slack/local-app.ts';
import { dice, report, say, size } from './crew.ts';

const total = size('PAYLOADS', 400);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Payload = { [key: string]: Json };

/** Everywhere in a payload: what holds it, and under which key. */
function* spots(node: Json): Generator<{ holder: Payload | Json[]; key: string }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    yield { holder: node, key };
    yield* spots(value);
  }
}

const hostile: Json[] = [
  null,
  '',
  0,
  -1,
  1e300,
  true,
  [],
  {},
  [null],
  { length: -1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  '<!channel> <@U0WANGMIN> *x* `y` ~z~',
  '../../../../etc/passwd',
  '=HYPERLINK("http://127.0.0.1/","x")',
  'http://127.0.0.1:1/',
  '\u0000\u202e\ud800',
  '9'.repeat(400),
  '年'.repeat(100_000),
  '((((((((((((((((((((((((((((((a+)+)+)+)+)+)+$',
];

function mutate(payload: Payload, roll: () => number): Payload {
  const copy = structuredClone(payload);
  for (let changes = 1 + Math.floor(roll() * 3); changes > 0; changes--) {
    const all = [...spots(copy)];
    const { holder, key } = all[Math.floor(roll() * all.length)]!;
    const other = all[Math.floor(roll() * all.length)]!;
    const chance = roll();
    const set = (value: Json) => Object.assign(holder, { [key]: value });
    const now = (holder as Payload)[key]!;
    if (chance < 0.25) {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    } else if (chance < 0.7) set(structuredClone(hostile[Math.floor(roll() * hostile.length)]!));
    else if (chance < 0.85) set(structuredClone((other.holder as Payload)[other.key] ?? null));
    else if (typeof now === 'string')
      set(now.slice(0, Math.floor(roll() * now.length)) + String.fromCharCode(roll() * 65536));
    else set([now, now]);
  }
  return copy;
}

/** Megabytes of the heap that are still needed. */
function held(): number {
  globalThis.gc?.();
  return Math.round(globalThis.process.memoryUsage().heapUsed / 2 ** 20);
}

test(`${total} mutated payloads: none brings the app down, none is left hanging`, async () => {
  const seeds = new Map<string, Payload>();
  let app: App | undefined;
  const process = App.prototype.processEvent;
  let listening = true;
  // No spy: it would hold on to every payload there ever was.
  App.prototype.processEvent = function (this: App, event) {
    app = this;
    if (!listening) return process.call(this, event);
    const body = event.body as Payload;
    const action = (body.actions as Payload[] | undefined)?.[0]?.action_id;
    const kind = [body.type ?? 'command', (body.event as Payload)?.type, action, (body.view as Payload)?.callback_id];
    seeds.set(kind.join(' '), structuredClone(body));
    return process.call(this, event);
  };
  const local = await startLocalApp({ remembers: 100 });
  const { hands, desk } = local;
  // Slack's limits are for Slack: here nobody waits for his turn.
  const go = <T>(send: () => Promise<T>) => send();
  Object.assign(desk.queues, {
    post: (_: string, send: () => Promise<unknown>) => send(),
    edit: (_: string, send: () => Promise<void>) => send(),
  });
  Object.assign(desk.queues, { react: go, unreact: go, files: go, read: go });

  const { answers, channel, ts } = await drop(local, [report(3)]);
  const issues = answers.at(-1)!;
  await hands.command({ as: '王敏', channel, text: '/govinfo 处罚 2007' });
  hands.say({ as: '王敏', channel, text: '<@U0GOVINFO> 处罚 2007', thread_ts: ts });
  hands.say({ as: '王敏', channel: '@govinfo', text: '处罚 2007' });
  await hands.openHome({ as: '王敏' });
  const use = async (at: { ts: string; channel: string }, action_id: string) => {
    await hands.click({ as: '李雷', channel: at.channel, ts: at.ts, action_id });
  };
  for (const action of ['report.tables', 'report.text', 'report.source', 'report.correct'])
    await use(answers[0]!, action).catch(() => undefined);
  for (const action of ['issue.ignore', 'issue.correct', 'issue.source', 'issue.confirm', 'issue.undo'])
    await use(issues, action).catch(() => undefined);
  await hands.shortcut({ as: 'Alex', callback_id: 'open_query' });
  await hands.waitForModal('Alex');
  await hands.submit({ as: 'Alex' });
  await hands.shortcut({ as: '王敏', callback_id: 'check_report', channel, ts });
  await hands.waitForMessage(({ text }) => text.includes('处罚'));
  listening = false;

  const roll = dice(total);
  const kinds = [...seeds.values()];
  const rejected = new Map<string, number>();
  const heap = [held()];
  let acknowledged = 0;
  for (let n = 0; n < total; n += 20) {
    if (n && n % 1000 === 0) heap.push(held());
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const seed = kinds[Math.floor(roll() * kinds.length)]!;
        const body = mutate('trigger_id' in seed ? { ...seed, trigger_id: hands.trigger('李雷') } : seed, roll);
        const ack = async () => {
          acknowledged++;
        };
        await app!.processEvent({ body, ack }).catch((error: Error) => {
          rejected.set(`${error.name}: ${error.message.slice(0, 120)}`, (rejected.get(error.name) ?? 0) + 1);
        });
      }),
    );
  }
  await vi.waitFor(() => expect(local.app.intake.waiting).toBe(0), { timeout: 60_000, interval: 200 });
  const incidents = (await desk.metrics.incidents.get()).values[0]?.value ?? 0;
  const refused = hands.log.filter(
    ({ kind, ok, detail }) => kind === 'call' && !ok && /invalid_(blocks|arg)/.test(detail),
  );
  heap.push(held());
  say('payloads', {
    payloads: total,
    kinds: kinds.length,
    acknowledged,
    rejected: [...rejected.values()].reduce((sum, n) => sum + n, 0),
    'unexpected errors told with a number': incidents,
    'messages of ours refused lately': refused.length,
    'heap after collection, MB': heap.join('/'),
    'resident memory MB': Math.round(globalThis.process.memoryUsage().rss / 2 ** 20),
  });
  for (const [what, count] of rejected) console.log(count, what);
  for (const { name, detail } of refused.slice(0, 5)) console.log(name, detail.slice(0, 300));
  // The first thousand fill caches; what comes after leaves nothing behind.
  expect(heap.at(-1)! - heap.at(heap.length > 2 ? 1 : 0)!).toBeLessThan(50);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((await drop(local, [report(4)])).answers.length).toBeGreaterThan(0);
  await local.stop();
}, 600_000);
