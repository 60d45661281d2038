import { z } from 'zod';
import { type Finding, oneBelow } from './finding.ts';
import type { Issue } from './issue.ts';

/**
 * A check turned off, or down by one step, for a bureau, a channel, both, or (with neither) everywhere; with a reason
 * and the day on which it is on again (`YYYY-MM-DD`).
 */
export const switchSchema = z.object({
  check: z.string(),
  to: z.enum(['off', 'lower']),
  bureauKey: z.string().optional(),
  /** What the bureau was called when it was switched. */
  bureau: z.string().optional(),
  channel: z.string().optional(),
  reason: z.string().trim().min(1).max(500),
  until: z.iso.date(),
  at: z.string(),
  by: z.string(),
});
export type Switch = z.infer<typeof switchSchema>;
export type NewSwitch = Omit<Switch, 'at' | 'by'>;

/** A switch as it is kept: ended before its day, it says by whom and when. */
export const keptSwitchSchema = switchSchema.extend({
  id: z.string(),
  ended: z.object({ at: z.string(), by: z.string() }).optional(),
});
export type KeptSwitch = z.infer<typeof keptSwitchSchema>;

/** Whose report it is, where it is looked at, and on which day. */
export interface Setting {
  bureauKey: string | null;
  channel?: string;
  day: string;
}

/** Whether a switch is for the reports of this bureau that came to this channel. */
export const inReach = (one: Switch, { bureauKey, channel }: Omit<Setting, 'day'>): boolean =>
  (one.bureauKey === undefined || one.bureauKey === bureauKey) &&
  (one.channel === undefined || one.channel === channel);

/** Whether a switch holds on a day; on its last day the check is on again. */
export const isOn = (one: KeptSwitch | Switch, day: string): boolean =>
  day < one.until && !('ended' in one && one.ended !== undefined);

const meets = (one: Switch, setting: Setting): boolean => inReach(one, setting) && isOn(one, setting.day);

const lowered = (finding: Finding, { reason }: Switch): Finding => ({
  ...finding,
  severity: oneBelow[finding.severity],
  lowered: { zh: `检查已调低：${reason}`, en: `the check was turned down: ${reason}` },
});

/** A finding of a check that is off, and the switch that did it. */
export interface Off {
  finding: Finding;
  by: Switch;
}

/**
 * Findings as they count here and today: those of a check that is off stand apart with the switch that did it, so that
 * they can still be listed and counted; those of a check that is down weigh one step less, once. Pure: the findings
 * themselves stay as they are.
 */
export function applySwitches(
  findings: readonly Finding[],
  switches: readonly Switch[],
  setting: Setting,
): { findings: Finding[]; off: Off[] } {
  const on: Finding[] = [];
  const off: Off[] = [];
  for (const finding of findings) {
    const here = switches.filter((one) => one.check === finding.check && meets(one, setting));
    const offBy = here.find(({ to }) => to === 'off');
    const downBy = here.find(({ to }) => to === 'lower');
    if (offBy) off.push({ finding, by: offBy });
    else on.push(downBy ? lowered(finding, downBy) : finding);
  }
  return { findings: on, off };
}

/**
 * Issues that are left under the switches: a check that is off opens none, nor does one that is turned down to a note.
 * What is resolved stays as it was.
 */
export const switchedIssues = <I extends Issue>(
  issues: readonly I[],
  switches: readonly Switch[],
  setting: Setting,
): I[] =>
  issues.flatMap((issue) => {
    if (issue.state === 'resolved') return [issue];
    const [finding] = applySwitches([issue.finding], switches, setting).findings;
    return finding && finding.severity !== 'note' ? [{ ...issue, finding }] : [];
  });
