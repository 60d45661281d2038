import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { report, settled, startCrew } from '../faults/crew.ts';

test('whatever goes wrong, the log holds no token, no words of people and no address of a file', async () => {
  let log = '';
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-secrecy-'));
  const crew = await startCrew(folder, { GOVINFO_LOG: 'debug' }, (words) => {
    log += words;
  });
  await once(await crew.recruit(), 'message');
  const { hands, workspace } = crew;
  const channel = '#年报';
  hands.setFault('chat.postMessage', { status: 500 });
  hands.setFault('chat.postMessage', { lost: 'after' });
  hands.setFault('chat.postMessage', { error: 'fatal_error' });
  hands.setFault('reactions.add', { error: 'invalid_name' });
  hands.setFault('reactions.add', { status: 503 });
  hands.setFault('users.info', { status: 500 });
  hands.setFault('views.open', { error: 'expired_trigger_id' });
  const upload = hands.upload({ as: '王敏', channel, files: [report(1)], text: '绝密的话其一' });
  await settled(crew, [upload]);
  hands.say({ as: '李雷', channel, text: '<@U0GOVINFO> 绝密的话其二', thread_ts: upload.ts });
  hands.say({ as: '李雷', channel, text: '#1 绝密的话其三', thread_ts: upload.ts });
  await hands.command({ as: '王敏', channel, text: '/govinfo 绝密的话其四' });
  await hands.waitForMessage(({ to }) => to !== undefined, 60_000);
  await hands.shortcut({ as: '王敏', callback_id: 'open_query' });
  await hands.waitFor(() => hands.calls.some(({ method }) => method === 'views.open'), 60_000);
  const gone = [...crew.alive].map((child) => once(child, 'exit'));
  for (const child of crew.alive) child.kill('SIGTERM');
  await Promise.all(gone);

  expect(log).toMatch(/fatal_error|500/);
  for (const secret of ['绝密', workspace.botToken, workspace.appToken, 'xoxb-', 'xapp-', '/files-pri/', 'Bearer'])
    expect(log, `${secret} in the log`).not.toContain(secret);
}, 120_000);
