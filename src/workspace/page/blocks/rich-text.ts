import { h } from '../dom.ts';
import { glyph } from '../emoji.ts';
import { isJson, type Json, jsons, str } from '../shapes.ts';
import { withSigns } from '../signs.ts';
import { link, mention } from './mrkdwn.ts';

/** A rich_text block, or a cell that holds one. */
export const richText = (block: Json): HTMLElement => h('div', { class: 'rich-text' }, jsons(block.elements).map(part));

function part(element: Json): Node {
  const inside = jsons(element.elements);
  if (element.type === 'rich_text_list') {
    const tag = element.style === 'ordered' ? 'ol' : 'ul';
    return h(
      tag,
      { class: `indent-${Number(element.indent ?? 0)}` },
      inside.map((item) => h('li', {}, jsons(item.elements).map(piece))),
    );
  }
  if (element.type === 'rich_text_quote') return h('blockquote', {}, inside.map(piece));
  if (element.type === 'rich_text_preformatted')
    return h(
      'pre',
      {},
      inside.map((item) => str(item.text)),
    );
  return h('span', {}, inside.map(piece));
}

function piece(element: Json): Node {
  switch (element.type) {
    case 'text':
      return styled(h('span', {}, withSigns(str(element.text))), element.style);
    case 'user':
      return mention(str(element.user_id));
    case 'link':
      return link(str(element.url), [document.createTextNode(str(element.text) || str(element.url))]);
    case 'emoji':
      return h('span', {}, withSigns(glyph(str(element.name))));
    case 'channel':
      return h('span', { class: 'mention' }, `#${str(element.channel_id)}`);
    case 'broadcast':
      return h('span', { class: 'mention' }, `@${str(element.range)}`);
    case 'date':
      return document.createTextNode(str(element.fallback));
    default:
      return document.createTextNode(str(element.text));
  }
}

function styled(text: Node, style: unknown): Node {
  if (!isJson(style)) return text;
  let node = text;
  for (const [name, tag] of [
    ['bold', 'strong'],
    ['italic', 'em'],
    ['strike', 'del'],
    ['code', 'code'],
  ] as const)
    if (style[name] === true) node = h(tag, {}, node);
  return node;
}
