import { checks } from '../checks/index.ts';
import type { Off, Switch } from '../report/switch.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

/** What a check is called; its id where there is none of that name any more. */
export const checkTitle = (check: string, locale: Locale): string =>
  checks.find(({ id }) => id === check)?.title[locale] ?? check;

/** How far a switch reaches, as read in a channel. */
export function reachText({ bureauKey, bureau, channel }: Switch, here: string | undefined, locale: Locale): string {
  if (bureauKey !== undefined) return oneLine(bureau ?? bureauKey);
  if (channel === undefined) return say(locale, 'switch.reach.everywhere');
  return say(locale, channel === here ? 'switch.reach.channel' : 'switch.reach.elsewhere');
}

/** 已关闭的检查 2：有处罚无许可（许可已划转，至 2027-11-22）…: what is not shown, and why. */
export function offLine(off: readonly Off[], locale: Locale): string {
  const shown = off.slice(0, 3).map(({ finding, by }) =>
    say(locale, 'off.one', {
      title: checkTitle(finding.check, locale),
      reason: clip(oneLine(by.reason), 60),
      until: by.until,
    }),
  );
  const left = off.length - shown.length;
  const all = shown.join(locale === 'zh' ? '；' : '; ') + (left > 0 ? say(locale, 'off.more', { count: left }) : '');
  return `➖ ${say(locale, 'off.count', { count: off.length })}${locale === 'zh' ? '：' : ': '}${all}`;
}
