import type { ServerResponse } from 'node:http';
import type { Workspace } from './workspace.ts';

/** Server-sent events: every change that concerns this person, as JSON; a comment every 20 s keeps the line open. */
export function openStream(ws: Workspace, user: string, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(': open\n\n');
  const stop = ws.feed.listen((change, to) => {
    if (to === 'everybody' || to.includes(user)) response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const pulse = setInterval(() => response.write(': still here\n\n'), 20_000);
  pulse.unref();
  response.on('close', () => {
    stop();
    clearInterval(pulse);
  });
}
