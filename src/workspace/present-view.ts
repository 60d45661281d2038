import { app, team } from './cast.ts';
import type { View } from './nouns.ts';
import { presentFile } from './present.ts';
import { isObject, list } from './problems.ts';
import type { Workspace } from './workspace.ts';

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

/** Fields for files as the app gets them: every id with what is known of its file. */
export function withFiles(ws: Workspace, values: View['state']['values']): View['state']['values'] {
  const whole = (field: unknown) =>
    isObject(field) && field.type === 'file_input'
      ? { ...field, files: list(field.files).map((id) => presentFile(ws, String(id))) }
      : field;
  return Object.fromEntries(
    Object.entries(values).map(([block, fields]) => [
      block,
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, whole(field)])),
    ]),
  );
}
