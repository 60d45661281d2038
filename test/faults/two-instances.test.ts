import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { present } from '../store/backends.ts';
import { dice, repliesTo, report, say, settled, size, startCrew } from './crew.ts';

const uploads = size('INSTANCE_UPLOADS', 8);

describe.each(present)('on %s', (name, open) => {
  test(
    `two instances, every event twice or more, one of them killed: ${uploads} uploads, one thread of replies each`,
    async () => {
      const place = await open();
      const crew = await startCrew(place.url, { LEASE: '4000' });
      const roll = dice(uploads);
      const recruit = async () => {
        const child = await crew.recruit();
        await once(child, 'message');
        return child;
      };
      let [first] = [await recruit(), await recruit()];
      const drops: { channel: string; ts: string; files: number }[] = [];
      let [redelivered, kills, files] = [0, 0, 0];
      for (let n = 0; n < uploads; n++) {
        const known = crew.hands.events().length;
        const sent = Array.from({ length: 1 + (n % 2) }, () => report(files++));
        drops.push({ ...crew.hands.upload({ as: '王敏', channel: '#年报', files: sent }), files: sent.length });
        for (const [id] of crew.hands.events().slice(known))
          for (let again = 0; again < 1 + Math.floor(roll() * 3); again++) {
            redelivered++;
            void crew.hands.redeliver(id);
          }
        await pause(roll() * 150);
        if (roll() < 0.1) for (const [id] of crew.hands.events().slice(-20)) void crew.hands.redeliver(id);
        if (n % 10 === 9) {
          kills++;
          first.kill('SIGKILL');
          first = await recruit();
        }
      }
      const lost = await settled(crew, drops);
      const replies = drops.map((at) => ({ at, ...repliesTo(crew, at) }));
      const doubles = replies.reduce((sum, { doubles }) => sum + doubles, 0);
      const wrong = replies.filter(({ at, summaries }) => summaries.length !== at.files);
      say(`two instances on ${name}`, {
        uploads,
        files,
        'events sent again': redelivered,
        kills,
        lost: lost.length,
        doubles,
        'without exactly one summary a file': wrong.length,
      });
      await crew.stop();
      await place.remove();
      expect(lost).toEqual([]);
      expect(doubles).toBe(0);
      expect(wrong).toEqual([]);
      expect(crew.unhandled).toEqual([]);
    },
    120_000 + uploads * 3000,
  );
});
