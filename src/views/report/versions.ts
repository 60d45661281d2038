import type { KnownBlock } from '@slack/web-api';
import { changedCells } from '../../report/changed-cells.ts';
import { cellName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { actionIds, versionRef } from '../actions.ts';
import { actions, button, section } from '../blocks.ts';
import { escapeText } from '../escape.ts';
import { noNumberText } from '../figure.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';

/** How a file stands among the files of the same bureau and year. */
export interface Standing {
  bureauKey: string;
  year: number;
  version: number;
  /** The version that answers now. */
  adopted: number;
  /** The version it is compared with: the one before it, or the one that answers. */
  other: { version: number; report: Report; permalink?: string };
  /** Who chose to keep the adopted version after this one came. */
  keptBy?: string;
}

const shownAtMost = 5;

function changesText(before: Report, after: Report, locale: Locale): string {
  const changed = changedCells(before, after);
  if (!changed.length) return say(locale, 'version.same');
  const text = ({ cells }: Report, address: Address): string => {
    const cell = cells[address];
    return cell?.state === 'number' ? String(cell.value) : noNumberText(cell ? cell.state : 'absent', locale);
  };
  const items = changed.slice(0, shownAtMost).map((address) =>
    say(locale, 'allChanges.item', {
      cell: cellName(address)[locale],
      before: text(before, address),
      after: text(after, address),
    }),
  );
  const left = changed.length - items.length;
  return (
    say(locale, 'version.changes', { count: changed.length, items: items.join(locale === 'zh' ? '；' : '; ') }) +
    (left > 0 ? say(locale, 'version.moreChanges', { count: left }) : '')
  );
}

/** What is said of a file that is not the only one of its bureau and year, and what can be done about it. */
export function standingLines(
  { bureauKey, year, version, adopted, other, keptBy }: Standing,
  report: Report,
  locale: Locale,
): { text: string; blocks: KnownBlock[] } {
  const ref = (of: number) => versionRef(bureauKey, year, of);
  const words = { version, other: other.version };
  const keep = button(actionIds.keepVersion, ref(other.version), {
    label: say(locale, 'version.keep', { version: other.version }),
  });
  const adopt = button(actionIds.adoptVersion, ref(version), { label: say(locale, 'version.adopt', { version }) });
  const back = button(actionIds.adoptVersion, ref(other.version), {
    label: say(locale, 'version.back', { version: other.version }),
  });
  const superseded = version < adopted;
  const text = superseded
    ? say(locale, 'version.superseded', { version, adopted })
    : `${version === adopted ? say(locale, 'version.adopted', words) : keptBy ? say(locale, 'version.kept', { ...words, who: keptBy }) : say(locale, 'version.waits', words)}${changesText(other.report, report, locale)}`;
  const buttons = superseded ? [] : version === adopted ? [back] : keptBy ? [adopt] : [adopt, keep];
  const block = section(text);
  const { permalink } = other;
  if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
    block.text!.text += ` <${permalink}|${escapeText(say(locale, 'version.thread', { version: other.version }))}>`;
  return { text, blocks: [block, ...(buttons.length ? [actions(buttons)] : [])] };
}

/** One line after a file was read once more: what the program reads otherwise now, and where the discussion stands. */
export function rereadMessage(
  {
    name,
    before,
    now,
    open,
    permalink,
  }: { name: string; before: Report; now: Report; open: number; permalink?: string },
  locale: Locale,
): Message {
  const text = say(locale, 'reread.done', { name, changes: changesText(before, now, locale), open });
  const block = section(text);
  if (permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink))
    block.text!.text += ` <${permalink}|${escapeText(say(locale, 'reread.see'))}>`;
  return { text: escapeText(text), blocks: [block] };
}
