import { GovinfoError } from '../../../errors.ts';
import { raised } from '../../note-marks.ts';
import { type Element, isBlock, isElement, isHidden, type Node, type Root } from './dom.ts';
import { valueRow } from './value-row.ts';

/** A printed line, or a table; in the order of the page, with the element that holds it. */
export type Block =
  | { kind: 'line'; text: string; within: Root | Element; endsParagraph: boolean }
  | { kind: 'table'; table: Element; within: Element };

/** Deeper nesting is no page that anybody wrote. */
const deepest = 400;

/** The visible text below an element as lines, and its tables. A table that only lays out the page is walked into. */
export function pageBlocks(root: Root | Element): Block[] {
  const found: Block[] = [];
  let text = '';
  let within: Root | Element = root;

  const flush = (endsParagraph: boolean) => {
    const line = text.replace(/[^\S\u00a0\u3000]+/g, ' ').trim();
    if (line) found.push({ kind: 'line', text: line, within, endsParagraph });
    text = '';
  };
  const walk = (node: Node, inside: Root | Element, depth: number, superscript: boolean) => {
    if (depth > deepest) throw tooDeep();
    if (!isElement(node)) {
      if (node.type !== 'text') return;
      // Text outside every tag is no page but Markdown: there a line break is one.
      const printed = inside.type === 'root' ? node.data.split('\n') : [node.data];
      for (const [i, part] of printed.entries()) {
        if (i > 0) flush(false);
        if (!text.trim()) within = inside;
        text += superscript ? raised(part) : part;
      }
    } else if (isHidden(node)) {
      return;
    } else if (node.name === 'br') {
      flush(false);
    } else if (node.name === 'table' && !isFrame(node) && !isLayout(node)) {
      flush(true);
      found.push({ kind: 'table', table: node, within: node });
    } else {
      const block = isBlock(node);
      if (block) flush(true);
      const row = block ? valueRow(node) : null;
      if (row) {
        found.push({ kind: 'line', text: row.join('\t'), within: node, endsParagraph: true });
        return;
      }
      for (const child of node.children)
        walk(child, block ? node : inside, depth + 1, superscript || node.name === 'sup' || node.name === 'sub');
      if (block) flush(true);
    }
  };
  for (const child of root.children) walk(child, root, 0, false);
  flush(true);
  return found;
}

/** A table with another table in it arranges the page and holds no figures of its own; frames around cells do not count. */
function isLayout(table: Element): boolean {
  const inner = inside(table, (node) => node.name === 'table');
  const framesCells = inner.length >= fewestFrames && inner.every((frame) => isFrame(frame) && printed(frame) < 100);
  return inner.length > 0 && !framesCells;
}

/** Some pages put a table of one cell into every cell of the real table. */
const isFrame = (table: Element): boolean => inside(table, ({ name }) => name === 'td' || name === 'th').length === 1;

/** Fewer frames in one table are boxes of a page. */
const fewestFrames = 6;

function inside(element: Element, wanted: (node: Element) => boolean): Element[] {
  const found: Element[] = [];
  const open: Node[] = [...element.children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (wanted(node)) found.push(node);
    open.push(...node.children);
  }
  return found;
}

const printed = (element: Element): number =>
  element.children.reduce(
    (length, child) =>
      length + (isElement(child) ? printed(child) : child.type === 'text' ? child.data.trim().length : 0),
    0,
  );

const tooDeep = () =>
  new GovinfoError('E-HTML-DAMAGED', {
    zh: '这个网页的结构层层嵌套，无法读取',
    en: 'this web page is nested too deeply to be read',
  });
