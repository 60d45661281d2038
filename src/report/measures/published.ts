import { z } from 'zod';
import { type Fact, type FactChannel, factChannels } from '../fact.ts';

const channels = Object.keys(factChannels) as [FactChannel, ...FactChannel[]];

/** How many items the text says were published, 条, and how many of them where. Never from a table. */
export const publishedSchema = z.object({
  total: z.number(),
  channels: z.array(z.object({ channel: z.enum(channels), value: z.number() })),
});
export type Published = z.infer<typeof publishedSchema>;

/** The largest total that the text states, and its parts by channel; `null` where it states none. */
export function publishedIn(facts: readonly Fact[]): Published | null {
  const own = facts.filter(({ subject, value }) => subject === 'published' && value !== null);
  const totals = own.filter(({ channel, partOf }) => channel === undefined && partOf === undefined);
  if (totals.length === 0) return null;
  return {
    total: Math.max(...totals.map(({ value }) => value!)),
    channels: own.flatMap(({ channel, value }) => (channel && value !== null ? [{ channel, value }] : [])),
  };
}
