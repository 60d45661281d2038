import { z } from 'zod';
import { checkView } from '../block-check.ts';
import { personById } from '../cast.ts';
import { limits } from '../limits.ts';
import { makeView, type ViewDraft, viewDraft } from '../make-view.ts';
import { Refusal, type View } from '../nouns.ts';
import { presentView } from '../present-view.ts';
import type { Workspace } from '../workspace.ts';
import { checkPictures } from './chat.ts';
import { json, type Method, method } from './method.ts';

const viewArgument = json(viewDraft);

/** Throws `invalid_arguments` with the reasons when Slack would not take the view. */
export function judgeView(ws: Workspace, draft: ViewDraft): void {
  const problems = checkView(draft);
  if (problems.length) throw new Refusal('invalid_arguments', problems);
  checkPictures(ws, draft.blocks);
}

const open = method(z.object({ trigger_id: z.string(), view: viewArgument }), (ws, { trigger_id, view }) => {
  judgeView(ws, view);
  const { user } = ws.tickets.useTrigger(trigger_id);
  const made = makeView(ws, view);
  ws.modals.replaceAll(user, [made]);
  return { view: presentView(made) };
});

const push = method(z.object({ trigger_id: z.string(), view: viewArgument }), (ws, { trigger_id, view }) => {
  judgeView(ws, view);
  const { user } = ws.tickets.useTrigger(trigger_id);
  return { view: presentView(pushView(ws, user, view)) };
});

export function pushView(ws: Workspace, user: string, draft: ViewDraft): View {
  const stack = ws.modals.stack(user);
  if (stack.length >= limits.view.stack) throw new Refusal('push_limit_reached');
  const made = makeView(ws, draft, stack.at(-1));
  ws.modals.replaceAll(user, [...stack, made]);
  return made;
}

const update = method(
  z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: viewArgument,
  }),
  (ws, { view_id, external_id, hash, view }) => {
    judgeView(ws, view);
    const found = ws.modals.find((open) => (view_id ? open.id === view_id : open.external_id === external_id));
    if (!found) throw new Refusal('view_not_found');
    if (hash && hash !== found.view.hash) throw new Refusal('hash_conflict');
    return { view: presentView(ws.modals.update(found, makeView(ws, view))) };
  },
);

const publish = method(
  z.object({ user_id: z.string(), view: viewArgument, hash: z.string().optional() }),
  (ws, { user_id, view, hash }) => {
    if (!personById(user_id)) throw new Refusal('user_not_found');
    judgeView(ws, view);
    const before = ws.state.home(user_id);
    if (hash && before && hash !== before.hash) throw new Refusal('hash_conflict');
    const made = { ...makeView(ws, view), ...(before ? { id: before.id, root_view_id: before.id } : {}) };
    ws.state.putHome(user_id, made);
    ws.feed.publish({ type: 'home', view: made }, [user_id]);
    return { view: presentView(made) };
  },
);

export const views: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
