import { createHmac } from 'node:crypto';
import { signingSecret } from './emulate-peer.ts';

/** Sends what Slack would send, signed at that time; an object as JSON, a form as a form. */
export function sendSigned(
  url: string,
  content: Record<string, unknown> | URLSearchParams,
  at = Date.now(),
): Promise<Response> {
  const isForm = content instanceof URLSearchParams;
  const body = isForm ? content.toString() : JSON.stringify(content);
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
}
