import { NodeType, type Node as Part, parse } from '/vendor/slack-message-parser/mod.js';
import { h } from '../dom.ts';
import { glyph } from '../emoji.ts';
import { withSigns } from '../signs.ts';
import { personOf, state } from '../state.ts';
import { english } from '../words.ts';

const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Slack's mrkdwn as elements. Line breaks stay; only web and mail addresses become links. */
export function mrkdwn(text: string): Node[] {
  return inner(parse(text).children);
}

const inner = (parts: Part[]): Node[] =>
  parts.flatMap((part) => (part.type === NodeType.Text ? withSigns(unescaped(part.text)) : [draw(part)]));

function draw(part: Part): Node {
  switch (part.type) {
    case NodeType.Text:
      return document.createTextNode(unescaped(part.text));
    case NodeType.Bold:
      return h('strong', {}, inner(part.children));
    case NodeType.Italic:
      return h('em', {}, inner(part.children));
    case NodeType.Strike:
      return h('del', {}, inner(part.children));
    case NodeType.Quote:
      return h('blockquote', {}, inner(part.children));
    case NodeType.Code:
      return h('code', {}, unescaped(part.text));
    case NodeType.PreText:
      return h('pre', {}, unescaped(part.text.replace(/^\n|\n$/g, '')));
    case NodeType.Emoji:
      return h('span', {}, withSigns(glyph(part.name)));
    case NodeType.UserLink:
      return mention(part.userID);
    case NodeType.ChannelLink:
      return h('span', { class: 'mention' }, `#${channelName(part.channelID)}`);
    case NodeType.URL:
      return link(unescaped(part.url), part.label ? inner(part.label) : [document.createTextNode(unescaped(part.url))]);
    case NodeType.Command:
      return command(part.name, part.arguments, part.label ? inner(part.label) : []);
    default:
      return h('span', {}, inner(part.children));
  }
}

export function mention(id: string): HTMLElement {
  const mine = id === state.me;
  return h('span', { class: mine ? 'mention mine' : 'mention' }, `@${personOf(id)?.name ?? id}`);
}

const channelName = (id: string): string => state.start.channels.find((channel) => channel.id === id)?.name ?? id;

/** A link, when its address is harmless; else its words alone. Our own permalinks open inside the page. */
export function link(address: string, label: Node[]): Node {
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return h('span', {}, label);
  if (address.startsWith(`${location.origin}/archives/`) || address.startsWith(`${state.start.address}/archives/`))
    return h('a', { href: new URL(address).pathname + new URL(address).search, class: 'inside' }, label);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label);
}

function command(name: string, parts: string[], label: Node[]): Node {
  if (name === 'date') return date(Number(parts[0]), parts[1] ?? '', label);
  return h('span', { class: 'mention' }, label.length ? label : `@${name}`);
}

/** `<!date^…>`: the reader's own zone and language. */
function date(seconds: number, format: string, fallback: Node[]): Node {
  if (!Number.isFinite(seconds)) return h('span', {}, fallback);
  const moment = new Date(seconds * 1000);
  const locale = english ? 'en' : 'zh-CN';
  const day = moment.toLocaleDateString(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  const written = format
    .replace(/\{date(_\w+)?\}/g, day)
    .replace(/\{time(_secs)?\}/g, moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }))
    .replace(/\{ago\}/g, day);
  return h('time', { datetime: moment.toISOString() }, written);
}
