import type { Act, Issue } from '../../report/issue.ts';
import { cellName } from '../../report/names.ts';
import type { Locale } from '../message.ts';
import { say } from '../words/say.ts';

/** Names of people by their id. */
export type Names = (user: string) => string;

/** `11-22 08:00`, the time in China. */
export const momentText = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(5, 16).replace('T', ' ');

/** What was decided about an issue, by whom and when; nothing where it is open and always was. */
export function decidedText(issue: Issue, names: Names, locale: Locale): string | undefined {
  const { decision, resolved, reopened, waiver } = issue;
  if (issue.state === 'open') return reopened ? say(locale, `decided.reopened.${reopened.why}`) : undefined;
  if (issue.state === 'resolved') {
    const fix = resolved?.correction;
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
  if (issue.state === 'confirmed') return say(locale, 'decided.confirmed', signed);
  if (issue.state === 'ignored') return ignoredText(issue, signed, locale);
  return decision?.act === 'snooze' && decision.until !== 'version'
    ? say(locale, 'decided.snoozed', { until: decision.until, who: signed.who })
    : say(locale, 'decided.snoozedVersion', { who: signed.who });
}

function ignoredText({ decision, waiver }: Issue, signed: { who: string; when: string }, locale: Locale): string {
  const ignored = decision?.act === 'ignore' ? decision : undefined;
  const until = ignored?.until ?? waiver?.until ?? '';
  const reach = ignored && ignored.reach !== 'bureau' ? ignored.reach : 'bureau';
  return say(locale, 'decided.ignored', {
    ...signed,
    reason: ignored?.note ?? waiver?.note ?? say(locale, `reason.${(ignored ?? waiver)?.reason ?? 'other'}`),
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

/** The line of one act in an issue's history; nothing for acts of the program that changed nothing. */
export function actText(act: Act, names: Names, locale: Locale): string | undefined {
  const signed = { when: momentText(act.at), who: names(act.by ?? '') };
  switch (act.act) {
    case 'ignore':
      return say(locale, 'act.ignore', { ...signed, reason: act.note ?? say(locale, `reason.${act.reason}`) });
    case 'assign':
      return say(locale, 'act.assign', { ...signed, to: act.to ? names(act.to) : '—' });
    case 'correct':
      return say(locale, 'act.correct', { ...signed, cell: cellName(act.address)[locale], value: act.value });
    case 'note':
      return say(locale, 'act.note', { ...signed, text: act.text });
    case 'observed':
      return say(locale, 'act.observed', { when: signed.when, version: act.version });
    case 'confirm':
    case 'snooze':
    case 'reopen':
    case 'undo':
      return say(locale, `act.${act.act}`, signed);
    default:
      return undefined;
  }
}
