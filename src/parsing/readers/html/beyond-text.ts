import { pictureSign } from '../../signs.ts';
import { type Element, isElement } from './dom.ts';

/** What a cell without text shows all the same: the value of a field that somebody filled in, or a picture. */
export function beyondText(element: Element): string {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const shown = field(child) || (isPicture(child) ? pictureSign : beyondText(child));
    if (shown) return shown;
  }
  return '';
}

function field({ name, attribs, children }: Element): string {
  if (name === 'input') return /^(?:text|number|tel|)$/i.test(attribs.type ?? '') ? (attribs.value ?? '').trim() : '';
  if (name === 'textarea') return textOf(children);
  if (name !== 'select') return '';
  const options = children.filter(isElement).filter((option) => option.name === 'option');
  const chosen = options.find(({ attribs }) => 'selected' in attribs) ?? options[0];
  return chosen ? textOf(chosen.children) : '';
}

const textOf = (children: Element['children']): string =>
  children
    .map((child) => (child.type === 'text' ? child.data : ''))
    .join('')
    .trim();

/** Pictures of a few points only keep rows apart. */
const isPicture = ({ name, attribs }: Element): boolean =>
  /^(?:img|svg|canvas|object|embed)$/.test(name) &&
  !(Number.parseInt(attribs.width ?? '', 10) <= 3 || Number.parseInt(attribs.height ?? '', 10) <= 3);
