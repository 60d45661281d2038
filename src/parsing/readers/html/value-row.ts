import { readCellText } from '../../tables/cell-text.ts';
import { type Element, isBlock, isElement, isHidden, type Node } from './dom.ts';

/** More labels before its values has no row of the form: two groups, a label, and one to spare. */
const mostLabels = 4;
/** A longer text with an empty block behind it is a paragraph. */
const longestBare = 12;
/** Table 四 has its fifteen values in one row without a label, the longest of the form; some may be lost, or too many. */
const fewestBare = 12;
const mostCells = 18;

/**
 * The cells of a table row that is set in blocks instead of a table: labels, then nothing but values, each in a block of
 * its own, so that a blank one is seen. `null` for any other element.
 */
export function valueRow(element: Element): string[] | null {
  const children = element.children.filter((child) => isElement(child) || textOf(child).trim() !== '');
  if (children.length < 2 || children.length > mostCells) return null;
  if (!children.every((child) => isElement(child) && isBlock(child) && !child.children.some(holdsBlock))) return null;
  const texts = children.map((child) => textOf(child).replace(/\s+/gu, ' ').trim());
  const labels = texts.findLastIndex(isWords) + 1;
  const values = texts.slice(labels);
  const isRow =
    (labels > 0 || values.length >= fewestBare) &&
    labels <= mostLabels &&
    texts.slice(0, labels).every((text) => text !== '' && text.length < 60) &&
    (values.length > 1 || (values.length === 1 && (values[0] !== '' || texts[0]!.length <= longestBare)));
  return isRow ? texts : null;
}

/** What has no Chinese sign and is no number, `7 12` or `/ 22`, is a value that nobody can read. */
const isWords = (text: string): boolean => readCellText(text).state === 'unreadable' && /\p{Script=Han}/u.test(text);

const holdsBlock = (node: Node): boolean => isElement(node) && (isBlock(node) || node.children.some(holdsBlock));

const textOf = (node: Node): string =>
  isElement(node) ? (isHidden(node) ? '' : node.children.map(textOf).join('')) : node.type === 'text' ? node.data : '';
