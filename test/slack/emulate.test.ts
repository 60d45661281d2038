import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import yazl from 'yazl';
import { runChecks } from '../../src/checks/run-checks.ts';
import { answer } from '../../src/commands/answer.ts';
import { type Connected, connect } from '../../src/slack/connect.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { createLog } from '../../src/slack/log.ts';
import { openDesk } from '../../src/slack/open-desk.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { everyMessage } from '../views/every-message.ts';
import { botToken, freePort, signingSecret, startEmulate } from './emulate-peer.ts';
import { finished as signed } from './local-app.ts';
import { sendSigned } from './signed-request.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../samples', name));
const clean = () => sample('红旗区卫生健康委员会2022.txt');
/** A report that none has dropped yet: the same figures under another year. */
const reportOf = (year: number, change: (text: string) => string = (text) => text) =>
  Buffer.from(change(clean().toString().replaceAll('2022', String(year))));

let slack: Awaited<ReturnType<typeof startEmulate>>;
let desk: Desk;
let app: Connected;
let eventsUrl: string;
let port: number;
let store: Store;

beforeAll(async () => {
  port = await freePort();
  eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  slack = await startEmulate(eventsUrl);
  store = await openStore('memory:', { recheck: runChecks });
  await startApp();
});

async function startApp() {
  desk = await openDesk({
    token: botToken,
    config: { slackApiUrl: slack.slackApiUrl, sharedChannels: [] },
    store,
    answer,
    log: createLog(process.env.GOVINFO_LOG ?? 'silent'),
    pace: { post: 0, edit: 0 },
  });
  app = await connect(desk, { kind: 'http', botToken, signingSecret, port });
}

afterAll(async () => {
  await app?.stop();
  await store?.close();
  await slack?.close();
});

/**
 * Uploads a file as a person (its name in ASCII: emulate answers 500 when a file with another name is downloaded) and
 * returns its thread once all of it has been answered.
 */
async function drop(name: string, bytes: Buffer) {
  const { channel, person } = slack;
  const already = await timestamps();
  await person.filesUploadV2({ channel_id: channel, filename: name, file: bytes });
  const ts = (await timestamps()).find((stamp) => !already.includes(stamp))!;
  return finished(ts);
}

async function timestamps(): Promise<string[]> {
  const { messages } = await slack.person.conversations.history({ channel: slack.channel, limit: 200 });
  return messages!.filter(({ files }) => files?.length).map(({ ts }) => ts!);
}

/** The thread of an upload when the app has done with it. */
async function finished(ts: string) {
  const { channel, person } = slack;
  await signed(desk, { channel, ts });
  const { messages } = await person.conversations.replies({ channel, ts, limit: 200 });
  const [message, ...answers] = messages!;
  return { ts, signs: message!.reactions?.map(({ name }) => name), answers };
}

const filed = async () => {
  const bureaus = await desk.store.reports.bureaus();
  return bureaus.flatMap(({ years }) => years).sort();
};

describe('a report dropped by a person', () => {
  test('is answered in its thread, with no more scopes than the manifest asks for', async () => {
    const { answers, signs } = await drop('report.txt', clean());
    expect(answers[0]!.text).toContain('红旗区卫生健康委员会 · 2022 年度');
    expect(signs).toContain('eyes');
    expect(signs!.length).toBe(2);
    expect(await filed()).toContain(2022);
  });

  test('is answered once, however often Slack sends its event', async () => {
    const { ts } = await drop('report.txt', reportOf(2023));
    const { messages } = await slack.person.conversations.replies({ channel: slack.channel, ts });
    const [message, ...answers] = messages!;
    const event = { ...message, type: 'message', subtype: 'file_share', channel: slack.channel };
    for (const event_id of ['Ev1', 'Ev1', 'Ev2'])
      await sendSigned(eventsUrl, { type: 'event_callback', team_id: desk.self.team, event_id, event });
    const again = await drop('second.txt', reportOf(2024));
    expect(again.answers.length).toBeGreaterThan(0);
    expect((await finished(ts)).answers.length).toBe(answers.length);
  });

  test('with the bytes of an earlier one is answered with a link to it, and not filed again', async () => {
    const before = await filed();
    const { answers } = await drop('same.txt', clean());
    expect(answers.map(({ text }) => text)).toEqual([expect.stringContaining('未重复入库')]);
    expect(await filed()).toEqual(before);
  });

  test('cannot call anybody with what stands in it', async () => {
    const title = '<!channel><@U0ADMIN> 红旗区卫生健康委员会2025年政府信息公开工作年度报告';
    const { answers } = await drop(
      'hostile.txt',
      reportOf(2025, (text) => text.replace(/^.*年度报告/, title)),
    );
    expect(answers.length).toBeGreaterThan(0);
    expect(JSON.stringify(answers.map(({ text, blocks }) => ({ text, blocks })))).not.toMatch(/<[!@]/);
  });

  test('in an archive with another is answered like the other', async () => {
    const zip = new yazl.ZipFile();
    for (const year of [2015, 2016]) zip.addBuffer(reportOf(year), `${year}.txt`);
    zip.end();
    const bytes: Buffer[] = [];
    for await (const part of zip.outputStream) bytes.push(Buffer.from(part));
    const { answers } = await drop('reports.zip', Buffer.concat(bytes));
    const text = answers.map((answer) => answer.text).join('\n');
    expect(text).toContain('2015 年度');
    expect(text).toContain('2016 年度');
  });
});

