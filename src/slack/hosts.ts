const hosts = ['slack.com', 'slack-edge.com', 'slack-files.com', 'slack-gov.com'];

/** Whether our token may be shown to this host: to Slack's own, and to the server that stands in for Slack. */
export function trusted(url: URL, slackApiUrl: string | undefined): boolean {
  if (slackApiUrl && url.origin === new URL(slackApiUrl).origin) return true;
  return url.protocol === 'https:' && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

/**
 * A `fetch` for requests that carry our token: it goes to trusted hosts alone, whatever address an answer named, and
 * follows no redirect.
 */
export function slackFetch(slackApiUrl: string | undefined): typeof fetch {
  return async (address, init) => {
    const url = new URL(address instanceof Request ? address.url : address);
    if (!trusted(url, slackApiUrl)) throw new Error(`not a host of Slack: ${url.hostname}`);
    return fetch(address, { ...init, redirect: 'error' });
  };
}
