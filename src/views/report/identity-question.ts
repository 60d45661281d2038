import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Claim, Doubt, Identity } from '../../report/identity.ts';
import { actionIds, numbered } from '../actions.ts';
import { actions, bold, button, section } from '../blocks.ts';
import { clip, clipEscaped, escapeText, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { listText, say } from '../words/say.ts';

interface Asked {
  /** What the buttons name the question by. */
  id: string;
  /** Name of the file. */
  file: string;
  doubt: Doubt;
  /** The file in its message: `<channel>/<thread>/<ts> <key>`. */
  source: string;
  /** Said where an answer was taken back. */
  takenBack?: string;
}

const nameOf = ({ bureau, year }: Identity, locale: Locale): string =>
  say(locale, 'report.name', { bureau: oneLine(bureau), year });

/** Asks whose report a file is and of which year, before it is filed: what was found as buttons, anything else in a form. */
export function identityQuestion({ id, file, doubt, source, takenBack }: Asked, locale: Locale): Message {
  const title = say(locale, 'identity.ask', { name: clip(oneLine(file), 120) });
  const lines = [...(takenBack ? [takenBack] : []), ...doubtLines(doubt, locale), say(locale, 'identity.notFiled')];
  const answers = doubt.candidates.map((candidate, index) => {
    const name = nameOf(candidate, locale);
    return button(numbered(actionIds.fileAs, index), `${id}/${index}`, {
      label: name,
      spoken: say(locale, 'identity.fileAs', { name }),
    });
  });
  const others = [
    button(actionIds.fileOther, id, { label: say(locale, 'identity.other') }),
    button(actionIds.notAReport, source, { label: say(locale, 'button.notAReport') }),
  ];
  return {
    text: clipEscaped([title, ...lines, ...doubt.candidates.map((one) => clip(nameOf(one, locale), 80))].join('\n')),
    blocks: [section([bold(title)], ...lines), actions([...answers, ...others])],
  };
}

/** Why it has to be asked whose report a file is: what is not said, and what is said in two ways. */
export const doubtLines = ({ lacking, bureaus, years }: Doubt, locale: Locale): string[] => [
  ...lacking.map((part) => say(locale, `identity.lacking.${part}`)),
  ...(bureaus.length ? [say(locale, 'identity.differ', { claims: claimsText(bureaus, locale) })] : []),
  ...(years.length ? [say(locale, 'identity.differ', { claims: claimsText(years, locale) })] : []),
];

/** `标题写 2023，文件名写 2022`. */
const claimsText = (claims: readonly Claim<string | number>[], locale: Locale): string =>
  listText(
    claims.map(({ from, value }) => say(locale, `identity.from.${from}`, { value: clip(oneLine(String(value)), 60) })),
    locale,
  );

/** The form for an answer that is no button; `known` is what the document does say. */
export function identityForm(id: string, known: { bureau: string; year: string }, locale: Locale): ModalView {
  const field = (name: 'bureau' | 'year'): KnownBlock => ({
    type: 'input',
    block_id: name,
    label: { type: 'plain_text', text: say(locale, `identity.form.${name}`) },
    hint: { type: 'plain_text', text: say(locale, `identity.form.${name}Hint`) },
    element: {
      type: 'plain_text_input',
      action_id: name,
      max_length: 100,
      ...(known[name] && { initial_value: clip(oneLine(known[name]), 100) }),
    },
  });
  return {
    type: 'modal',
    callback_id: 'identity',
    private_metadata: id,
    title: { type: 'plain_text', text: say(locale, 'identity.form.title') },
    submit: { type: 'plain_text', text: say(locale, 'identity.form.submit') },
    close: { type: 'plain_text', text: say(locale, 'form.close') },
    blocks: [field('bureau'), field('year')],
  };
}

/** Stands in place of the issues of a report that was taken out again. */
export function takenOutMessage(who: string, locale: Locale): Message {
  const text = say(locale, 'identity.takenOut', { who });
  return { text: escapeText(text), blocks: [section(text)] };
}

/** The same bytes are asked about elsewhere: one question is enough, and that is where it is answered. */
export function identityAskedElsewhere(
  { file, source, permalink }: { file: string; source: string; permalink?: string },
  locale: Locale,
): Message {
  const text = say(locale, 'identity.elsewhere', { name: clip(oneLine(file), 120) });
  const block = section(text);
  // The address is Slack's own; a bar or an angle bracket in it would end the link.
  const link = permalink && /^https?:\/\/[^\s|<>]+$/.test(permalink) ? permalink : undefined;
  if (link) block.text!.text += ` <${link}|${say(locale, 'identity.goThere')}>`;
  const away = button(actionIds.notAReport, source, { label: say(locale, 'button.notAReport') });
  return { text: escapeText(text) + (link ? ` ${link}` : ''), blocks: [block, actions([away])] };
}
