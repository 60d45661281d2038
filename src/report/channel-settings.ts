import { z } from 'zod';

/** What a channel has chosen. */
export const settingsSchema = z.object({
  /** Language of what everybody reads there. */
  locale: z.enum(['zh', 'en']).default('zh'),
  /** 完整; 只报问题, where clean reports get no answer; 只用表情, where signs say all. */
  replies: z.enum(['full', 'issues', 'signs']).default('full'),
  /** 汇总: what is open for longer than a week, never unless somebody wants it. */
  digest: z.enum(['off', 'weekdays', 'weekly']).default('off'),
  /** Only what is wrong, or also what wants a look. */
  digestSeverity: z.enum(['all', 'error']).default('all'),
  /** Who may decide and correct; empty: every full member. */
  editors: z.array(z.string()).max(100).default([]),
  /** Lines of the plausibility checks, by check id: a share from 0 to 1, or a count. A check without a line is off. */
  limits: z.record(z.string(), z.number().min(0)).default({}),
});
export type ChannelSettings = z.infer<typeof settingsSchema>;
