import type { IncomingMessage } from 'node:http';
import type { App } from '@slack/bolt';
import type { Desk } from './desk.ts';

/** Longer than Slack's signatures are valid, on both sides of our clock; milliseconds. */
const valid = 15 * 60_000;

/** The signature of a request, for the listeners. */
export const signatureOf = ({ headers }: Pick<IncomingMessage, 'headers'>): { signature?: string } => {
  const signature = headers['x-slack-signature'];
  return typeof signature === 'string' ? { signature } : {};
};

/**
 * A signed request is good for five minutes: whoever has caught a command or a click could send it again in that time.
 * Slack itself sends those once, so each signature counts once. Events do come again; they are known by their upload.
 */
export function refuseReplays(app: App, desk: Pick<Desk, 'store' | 'log'>): void {
  app.use(async ({ body, context, next }) => {
    const { signature } = context;
    const isEvent = 'event' in body;
    if (isEvent || (typeof signature === 'string' && (await desk.store.claim(`signature ${signature}`, valid))))
      return await next();
    desk.log.warn({ kind: 'type' in body ? body.type : 'command' }, 'a signed request came again and was refused');
  });
}
