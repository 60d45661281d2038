import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Gauge } from 'prom-client';

interface SocketOptions {
  appToken: string;
  slackApiUrl: string | undefined;
  logger: Logger;
  /** Follows how many of them are open. */
  gauge: Gauge;
}

/**
 * Two sockets to Slack: each is renewed every few hours and is away for seconds then, in which clicks and commands
 * would be lost with one alone. They come back for ever, at most 15 seconds after Slack does.
 */
export function openSockets({ appToken, slackApiUrl, logger, gauge }: SocketOptions) {
  const open = new Set<SocketModeReceiver>();
  const socket = () => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      clientPingTimeout: 5000,
      installerOptions: {
        clientOptions: {
          ...(slackApiUrl && { slackApiUrl }),
          retryConfig: { forever: true, minTimeout: 1000, maxTimeout: 15_000 },
        },
      },
    });
    const follow = (event: string, isOpen: boolean) =>
      receiver.client.on(event, () => {
        if (isOpen) open.add(receiver);
        else open.delete(receiver);
        gauge.set(open.size);
      });
    follow('connected', true);
    follow('reconnecting', false);
    follow('disconnected', false);
    return receiver;
  };
  return { first: socket(), second: socket() };
}
