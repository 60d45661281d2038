import type { KnownBlock } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Message } from '../views/message.ts';

/** Blocks of 2026 that some surfaces refuse. */
const rich = new Set(['table', 'data_table', 'data_visualization', 'markdown', 'container', 'card', 'carousel']);

const tooRich = new Set(['invalid_blocks', 'invalid_attachments', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Whether Slack refused the shape of a message and a plainer one may pass. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && tooRich.has(error.data.error);

/** A message as it is sent: its words, and blocks unless only the words are left. */
export interface Rung {
  text: string;
  blocks?: KnownBlock[];
}

/**
 * Sends the richest form of a message that a surface takes: blocks, then plain blocks, then words. What a surface has
 * refused once it is not offered again as long as this process lives.
 */
export class Ladder {
  #refused = new Map<string, Set<string>>();

  async climb<T>(surface: string, message: Message, send: (rung: Rung) => Promise<T>): Promise<T> {
    const rungs = this.#rungs(surface, message);
    for (const [index, rung] of rungs.entries()) {
      try {
        return await send(rung);
      } catch (error) {
        const next = rungs[index + 1];
        if (!isRefusal(error) || !next) throw error;
        this.#remember(surface, rung, next);
      }
    }
    throw new TypeError('a message has at least its words');
  }

  #rungs(surface: string, { text, blocks, plain }: Message): Rung[] {
    const refused = this.#refused.get(surface);
    const words = { text };
    const shapes = [blocks, plain].filter(
      (shape): shape is KnownBlock[] => !!shape?.length && !shape.some(({ type }) => refused?.has(type)),
    );
    return [...shapes.map((shape) => ({ ...words, blocks: shape })), words];
  }

  #remember(surface: string, failed: Rung, next: Rung): void {
    const kept = new Set(next.blocks?.map(({ type }) => type));
    const suspects = failed.blocks?.map(({ type }) => type).filter((type) => rich.has(type) && !kept.has(type)) ?? [];
    if (suspects.length) this.#refused.set(surface, new Set([...(this.#refused.get(surface) ?? []), ...suspects]));
  }
}
