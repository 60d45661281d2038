import { state } from './state.ts';
import { words } from './words.ts';

export interface Suggestion {
  label: string;
  note: string;
  /** What choosing it writes; nothing for a mere hint. */
  insert?: string;
  /** How many characters before the cursor that takes the place of. */
  replaces: number;
}

/** What to offer for the text before the cursor: commands after a leading `/`, people after `@`. */
export function suggestions(before: string, inThread: boolean): Suggestion[] {
  if (/^\/\S*$/.test(before))
    return inThread ? [{ label: before, note: words.threadNoSlash, replaces: 0 }] : commands(before);
  if (before.startsWith('/')) return hint(before);
  const mention = /@([^\s@]*)$/.exec(before);
  return mention ? people(mention[1] ?? '') : [];
}

const known = () => [
  ...state.start.manifest.commands,
  { command: '/invite', description: words.invite, usage_hint: '@govinfo' },
];

const commands = (typed: string): Suggestion[] =>
  known()
    .filter((entry) => entry.command.startsWith(typed))
    .map(({ command, usage_hint, description }) => ({
      label: command,
      note: `${usage_hint}　—　${description}`,
      insert: `${command} `,
      replaces: typed.length,
    }));

/** While a command's words are typed its usage stays in sight. */
const hint = (typed: string): Suggestion[] =>
  known()
    .filter((entry) => typed.startsWith(`${entry.command} `))
    .map(({ command, usage_hint }) => ({ label: command, note: usage_hint, replaces: 0 }));

const people = (typed: string): Suggestion[] =>
  state.start.people
    .filter((person) => person.name.toLowerCase().startsWith(typed.toLowerCase()) && person.id !== state.me)
    .map((person) => ({
      label: `@${person.name}`,
      note: person.role === 'bot' ? words.app : person.realName,
      insert: `@${person.name} `,
      replaces: typed.length + 1,
    }));
