import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { refreshCase } from '../refresh-case.ts';

/** A file that is deleted in Slack leaves its report in the store, marked. */
export function registerDeletions(app: App, desk: Desk): void {
  app.event('file_deleted', async ({ event }) => {
    const filed = await desk.sources.get(event.file_id);
    if (!filed) return;
    await desk.store.reports.markDeleted(filed.bureauKey, filed.year, filed.version, desk.now().toISOString());
    const file = await desk.store.cases.get(filed);
    if (file) await refreshCase(desk, file);
  });
}
