import { z } from 'zod';
import { randomBlockId } from './block-id.ts';
import { stateOf } from './choices.ts';
import { block, type View } from './nouns.ts';
import type { Workspace } from './workspace.ts';

/** A view as the app sends it. */
export const viewDraft = z.looseObject({ type: z.string(), blocks: z.array(block) });
export type ViewDraft = z.infer<typeof viewDraft>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A view with every default that Slack fills in. */
export function makeView(ws: Workspace, draft: ViewDraft, below?: View): View {
  const id = ws.state.id('V');
  const blocks = draft.blocks.map((block) => ({ ...block, block_id: block.block_id ?? randomBlockId() }));
  return {
    id,
    type: draft.type === 'home' ? 'home' : 'modal',
    hash: `${ws.state.ts()}.${randomBlockId()}`,
    callback_id: text(draft.callback_id),
    external_id: text(draft.external_id),
    private_metadata: text(draft.private_metadata),
    title: draft.title,
    submit: draft.submit,
    close: draft.close,
    blocks,
    notify_on_close: draft.notify_on_close === true,
    clear_on_close: draft.clear_on_close === true,
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
    state: { values: stateOf(blocks, {}) },
  };
}
