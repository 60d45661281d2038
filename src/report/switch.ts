import { z } from 'zod';
import { type Finding, oneBelow } from './finding.ts';

/**
 * A check turned off, or down by one step, for a bureau, a channel, both, or (with neither) everywhere; with a reason
 * and the day on which it is on again (`YYYY-MM-DD`).
 */
export const switchSchema = z.object({
  check: z.string(),
  to: z.enum(['off', 'lower']),
  bureauKey: z.string().optional(),
  channel: z.string().optional(),
  reason: z.string().min(1).max(500),
  until: z.iso.date(),
  at: z.string(),
  by: z.string(),
});
export type Switch = z.infer<typeof switchSchema>;

/** Whose report it is, where it is looked at, and on which day. */
export interface Setting {
  bureauKey: string | null;
  channel?: string;
  day: string;
}

const meets = (one: Switch, { bureauKey, channel, day }: Setting): boolean =>
  (one.bureauKey === undefined || one.bureauKey === bureauKey) &&
  (one.channel === undefined || one.channel === channel) &&
  day < one.until;

const lowered = (finding: Finding, { reason }: Switch): Finding => ({
  ...finding,
  severity: oneBelow[finding.severity],
  lowered: { zh: `检查已调低：${reason}`, en: `the check was turned down: ${reason}` },
});

/**
 * Findings as they count here and today: those of a check that is off stand apart with the switch that did it, so that
 * they can still be listed and counted; those of a check that is down weigh one step less, once. Pure: the findings
 * themselves stay as they are.
 */
export function applySwitches(
  findings: readonly Finding[],
  switches: readonly Switch[],
  setting: Setting,
): { findings: Finding[]; off: { finding: Finding; by: Switch }[] } {
  const on: Finding[] = [];
  const off: { finding: Finding; by: Switch }[] = [];
  for (const finding of findings) {
    const here = switches.filter((one) => one.check === finding.check && meets(one, setting));
    const offBy = here.find(({ to }) => to === 'off');
    const downBy = here.find(({ to }) => to === 'lower');
    if (offBy) off.push({ finding, by: offBy });
    else on.push(downBy ? lowered(finding, downBy) : finding);
  }
  return { findings: on, off };
}
