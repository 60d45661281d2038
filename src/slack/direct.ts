import type { Message } from '../views/message.ts';
import type { Desk } from './desk.ts';

/** A person's own conversation with us. */
export async function directChannel(desk: Desk, user: string): Promise<string> {
  const { channel } = await desk.queues.read(() => desk.clients.bulk.conversations.open({ users: user }));
  if (!channel?.id) throw new Error('Slack opened no conversation');
  return channel.id;
}

/** Tells one person something where no channel is at hand: on the Home tab, in a window, or where they are no member. */
export async function tellDirectly(desk: Desk, user: string, message: Message, mark: string): Promise<void> {
  await desk.courier.post({ channel: await directChannel(desk, user) }, message, { mark });
}
