import { createRequire } from 'node:module';
import { NodeType, type Node as Part, parse } from 'slack-message-parser';
import type { Message } from '../../src/views/message.ts';
import { checkBlocks } from '../../src/workspace/block-check.ts';

type Block = Record<string, unknown>;
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null;

/** What Slack would refuse in a message, on each of its rungs; empty when all of it would be taken. */
export function faultsOf({ text, blocks, plain }: Message): string[] {
  const length = [...text].length;
  return [
    ...(length > 3900 ? [`text: ${length} characters`] : []),
    ...(text.trim() === '' ? ['text: empty'] : []),
    ...checkBlocks(blocks, 'message'),
    ...(plain ? checkBlocks(plain, 'message').map((fault) => `plain ${fault}`) : []),
    ...(plain?.some(({ type }) => String(type).startsWith('data_')) ? ['plain: has a table or chart'] : []),
  ];
}

// The other renderer is an ES module that asks for React as CommonJS does; both come from its own folder.
const packages = createRequire(createRequire(import.meta.url).resolve('slack-blocks-to-jsx'));
const { createElement } = packages('react') as { createElement(type: unknown, props: unknown): unknown };
const { renderToStaticMarkup } = packages('react-dom/server') as { renderToStaticMarkup(element: unknown): string };

/** It knows no raw_number and no data_table, whose text is the same, and takes `verbatim` for text without any marks. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known);
  if (!isBlock(value)) return value;
  if (value.type === 'raw_number') return { type: 'raw_text', text: value.text };
  if (value.type === 'data_table') return { type: 'table', rows: known(value.rows) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (key === 'verbatim' ? [] : [[key, known(entry)]])),
  );
}

const { Message: Drawn } = packages('slack-blocks-to-jsx') as { Message: unknown };

/** Blocks as somebody else's renderer draws them. */
export const drawn = (blocks: readonly unknown[]): string =>
  renderToStaticMarkup(
    createElement(Drawn, { blocks: known(blocks), logo: '', name: 'govinfo', time: new Date(0), withoutWrapper: true }),
  );

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
/** Text of HTML, without tags and blanks. */
export const textIn = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity]!)
    .replace(/\s+/g, '');

const boldParts = ({ type, ...part }: Part, inside = false): string =>
  'children' in part
    ? part.children.map((child) => boldParts(child, inside || type === NodeType.Bold)).join('')
    : inside && 'text' in part
      ? String(part.text)
      : '';

/** What slack-message-parser takes for bold in a mrkdwn text. */
export const boldIn = (mrkdwn: string): string => boldParts(parse(mrkdwn)).replace(/\s+/g, '');

/** What the other renderer draws bold. */
export const boldDrawn = (html: string): string =>
  [...html.matchAll(/<(?:strong|b)\b[^>]*>(.*?)<\/(?:strong|b)>/gs)].map(([, inner]) => textIn(inner!)).join('');

/** Every text of blocks that a reader sees: labels, options, cells, with its kind. */
export function textsOf(value: unknown): { type: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isBlock(value)) return [];
  const own = typeof value.text === 'string' ? [{ type: String(value.type), text: value.text }] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}
