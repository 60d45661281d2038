import { type CheerioAPI, load } from 'cheerio/slim';
import { holdsOnScreen, screenRules } from './screen-rules.ts';

/** The page as a whole. */
export type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>;
export type Node = Root['children'][number];
export type Element = Extract<Node, { attribs: object }>;

/** Parses a web page; broken markup never fails. What its own style sheets hide inside a table's cell is marked hidden. */
export function parseHtml(html: string): CheerioAPI {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const sheets = $('style')
    .toArray()
    .filter(({ attribs }) => holdsOnScreen(attribs.media ?? ''))
    .map((sheet) => $(sheet).text());
  const hiding = sheets
    .flatMap(screenRules)
    .flatMap(({ selectors, declarations }) => (unseen.test(declarations) ? selectors : []));
  if (hiding.length > 0) hideInCells($, hiding);
  return $;
}

/**
 * A style sheet may hide whole articles that a script shows again; inside a cell it hides what nobody reads. Frameworks
 * bring thousands of selectors: those that end in a name which no cell holds are not looked for.
 */
function hideInCells($: CheerioAPI, selectors: readonly string[]): void {
  const inCells = $('td, th').find('*');
  const names = new Set(
    inCells
      .toArray()
      .flatMap(({ attribs }) => [...(attribs.class ?? '').split(/\s+/).map((name) => `.${name}`), `#${attribs.id}`]),
  );
  for (const selector of new Set(selectors.map((selector) => selector.trim()))) {
    const last = /[^\s>+~]*$/.exec(selector)![0];
    const named = /^[\w-]*((?:[.#][\w-]+)+)$/.exec(last)?.[1]?.match(/[.#][\w-]+/g) ?? [];
    if (!named.every((name) => names.has(name))) continue;
    try {
      inCells.filter(selector).attr('hidden', '');
    } catch {
      // A selector that only browsers know, such as ::before, hides no text.
    }
  }
}

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

/** Not shown, struck out, too small or too faint to be seen, cut away, or moved off the page. */
const unseen = new RegExp(
  [
    'display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|line-through',
    'opacity\\s*:\\s*(?:0?\\.0\\d*|0)(?![.\\d])|font-size\\s*:\\s*(?:0?\\.\\d+(?:px|pt)|0(?![.\\d]))',
    '(?<![\\w-])(?:left|top|text-indent)\\s*:\\s*-\\d{3,}',
    'clip\\s*:\\s*rect\\(\\s*[01](?:px)?[\\s,]+[01](?:px)?[\\s,]|clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%',
  ].join('|'),
  'i',
);

/** Elements that a reader of the page does not see, or sees struck out. */
export const isHidden = ({ name, attribs }: Element): boolean =>
  never.has(name) || 'hidden' in attribs || unseen.test(attribs.style ?? '');

const blocks = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li ' +
    'main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const setAsBlock = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;
export const isBlock = ({ name, attribs }: Element): boolean =>
  blocks.has(name) || (attribs.style !== undefined && setAsBlock.test(attribs.style));