test('many files at once are answered with one table, and by themselves only where there is something to check', async () => {
  const { channel, person } = slack;
  const before = await timestamps();
  const years = [2011, 2012, 2013, 2014];
  const file_uploads = [
    ...years.map((year) => ({ file: reportOf(year), filename: `${year}.txt` })),
    { file: Buffer.from('%PDF-1.7\nnot really'), filename: 'broken.pdf' },
  ];
  await person.filesUploadV2({ channel_id: channel, file_uploads });
  const ts = (await timestamps()).find((stamp) => !before.includes(stamp))!;
  const { signs } = await finished(ts);
  expect(signs).toEqual(['eyes', 'x']);
  await vi.waitFor(async () => {
    const { messages } = await person.conversations.replies({ channel, ts });
    const answers = messages!.slice(1).map(({ text }) => text!);
    expect(answers.filter((text) => text.includes('无法读取')).length).toBe(1);
    const board = answers.find((text) => text.includes('5 份年报处理完毕'))!;
    for (const year of years) expect(board).toContain(String(year));
  });
});

describe('what is no readable report', () => {
  test('gets no answer and no sign where it does not claim to be one', async () => {
    const { answers, signs } = await drop('notice.txt', Buffer.from('关于召开例会的通知\n请各科室准时参加。\n'));
    expect(answers).toEqual([]);
    expect(signs ?? []).toEqual([]);
  });

  test('gets one sentence with a code where it should be one, and nothing is kept', async () => {
    const before = await filed();
    const { answers, signs } = await drop('broken.pdf', Buffer.from('%PDF-1.7\nnot really'));
    expect(answers.length).toBe(1);
    expect(answers[0]!.text).toMatch(/无法读取“broken\.pdf”.*E-[A-Z-]+/s);
    expect(signs).toEqual(['eyes', 'x']);
    expect(await filed()).toEqual(before);
  });

  test('is not even fetched where it has 100 MB', async () => {
    const { ts } = await slack.person.chat.postMessage({ channel: slack.channel, text: '大文件' });
    const file = {
      id: 'F1',
      name: 'huge.pdf',
      mimetype: 'application/pdf',
      size: 100 * 1024 * 1024,
      url_private: eventsUrl,
    };
    const event = { type: 'message', subtype: 'file_share', channel: slack.channel, ts, user: 'U1', files: [file] };
    await sendSigned(eventsUrl, { type: 'event_callback', team_id: desk.self.team, event_id: 'Ev9', event });
    expect((await finished(ts!)).answers.map(({ text }) => text)).toEqual([expect.stringContaining('100 MB')]);
  });

  test('is never fetched from a host that is not Slack’s', async () => {
    const { ts } = await slack.person.chat.postMessage({ channel: slack.channel, text: '外链' });
    let asked = 0;
    const stranger = createServer((_, response) => {
      asked++;
      response.end('%PDF');
    });
    const port = await freePort();
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    const file = {
      id: 'F2',
      name: 'x.pdf',
      mimetype: 'application/pdf',
      url_private: `http://127.0.0.1:${port}/x.pdf`,
    };
    const event = { type: 'message', subtype: 'file_share', channel: slack.channel, ts, user: 'U1', files: [file] };
    await sendSigned(eventsUrl, { type: 'event_callback', team_id: desk.self.team, event_id: 'Ev10', event });
    expect((await finished(ts!)).answers.map(({ text }) => text)).toEqual([
      expect.stringContaining('E-FILE-UNAVAILABLE'),
    ]);
    expect(asked).toBe(0);
    stranger.close();
  });
});

