import { channelsWithSettings } from '../casework/settings.ts';
import type { ChannelSettings } from '../report/channel-settings.ts';
import type { ListedIssue } from '../store/case-store.ts';
import { issueListMessage } from '../views/answer/issue-list.ts';
import type { Desk } from './desk.ts';

const day = 24 * 3600 * 1000;
/** Hour of the day in China from which a digest is sent. */
const morning = 9;

/** Whether a channel's digest is due: at nine on working days, or on Mondays. */
export function isDue({ digest }: Pick<ChannelSettings, 'digest'>, now: Date): boolean {
  const there = new Date(now.getTime() + 8 * 3600 * 1000);
  const weekday = there.getUTCDay();
  const onThatDay = digest === 'weekly' ? weekday === 1 : digest === 'weekdays' && weekday >= 1 && weekday <= 5;
  return onThatDay && there.getUTCHours() >= morning;
}

/** What waits for longer than a week in a channel. */
export const waiting = (
  issues: readonly ListedIssue[],
  { channel, digestSeverity, now }: { channel: string; digestSeverity: ChannelSettings['digestSeverity']; now: Date },
): ListedIssue[] =>
  issues.filter(
    ({ state, origin, severity, since }) =>
      state === 'open' &&
      origin.channel === channel &&
      (digestSeverity === 'all' || severity === 'error') &&
      now.getTime() - Date.parse(since) > 7 * day,
  );

/** Sends the digests that are due, each once a day, without a mention; called every hour. */
export async function sendDigests(desk: Desk): Promise<void> {
  const now = desk.now();
  const today = new Date(now.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  for await (const [channel, settings] of channelsWithSettings(desk.store)) {
    if (!isDue(settings, now) || !(await desk.store.claim(`digest ${channel} ${today}`, 2 * day))) continue;
    const issues = waiting(await desk.store.cases.list(), { channel, now, digestSeverity: settings.digestSeverity });
    if (!issues.length) continue;
    const shown = issues.map((issue) => ({ ...issue, assignee: null })); // a digest mentions nobody
    const { locale, digest } = settings;
    const headline = digest === 'weekly' ? digest : 'weekdays';
    const off = await offIn(desk, channel);
    const message = issueListMessage({ issues: shown, headline, off, page: 1, question: '待办', now, locale });
    await desk.courier
      .post({ channel }, message, { mark: `digest ${channel} ${today}` })
      .catch((error: unknown) => desk.log.warn({ err: error, channel }, 'digest not sent'));
  }
}

/** Findings in a channel of checks that people turned off: said, though not listed. */
async function offIn({ store }: Desk, channel: string): Promise<number> {
  let off = 0;
  for (const year of await store.reports.years())
    for (const row of await store.reports.year(year)) if (row.origin.channel === channel) off += row.off;
  return off;
}
