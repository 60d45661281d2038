import type { App } from '@slack/bolt';
import { type HomeIssue, type HomeYear, homeView } from '../../views/home.ts';
import type { Desk } from '../desk.ts';
import { visibleToPerson } from '../visibility.ts';

/** The Home tab, drawn anew whenever somebody opens it, from what that person may see. */
export function registerHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event: { user, tab } }) => {
    if (tab !== 'home') return;
    const { locale } = await desk.people.get(user);
    const view = homeView({ years: await yearsFor(desk, user), mine: await mineOf(desk, user) }, desk.now(), locale);
    await desk.clients.fast.views.publish({ user_id: user, view });
  });
}

/** Open issues that this person looks after and may see, errors first. */
async function mineOf({ store, channels }: Desk, user: string): Promise<HomeIssue[]> {
  const maySee = visibleToPerson(channels, user);
  const mine: HomeIssue[] = [];
  for (const issue of await store.cases.list()) {
    if (issue.state !== 'open' || issue.assignee !== user) continue;
    const seen = await Promise.all(issue.origins.map(maySee));
    const { permalink } = issue.origin;
    if (seen.includes(true)) mine.push({ ...issue, ...(permalink && { permalink }) });
  }
  return mine.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

async function yearsFor({ store, channels }: Desk, user: string): Promise<HomeYear[]> {
  const maySee = visibleToPerson(channels, user);
  const years: HomeYear[] = [];
  for (const year of await store.reports.years()) {
    let [reports, open, off] = [0, 0, 0];
    for (const row of await store.reports.year(year)) {
      const seen = await Promise.all(row.origins.map(maySee));
      if (!seen.includes(true)) continue;
      reports++;
      if (row.errors + row.warnings > 0) open++;
      off += row.off;
    }
    if (reports) years.push({ year, reports, open, off });
  }
  return years;
}
