import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { present } from '../store/backends.ts';
import { dice, repliesTo, report, say, settled, signsOf, size, startCrew } from './crew.ts';

const rounds = size('ROUNDS', 5);

describe.each(present)('on %s', (name, open) => {
  test(
    `killed ${rounds} times at any moment between upload and reply: nothing lost, nothing said twice`,
    async () => {
      const place = await open();
      const crew = await startCrew(place.url);
      const roll = dice(rounds + name.length);
      const drops: { channel: string; ts: string; files: number }[] = [];
      let files = 0;
      const drop = () => {
        const count = roll() < 0.6 ? 1 : roll() < 0.6 ? 2 : 3;
        const as = ['王敏', '李雷', 'Alex'][Math.floor(roll() * 3)]!;
        const sent = Array.from({ length: count }, () => report(files++));
        drops.push({
          ...crew.hands.upload({ as, channel: roll() < 0.7 ? '#年报' : '#测试', files: sent }),
          files: count,
        });
      };
      for (let round = 0; round < rounds; round++) {
        const child = await crew.recruit();
        const ready = once(child, 'message');
        // What was left by those killed is caught up with now and then, or all would wait for the end.
        if (round % 10 === 9) await settled(crew, drops);
        // Now and then already while it starts; mostly some calls to Slack after a file was dropped.
        const gone = once(child, 'exit');
        if (roll() < 0.1) {
          drop();
          await pause(roll() * 700);
        } else {
          await ready;
          drop();
          const calls = crew.hands.calls.length + Math.floor(roll() * 12);
          if (roll() < 0.2) await pause(roll() * 60);
          else await crew.hands.waitFor(() => crew.hands.calls.length > calls, 5000).catch(() => undefined);
          if (roll() < 0.3) await pause(roll() * 30);
        }
        child.kill('SIGKILL');
        await gone;
      }
      await crew.recruit();
      const key = ({ channel, ts }: { channel: string; ts: string }) => `${channel}/${ts}`;
      const lost = await settled(crew, drops);
      const replies = drops.map((at) => ({ at, ...repliesTo(crew, at) }));
      const doubles = replies.reduce((sum, { doubles }) => sum + doubles, 0);
      const wrong = replies.filter(({ at, summaries }) => summaries.length !== at.files);
      // A report whose place another version has taken leaves nothing to check.
      const signed = (signs: readonly string[]) => signs.includes('warning') || signs.includes('white_check_mark');
      const unsigned = () => drops.filter((at) => !signed(signsOf(crew, at)));
      // Slack takes 45 signs a minute.
      for (let waited = 0; unsigned().length && waited < 60 + rounds * 2; waited++) await pause(1000);
      say(`kill -9 on ${name}`, {
        rounds,
        uploads: drops.length,
        files,
        lost: lost.length,
        doubles,
        'without exactly one summary a file': wrong.length,
        'without their sign': unsigned().length,
      });
      for (const { at, ours } of wrong)
        console.log(
          at.channel,
          at.ts,
          at.files,
          ours.map(({ text }) => text.slice(0, 60)),
        );
      await crew.stop();
      await place.remove();
      expect(lost).toEqual([]);
      expect(doubles).toBe(0);
      expect(wrong.map(({ at }) => key(at))).toEqual([]);
      expect(unsigned().map(key)).toEqual([]);
      expect(crew.unhandled).toEqual([]);
    },
    60_000 + rounds * 10_000,
  );
});
