import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { present } from '../store/backends.ts';
import { cable } from '../store/cable.ts';
import { repliesTo, report, say, settled, startCrew } from './crew.ts';

describe.each(present.filter(([name]) => name !== 'embedded'))('on %s', (name, open) => {
  test('the store goes away twice while files come in: nothing lost, nothing said twice', async () => {
    const place = await open();
    const line = await cable(place.url);
    const crew = await startCrew(line.url, { LEASE: '4000', SWEEP: '5000' });
    const child = await crew.recruit();
    await once(child, 'message');
    const drops: { channel: string; ts: string }[] = [];
    let files = 0;
    const drop = async (count: number) => {
      for (let n = 0; n < count; n++) {
        drops.push(crew.hands.upload({ as: '王敏', channel: '#年报', files: [report(files++)] }));
        await pause(150);
      }
    };
    await drop(4);
    for (let outage = 0; outage < 2; outage++) {
      line.cut();
      await drop(4);
      line.mend();
      await drop(2);
    }
    const lost = await settled(crew, drops);
    const replies = drops.map((at) => repliesTo(crew, at));
    const doubles = replies.reduce((sum, { doubles }) => sum + doubles, 0);
    const wrong = replies.filter(({ summaries }) => summaries.length !== 1);
    say(`outage of ${name}`, { uploads: drops.length, outages: 2, lost: lost.length, doubles, wrong: wrong.length });
    await crew.stop();
    await line.close();
    await place.remove();
    expect(lost).toEqual([]);
    expect(doubles).toBe(0);
    expect(wrong).toEqual([]);
    expect(crew.unhandled).toEqual([]);
  }, 240_000);
});
