/** Slack gives every block an id, and every state of a view a hash, when the sender did not. */
export const randomBlockId = (): string => Math.random().toString(36).slice(2, 7);
