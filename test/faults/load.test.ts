import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/workspace/faults.ts';
import { ask, dice, repliesTo, report, say, settled, size, startCrew } from './crew.ts';

const total = size('LOAD_FILES', 60);
const MB = 1024 * 1024;

/** Ten places in which one person drops files. */
const streams = [
  ...['王敏', '李雷', 'Alex', '韩梅'].map((as) => ({ as, channel: '#年报' })),
  ...['王敏', '李雷', 'Alex'].map((as) => ({ as, channel: '#测试' })),
  ...['王敏', '李雷'].map((as) => ({ as, channel: '#核对组' })),
  { as: 'Alex', channel: '@govinfo' },
];
const methods = ['chat.postMessage', 'chat.update', 'reactions.add', 'conversations.replies'];
const kinds: Fault[] = [
  { retryAfter: 1 },
  { status: 500 },
  { delay: 300 },
  { delay: 3000 },
  { delay: 13_000 },
  { lost: 'before' },
  { lost: 'after' },
  { lost: 'halfway' },
  { status: 500, done: true },
  { status: 504, done: true },
];

const at = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
};

test(
  `${total} files from ten places at once while Slack answers 429, 500, late and not at all`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govinfo-load-'));
    const crew = await startCrew(folder, { POST_PACE: '50', EDIT_PACE: '1000', LEASE: '10000' });
    const child = await crew.recruit();
    await once(child, 'message');
    const roll = dice(total);
    const { hands } = crew;

    const drops: { channel: string; ts: string; files: string[] }[] = [];
    let n = 0;
    const warm = hands.upload({ as: '王敏', channel: '#年报', files: [report(n++)] });
    await settled(crew, [warm]);
    const { heap } = await ask(child, 'what do you keep?');
    const memory = [(await ask(child)).memory];

    const each = Math.ceil(total / streams.length);
    for (let begun = 0; begun < each; begun += 10)
      for (const { as, channel } of streams) {
        const files = Array.from({ length: Math.min(10, each - begun) }, () => report(n++));
        drops.push({ ...hands.upload({ as, channel, files }), files: files.map(({ name }) => name) });
      }

    let running = true;
    let faults = 0;
    // One call in eight goes wrong, whatever it is.
    const trouble = async () => {
      for (let seen = hands.calls.length; running; await pause(20)) {
        if (hands.calls.length < seen + 8) continue;
        seen = hands.calls.length;
        faults++;
        const method = methods[Math.floor(roll() * methods.length)]!;
        hands.setFault(method, kinds[Math.floor(roll() * kinds.length)]!);
      }
    };
    const acks: number[] = [];
    const answers: number[] = [];
    const modals: number[] = [];
    let tooLate = 0;
    const inTime = async (deed: () => Promise<void>) => {
      await deed().catch(() => {
        tooLate++;
      });
    };
    const people = async () => {
      for (let turn = 0; running; turn++) {
        const began = performance.now();
        const before = hands.whispers('王敏').length;
        await inTime(async () => {
          await hands.command({ as: '王敏', channel: '#测试', text: `/govinfo 处罚 ${2004 + (turn % 20)}` });
          acks.push(performance.now() - began);
          await hands.waitFor(() => hands.whispers('王敏').length > before, 10_000, 'an answer');
          answers.push(performance.now() - began);
        });
        const asked = performance.now();
        await inTime(async () => {
          await hands.shortcut({ as: '李雷', callback_id: 'open_query' });
          await hands.waitForModal('李雷');
          modals.push(performance.now() - asked);
          await hands.closeView({ as: '李雷' });
        });
        if (turn % 5 === 0) memory.push((await ask(child)).memory);
        await pause(500);
      }
    };
    const watched = Promise.all([trouble(), people()]);
    const lost = await settled(crew, drops, 60 + total * 3);
    running = false;
    await watched;
    // What was posted again for want of an answer is taken back, should the first arrive after all.
    const doubled = () => drops.reduce((sum, drop) => sum + repliesTo(crew, drop).doubles, 0);
    await pause(14_000);
    for (let waited = 0; doubled() && waited < 60; waited++) await pause(1000);
    memory.push((await ask(child)).memory);
    const end = await ask(child, 'what do you keep?');
    const kept = end.heap - heap;

    const { found } = await crew.progress();
    const replies = drops.map((drop) => ({ drop, ...repliesTo(crew, drop) }));
    const doubles = replies.reduce((sum, { doubles }) => sum + doubles, 0);
    const outcomes = drops.map(({ channel, ts }) => Object.values(found.get(`${channel}/${ts}`)?.files ?? {}));
    const results: Record<string, number> = {};
    for (const { outcome } of outcomes.flat())
      results[outcome?.result ?? 'none'] = (results[outcome?.result ?? 'none'] ?? 0) + 1;
    const disordered = replies.filter(({ drop, summaries }) => {
      const places = summaries.map(({ text }) => drop.files.findIndex((name) => names(text, name)));
      return places.some((place, i) => place < (places[i - 1] ?? -1));
    });
    say('load', {
      files: n - 1,
      uploads: drops.length,
      faults,
      lost: lost.length,
      doubles,
      outcomes: JSON.stringify(results),
      'out of order': disordered.length,
      commands: acks.length,
      'commands and windows too late': tooLate,
      'ack p50/p99 ms': `${at(acks, 0.5)}/${at(acks, 0.99)}`,
      'answer p50/p99 ms': `${at(answers, 0.5)}/${at(answers, 0.99)}`,
      'modal p50/p99 ms': `${at(modals, 0.5)}/${at(modals, 0.99)}`,
      'memory start/most/end MB': [memory[0]!, Math.max(...memory), end.memory]
        .map((b) => Math.round(b / MB))
        .join('/'),
      'more kept MB': (kept / MB).toFixed(1),
    });
    for (const { drop, ours, doubles } of replies)
      if (doubles)
        console.log(drop.channel, drop.ts, ours.map(({ ts, text }) => `${ts} ${text.slice(0, 40)}`).join('\n'));
    await crew.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(lost).toEqual([]);
    expect(doubles).toBe(0);
    expect(outcomes.map((files) => files.length)).toEqual(drops.map(({ files }) => files.length));
    expect(Object.keys(results).filter((name) => name === 'none' || name === 'failed')).toEqual([]);
    expect(disordered.map(({ drop }) => drop.ts)).toEqual([]);
    expect(crew.unhandled).toEqual([]);
    expect(tooLate).toBe(0);
    expect(at(acks, 0.99)).toBeLessThan(3000);
    expect(at(modals, 0.99)).toBeLessThan(3000);
    // Flat: what is kept grows by less than the reports' own rows and compiled code, the whole by less than a half.
    expect(kept).toBeLessThan(30 * MB);
    expect(end.memory).toBeLessThan(memory[0]! * 1.5);
  },
  180_000 + total * 4000,
);

/** Whether a summary is of the report in the file of this name: `红旗区教育局2004-0.txt`. */
function names(text: string, name: string): boolean {
  const [, bureau, year] = /^(.+?)(\d{4})-\d+\.txt$/.exec(name) ?? [];
  return text.includes(`${bureau} · ${year} 年度`);
}
