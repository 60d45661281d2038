import type { App } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import type { Desk } from '../desk.ts';
import type { HomeTabs } from '../home-tab.ts';
import { recordIncident } from '../incident.ts';
import type { Intake } from '../intake.ts';
import { registerBatches } from './batches.ts';
import { registerButtons } from './buttons.ts';
import { registerDeletions } from './deletions.ts';
import { registerHome } from './home.ts';
import { registerIdentity } from './identity.ts';
import { registerIssueForms } from './issue-forms.ts';
import { registerIssues } from './issues.ts';
import { registerLetters } from './letters.ts';
import { registerMembership } from './membership.ts';
import { registerNotes } from './notes.ts';
import { registerQuestions } from './questions.ts';
import { registerReports } from './reports.ts';
import { registerRetries } from './retries.ts';
import { registerRosters } from './rosters.ts';
import { registerSettings } from './settings.ts';
import { registerShortcuts } from './shortcuts.ts';
import { registerSwitches } from './switches.ts';
import { registerUploads } from './uploads.ts';
import { registerVersions } from './versions.ts';

/** Everything the app listens to; each file registers what its name says. */
export function registerListeners(app: App, desk: Desk, intake: Intake, tabs: HomeTabs): void {
  app.use(async ({ next }) => {
    desk.metrics.lastEvent.setToCurrentTime();
    await next();
  });
  registerUploads(app, desk, intake);
  registerQuestions(app, desk);
  registerNotes(app, desk);
  registerButtons(app, desk);
  registerReports(app, desk);
  registerIssues(app, desk);
  registerIssueForms(app, desk);
  registerVersions(app, desk);
  registerShortcuts(app, desk, intake);
  registerHome(app, desk, tabs);
  registerLetters(app, desk);
  registerIdentity(app, desk);
  registerRetries(app, desk, intake);
  registerBatches(app, desk, intake);
  registerRosters(app, desk);
  registerSettings(app, desk);
  registerSwitches(app, desk);
  registerMembership(app, desk);
  registerDeletions(app, desk);
  app.error(async ({ error, body }: ExtendedErrorHandlerArgs) => {
    desk.metrics.incidents.inc();
    recordIncident(desk.log, error, { kind: 'type' in body ? body.type : undefined });
  });
}
