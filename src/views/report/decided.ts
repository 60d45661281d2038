import type { Act, ActOf, Issue } from '../../report/issue.ts';
import { cellName } from '../../report/names.ts';
import type { Locale } from '../message.ts';
import { say } from '../words/say.ts';

/** Names of people by their id. */
export type Names = (user: string) => string;

/** `11-22 08:00`, the time in China. */
export const momentText = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(5, 16).replace('T', ' ');

/**
 * What was decided about an issue, by whom and when; nothing where it is open and always was. `isNoted`: the same is found
 * still, as a note, which is no issue.
 */
export function decidedText(issue: Issue, names: Names, locale: Locale, isNoted = false): string | undefined {
  const { decision, resolved, reopened, waiver } = issue;
  if (issue.state === 'open') return reopened ? say(locale, `decided.reopened.${reopened.why}`) : undefined;
  if (issue.state === 'resolved') {
    const fix = resolved?.correction;
    if (!fix && isNoted) return say(locale, 'decided.noted', { version: resolved?.version ?? issue.version });
    if (!fix)
      return resolved?.because === 'file' || resolved?.because === 'adoption'
        ? say(locale, 'decided.gone', { version: resolved.version })
        : say(locale, 'decided.settled');
    return say(locale, 'decided.corrected', {
      cell: cellName(fix.address)[locale],
      before: fix.printed
        ? (fix.printed.value ?? (fix.printed.raw || say(locale, 'state.blank')))
        : say(locale, 'state.absent'),
      after: fix.value,
      basis: say(locale, `basis.${fix.basis}`),
      who: names(fix.by ?? ''),
      when: momentText(fix.at),
    });
  }
  const by = decision ?? waiver;
  if (!by) return undefined;
  const signed = { who: names(by.by ?? ''), when: momentText(by.at) };
  if (issue.state === 'confirmed') {
    const { suspect } = issue.finding;
    return suspect
      ? say(locale, 'decided.confirmedValue', { ...signed, value: suspect.printed })
      : say(locale, 'decided.confirmed', signed);
  }
  if (issue.state === 'ignored') return ignoredText(issue, signed, locale);
  return decision?.act === 'snooze' && decision.until !== 'version'
    ? say(locale, 'decided.snoozed', { until: decision.until, who: signed.who })
    : say(locale, 'decided.snoozedVersion', { who: signed.who });
}

/** `机关已说明：来电确认`: the reason that was chosen, and the words to it; of another reason the words alone. */
function reasonText({ reason, note }: Pick<ActOf<'ignore'>, 'reason' | 'note'>, locale: Locale): string {
  if (!note) return say(locale, `reason.${reason}`);
  return reason === 'other' ? note : say(locale, 'reason.noted', { reason: say(locale, `reason.${reason}`), note });
}

function ignoredText({ decision, waiver }: Issue, signed: { who: string; when: string }, locale: Locale): string {
  const ignored = decision?.act === 'ignore' ? decision : undefined;
  const until = ignored?.until ?? waiver?.until ?? '';
  const reach = ignored && ignored.reach !== 'bureau' ? ignored.reach : 'bureau';
  return say(locale, 'decided.ignored', {
    ...signed,
    reason: reasonText(ignored ?? waiver ?? { reason: 'other' }, locale),
    reach:
      reach === 'version'
        ? say(locale, 'reach.version', { version: ignored?.version ?? '' })
        : reach === 'report'
          ? say(locale, 'reach.report')
          : say(locale, 'reach.bureau', { until }),
  });
}

/** `#2 重新打开：…`: why an issue is open again, and what was found then and now. */
export function reopenedText({ number, reopened, finding }: Issue & { number: number }, locale: Locale): string {
  const why = say(locale, `decided.reopened.${reopened?.why ?? 'returned'}`);
  const [before, now] = [reopened?.before.message[locale] ?? '', finding.message[locale]];
  const said = say(locale, 'reopened.announce', { number, why });
  return before && before !== now ? said + say(locale, 'reopened.before', { before, now }) : said;
}

/**
 * The line of one act in an issue's history; nothing for acts of the program that changed nothing. `undone` is what an
 * act took back.
 */
export function actText(act: Act, names: Names, locale: Locale, undone?: Act): string | undefined {
  const signed = { when: momentText(act.at), who: names(act.by ?? '') };
  switch (act.act) {
    case 'ignore':
      return say(locale, 'act.ignore', { ...signed, reason: reasonText(act, locale) });
    case 'assign':
      return say(locale, 'act.assign', { ...signed, to: act.to ? names(act.to) : '—' });
    case 'correct':
      return say(locale, 'act.correct', { ...signed, cell: cellName(act.address)[locale], value: act.value });
    case 'note':
      return say(locale, 'act.note', { ...signed, text: act.text });
    case 'observed':
      return say(locale, 'act.observed', { when: signed.when, version: act.version });
    case 'snooze':
      return act.until === 'version'
        ? say(locale, 'act.snoozeVersion', signed)
        : say(locale, 'act.snooze', { ...signed, until: act.until });
    case 'undo':
      return undone && isDeed(undone.act)
        ? say(locale, 'act.undoOf', { ...signed, deed: say(locale, `deed.${undone.act}`) })
        : say(locale, 'act.undo', signed);
    case 'confirm':
    case 'reopen':
      return say(locale, `act.${act.act}`, signed);
    default:
      return undefined;
  }
}

const deeds = ['confirm', 'ignore', 'snooze', 'reopen', 'correct'] as const;
const isDeed = (act: Act['act']): act is (typeof deeds)[number] => deeds.some((deed) => deed === act);
