import type { CellChange, Happening, HappeningValue } from '../../report/happening.ts';
import { cellName } from '../../report/names.ts';
import { noNumberText } from '../figure.ts';
import type { Locale } from '../message.ts';
import type { Names } from '../report/decided.ts';
import { say } from '../words/say.ts';

const valueText = (value: HappeningValue, locale: Locale): string =>
  typeof value === 'number' ? String(value) : noNumberText(value, locale);

const changeText = ({ address, before, after }: CellChange, locale: Locale): string =>
  say(locale, 'allChanges.item', {
    cell: cellName(address)[locale],
    before: valueText(before, locale),
    after: valueText(after, locale),
  });

/** So many changed cells stand in a line. */
const cellsAtMost = 3;

function changedText(
  { changed, changes }: { changed: number; changes: readonly CellChange[] },
  locale: Locale,
): string {
  if (changed === 0) return say(locale, 'version.same');
  const items = changes.slice(0, cellsAtMost).map((change) => changeText(change, locale));
  const left = changed - items.length;
  return (
    say(locale, 'version.changes', { count: changed, items: items.join(locale === 'zh' ? '；' : '; ') }) +
    (left > 0 ? say(locale, 'version.moreChanges', { count: left }) : '')
  );
}

/** What happened to a report, in one line without its bureau, time and person. */
export function happeningText(happening: Happening, names: Names, locale: Locale): string {
  switch (happening.what) {
    case 'filed':
      return say(locale, 'happened.filed');
    case 'version':
      return say(locale, 'happened.version', { version: happening.version }) + changedText(happening, locale);
    case 'reread':
      return say(locale, 'happened.reread') + changedText(happening, locale);
    case 'adopted':
      return say(locale, 'happened.adopted', { version: happening.version });
    case 'corrected':
      return say(locale, 'happened.corrected', {
        change: changeText(happening, locale),
        basis: say(locale, `basis.${happening.basis}`),
      });
    case 'uncorrected':
      return say(locale, 'happened.uncorrected', { cell: cellName(happening.address)[locale] });
    case 'reopened': {
      const why = say(locale, `decided.reopened.${happening.why}`);
      return `${say(locale, 'reopened.announce', { number: happening.number, why })}${say(locale, 'happened.about', { message: happening.message[locale] })}`;
    }
    case 'ignored':
      return about(
        happening,
        say(locale, 'happened.ignored', { reason: say(locale, `reason.${happening.reason}`) }),
        locale,
      );
    case 'snoozed':
      return about(
        happening,
        happening.until === 'version'
          ? say(locale, 'happened.snoozedVersion')
          : say(locale, 'happened.snoozed', { until: happening.until }),
        locale,
      );
    case 'assigned':
      return about(
        happening,
        happening.to === null
          ? say(locale, 'happened.unassigned')
          : say(locale, 'happened.assigned', { to: names(happening.to) }),
        locale,
      );
    case 'confirmed':
    case 'undone':
      return about(happening, say(locale, `happened.${happening.what}`), locale);
  }
}

const about = (
  { number, message }: { number: number; message: { zh: string; en: string } },
  what: string,
  locale: Locale,
): string => `#${number} ${what}${say(locale, 'happened.about', { message: message[locale] })}`;
