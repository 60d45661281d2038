import { h } from '../dom.ts';
import { link } from './mrkdwn.ts';

/** A `markdown` block: headings, lists, quotes, bold, italic, code and links; anything else stays as written. */
export function markdown(text: string): HTMLElement {
  const box = h('div', { class: 'markdown' });
  let items: HTMLElement | undefined;
  for (const line of text.split('\n')) {
    const item = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/.exec(line);
    if (item) {
      items ??= box.appendChild(h(item[1] ? 'ol' : 'ul'));
      items.append(h('li', {}, inline(item[2] ?? '')));
      continue;
    }
    items = undefined;
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    const quote = /^>\s?(.*)$/.exec(line);
    if (heading) box.append(h('h3', { class: 'header' }, inline(heading[2] ?? '')));
    else if (quote) box.append(h('blockquote', {}, inline(quote[1] ?? '')));
    else if (/^(-{3,}|\*{3,})$/.test(line)) box.append(h('hr'));
    else if (line.trim()) box.append(h('p', {}, inline(line)));
  }
  return box;
}

const marks = /\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const match of text.matchAll(marks)) {
    nodes.push(document.createTextNode(text.slice(done, match.index)));
    done = match.index + match[0].length;
    const [, bold, italic, code, label, address] = match;
    if (bold) nodes.push(h('strong', {}, bold));
    else if (italic) nodes.push(h('em', {}, italic));
    else if (code) nodes.push(h('code', {}, code));
    else nodes.push(link(address ?? '', [document.createTextNode(label ?? '')]));
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}
