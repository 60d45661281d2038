import { type CheerioAPI, load } from 'cheerio/slim';

/** The page as a whole. */
export type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>;
export type Node = Root['children'][number];
export type Element = Extract<Node, { attribs: object }>;

/** Parses a web page; broken markup never fails. */
export const parseHtml = (html: string): CheerioAPI => load(html, { xml: { xmlMode: false, decodeEntities: true } });

/** The element itself and all around it, the page last. */
export function ancestors(element: Root | Element): (Root | Element)[] {
  const { parent } = element;
  const isHolder = parent && (parent.type === 'root' || 'attribs' in parent);
  return [element, ...(isHolder ? ancestors(parent) : [])];
}

export const isElement = (node: Node): node is Element => 'attribs' in node;

const never = new Set(
  'script style noscript template iframe object svg head select button textarea input del s strike rp rt'.split(' '),
);

/** Elements that a reader of the page does not see, or sees struck out. */
export function isHidden({ name, attribs }: Element): boolean {
  return (
    never.has(name) || 'hidden' in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '')
  );
}

const blocks = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li ' +
    'main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
export const isBlock = ({ name }: Element): boolean => blocks.has(name);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits are note marks: kept as such, so that a note behind 44 never makes 441 of it. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => superscripts[Number(digit)]!);
