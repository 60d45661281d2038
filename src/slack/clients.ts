import { type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import { slackFetch } from './hosts.ts';

/**
 * Three clients, since one answer of 429 pauses the whole client it came to: a modal must not wait behind a post.
 * Posts are never repeated by the client itself, or a slow answer would post twice.
 */
export interface Clients {
  /** views.*, users.info, reactions.*, ephemerals: somebody is waiting. */
  fast: WebClient;
  /** chat.*, through the queues. */
  post: WebClient;
  /** files.* and conversations.*. */
  bulk: WebClient;
}

export interface SlackAccess {
  token: string;
  slackApiUrl: string | undefined;
  logger: Logger;
}

export function createClients({ token, slackApiUrl, logger }: SlackAccess): Clients {
  const client = (options: WebClientOptions) =>
    new WebClient(token, {
      ...options,
      ...(slackApiUrl && { slackApiUrl }),
      fetch: slackFetch(slackApiUrl),
      logger,
      rejectRateLimitedCalls: true,
    });
  return {
    fast: client({ timeout: 2500, retryConfig: { retries: 0 } }),
    post: client({ timeout: 10_000, retryConfig: { retries: 0 } }),
    bulk: client({ timeout: 60_000, retryConfig: { retries: 3, minTimeout: 500 } }),
  };
}
