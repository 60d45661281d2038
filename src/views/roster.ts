import type { KnownBlock } from '@slack/web-api';
import { actionIds, numbered } from './actions.ts';
import { actions, bold, button, context, section } from './blocks.ts';
import { clip, clipEscaped, oneLine } from './escape.ts';
import type { Locale, Message } from './message.ts';
import { listText, say } from './words/say.ts';

/** What a list of bureaus was understood to say. */
export interface RosterProposal {
  file: string;
  names: number;
  /** Bureaus whose reports are in the store. */
  held: number;
  /** Names that no report has come from yet. */
  unheld: readonly string[];
  /** Names whose place has namesakes. */
  ambiguous: readonly string[];
  /** Entries that are no name. */
  odd: readonly string[];
  /** Names on the roster that there is now; 0 where there is none. */
  now: number;
  /** How many of these would be new to it. */
  added: number;
}

const namesAtMost = 15;

const some = (names: readonly string[], locale: Locale): string => {
  const shown = listText(
    names.slice(0, namesAtMost).map((name) => clip(oneLine(name), 40)),
    locale,
  );
  return names.length > namesAtMost ? say(locale, 'list.more', { shown, count: names.length - namesAtMost }) : shown;
};

/** What was understood, and the choice what to do with it; `draft` names the list until somebody chooses. */
export function rosterProposal(found: RosterProposal, draft: string, locale: Locale): Message {
  const title = say(locale, 'roster.read', { file: clip(oneLine(found.file), 120), count: found.names });
  const lines = [
    say(locale, 'roster.readHeld', { count: found.held }),
    ...(found.unheld.length
      ? [say(locale, 'roster.readUnheld', { count: found.unheld.length, names: some(found.unheld, locale) })]
      : []),
    ...(found.ambiguous.length
      ? [say(locale, 'roster.readAmbiguous', { count: found.ambiguous.length, names: some(found.ambiguous, locale) })]
      : []),
    ...(found.odd.length
      ? [say(locale, 'roster.readOdd', { count: found.odd.length, names: some(found.odd, locale) })]
      : []),
  ];
  const choice =
    found.now === 0
      ? [button(actionIds.rosterReplace, draft, { label: say(locale, 'button.rosterAdopt'), style: 'primary' })]
      : [
          button(actionIds.rosterReplace, draft, { label: say(locale, 'button.rosterReplace', { count: found.now }) }),
          ...(found.added > 0
            ? [button(actionIds.rosterAdd, draft, { label: say(locale, 'button.rosterAdd', { count: found.added }) })]
            : []),
        ];
  const blocks: KnownBlock[] = [section([bold(title)], ...lines), actions(choice)];
  return { text: clipEscaped([title, ...lines].join('\n')), blocks };
}

/** What became of it, with the way back. */
export function rosterKept(
  { names, who, when, change }: { names: number; who: string; when: string; change: string },
  locale: Locale,
): Message {
  const text = say(locale, 'roster.kept', { count: names, who, when });
  return {
    text: clipEscaped(text),
    blocks: [
      section(text),
      context(say(locale, 'roster.use')),
      actions([
        button(actionIds.rosterUndo, change, { label: say(locale, 'issue.undo') }),
        button(numbered(actionIds.ask, 0), '名单', { label: say(locale, 'button.roster') }),
      ]),
    ],
  };
}

export function rosterBack({ who, when }: { who: string; when: string }, locale: Locale): Message {
  const text = say(locale, 'roster.back', { who, when });
  return { text: clipEscaped(text), blocks: [section(text)] };
}
