import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import type { Desk } from './desk.ts';

/** What a click brings: the right to open a window, and the window it was made in. */
export type Opener = Pick<BlockAction, 'trigger_id' | 'view'>;

/** Opens a window; on top of the one that the click was made in, if it was. Returns its id. */
export async function showWindow(desk: Desk, { trigger_id, view: under }: Opener, view: ModalView): Promise<string> {
  const { views } = desk.clients.fast;
  const opened = await (under?.type === 'modal' ? views.push({ trigger_id, view }) : views.open({ trigger_id, view }));
  return opened.view!.id!;
}
