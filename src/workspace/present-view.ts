import { app, team } from './cast.ts';
import type { View } from './nouns.ts';

/** A view in the shape of Slack's API. */
export const presentView = (view: View): Record<string, unknown> => ({
  ...view,
  title: view.title ?? null,
  submit: view.submit ?? null,
  close: view.close ?? null,
  submit_disabled: false,
  team_id: team.id,
  app_id: app.id,
  app_installed_team_id: team.id,
  bot_id: app.botId,
});
