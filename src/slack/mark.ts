import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/web-api';
import type { Rung } from './ladder.ts';

const kind = 'govinfo_said';

const tag = (mark: string): string => `g-${createHash('sha256').update(mark).digest('hex').slice(0, 20)}-`;

/** What is sent of a message, and under which name it is found again. */
interface Marked {
  text: string;
  blocks?: KnownBlock[];
  metadata?: { event_type: string; event_payload: { mark: string } };
}

/**
 * A message with its mark: it begins the first block's id, with something new behind it as Slack wants for every update.
 * Bare words have no block, so theirs stands in the metadata.
 */
export function marked({ text, blocks }: Rung, mark: string): Marked {
  if (!blocks) return { text, metadata: { event_type: kind, event_payload: { mark: tag(mark) } } };
  const [first, ...others] = blocks;
  return { text, blocks: [{ ...first!, block_id: tag(mark) + Date.now().toString(36) }, ...others] };
}

/** A message as Slack lists it, as far as a mark may stand in it. */
export interface Listed {
  blocks?: { block_id?: string }[];
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> };
}

export const carries = ({ blocks, metadata }: Listed, mark: string): boolean =>
  !!blocks?.some(({ block_id }) => block_id?.startsWith(tag(mark))) ||
  (metadata?.event_type === kind && metadata.event_payload?.mark === tag(mark));