describe('a question', () => {
  const command = (text: string, responseUrl: string) =>
    new URLSearchParams({
      command: '/govinfo',
      text,
      user_id: 'U1',
      channel_id: slack.channel,
      team_id: desk.self.team,
      trigger_id: 't',
      response_url: responseUrl,
    });

  test('by slash command is answered privately through its response address', async () => {
    const received: Record<string, unknown>[] = [];
    const port = await freePort();
    const responses = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      received.push(JSON.parse(Buffer.concat(parts).toString()));
      response.end('ok');
    });
    await new Promise<void>((resolve) => responses.listen(port, '127.0.0.1', resolve));
    const sent = await sendSigned(eventsUrl, command('红旗区卫生健康委员会　２０２２', `http://127.0.0.1:${port}/`));
    expect(sent.status).toBe(200);
    await vi.waitFor(() => expect(received.length).toBe(1));
    expect(received[0]).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('红旗区卫生健康委员会 · 2022 年度'),
    });
    responses.close();
  });

  test('caught on its way and sent again, as signed, is not answered again', async () => {
    const answered = vi.spyOn(desk, 'answer');
    const at = Date.now();
    const asked = command('帮助', `http://127.0.0.1:${await freePort()}/`);
    expect((await sendSigned(eventsUrl, asked, at)).status).toBe(200);
    expect((await sendSigned(eventsUrl, asked, at)).status).not.toBe(200);
    expect(answered).toHaveBeenCalledTimes(1);
    answered.mockRestore();
  });

  test('in a thread, by mention, is answered there for everybody', async () => {
    const { channel, person } = slack;
    const { ts } = await person.chat.postMessage({ channel, text: '讨论' });
    const event = {
      type: 'app_mention',
      channel,
      ts: '1.5',
      thread_ts: ts,
      user: 'U1',
      text: `<@${desk.self.botUser}> 处罚 2022`,
    };
    for (const event_id of ['Ev20', 'Ev20'])
      await sendSigned(eventsUrl, { type: 'event_callback', team_id: desk.self.team, event_id, event });
    await vi.waitFor(async () => {
      const { messages } = await person.conversations.replies({ channel, ts: ts! });
      expect(messages!.slice(1).map(({ text }) => text)).toEqual([expect.stringMatching(/2022.*行政处罚/)]);
    });
  });
});

test('a request that is not signed by Slack, or is too old, is refused', async () => {
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });
  const send = (timestamp: number, more: Record<string, string>) =>
    fetch(eventsUrl, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': String(timestamp), ...more },
    });
  const now = Math.floor(Date.now() / 1000);
  expect((await send(now, {})).status).toBe(401);
  expect((await send(now, { 'x-slack-signature': `v0=${'0'.repeat(64)}` })).status).toBe(401);
  const event = { type: 'event_callback', team_id: desk.self.team, event_id: 'Ev30', event: { type: 'message' } };
  expect((await sendSigned(eventsUrl, event, Date.now() - 400_000)).status).toBe(401);
  expect((await sendSigned(eventsUrl, event)).status).toBe(200);
});

test.each(['zh', 'en'] as const)(
  'every message about a report is taken and given back as it was (%s)',
  async (locale) => {
    const { channel, person } = slack;
    const { ts: thread_ts } = await person.chat.postMessage({ channel, text: '帖子' });
    for (const [name, { text, blocks, plain }] of Object.entries(everyMessage(locale)))
      for (const shape of plain ? [blocks, plain] : [blocks]) {
        const { ok, ts } = await desk.clients.post.chat.postMessage({
          channel,
          text,
          blocks: shape,
          thread_ts: thread_ts!,
        });
        expect([name, ok]).toEqual([name, true]);
        const edited = await desk.clients.post.chat.update({ channel, ts: ts!, text, blocks: shape });
        expect([name, edited.ok]).toEqual([name, true]);
        const { messages } = await person.conversations.replies({ channel, ts: thread_ts!, limit: 200 });
        const back = messages!.find((message) => message.ts === ts)!;
        expect([name, back.text, back.blocks]).toEqual([name, text, JSON.parse(JSON.stringify(shape))]);
      }
  },
);

describe('after a pause', () => {
  test('what was dropped meanwhile is found and answered, and nothing is answered again', async () => {
    const answersBefore = await allAnswers();
    await app.stop();
    await slack.person.filesUploadV2({ channel_id: slack.channel, filename: 'meanwhile.txt', file: reportOf(2010) });
    const [ts] = (await timestamps()).sort().slice(-1);
    await startApp();
    expect((await finished(ts!)).answers[0]!.text).toContain('2010 年度');
    const added = (await allAnswers()).filter((answer) => !answersBefore.includes(answer));
    expect(new Set(added.map((answer) => answer.split(' ')[0]))).toEqual(new Set([ts]));
  });
});

/** Every answer in every thread, with the thread it stands in. */
async function allAnswers(): Promise<string[]> {
  const { channel, person } = slack;
  const threads = await Promise.all(
    (await timestamps()).map(async (ts) => (await person.conversations.replies({ channel, ts, limit: 200 })).messages!),
  );
  return threads.flatMap(([message, ...answers]) => answers.map((answer) => `${message!.ts} ${answer.ts}`));
}
