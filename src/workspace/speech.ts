import { randomBlockId } from './block-id.ts';
import { people } from './cast.ts';
import type { Block } from './nouns.ts';

const names = people.map((person) => person.name).sort((a, b) => b.length - a.length);
const pieces = new RegExp(`@(${names.join('|')})|(https?://[^\\s<>|，。；、）】”]+)`, 'g');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

interface Spoken {
  text: string;
  blocks: Block[];
}

/** What a person typed, as Slack sends it: escaped, mentions and links as tokens, and the same as rich text. */
export function spoken(typed: string): Spoken {
  const elements: Block[] = [];
  let text = '';
  let done = 0;
  const plain = (piece: string) => {
    if (!piece) return;
    text += escaped(piece);
    elements.push({ type: 'text', text: piece });
  };
  for (const match of typed.matchAll(pieces)) {
    plain(typed.slice(done, match.index));
    done = match.index + match[0].length;
    const person = people.find((entry) => entry.name === match[1]);
    if (person) {
      text += `<@${person.id}>`;
      elements.push({ type: 'user', user_id: person.id });
    } else {
      text += `<${escaped(match[0])}>`;
      elements.push({ type: 'link', url: match[0] });
    }
  }
  plain(typed.slice(done));
  const section = { type: 'rich_text_section', elements };
  return { text, blocks: typed ? [{ type: 'rich_text', block_id: randomBlockId(), elements: [section] }] : [] };
}
