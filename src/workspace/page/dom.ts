type Child = Node | string | null | undefined | false | readonly Child[];

type Handler = (event: Event) => void;

/** Attributes by name; `on…` adds a listener, `class` the class, false and undefined leave an attribute out. */
type Attributes = Record<string, string | number | boolean | undefined | Handler>;

const place = (parent: Node, child: Child): void => {
  if (child === null || child === undefined || child === false) return;
  if (child instanceof Node) parent.appendChild(child);
  else if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
  else for (const one of child) place(parent, one);
};

const dress = (element: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
};

/** Makes an element. Text is always text: nothing that people or documents wrote is ever parsed as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, attributes);
  place(element, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  dress(element, attributes);
  place(element, children);
  return element;
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  place(element, children);
}

/** An element of the page's own frame, which is always there. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found as T;
}

const paths: Record<string, string> = {
  thread: 'M4 5h16v11H9l-5 4z',
  smile: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M8.5 10v.5M15.5 10v.5M8 14.5c2 2.4 6 2.4 8 0',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7l7 7',
  down: 'M6 9l6 6l6-6',
  send: 'M4 12l16-8l-5 17l-4-7z',
  clip: 'M8 12l6-6a3.5 3.5 0 0 1 5 5l-8.500 8.500a5.500 5.500 0 0 1-7.800-7.800L11 4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  hash: 'M9 4L7 20M17 4l-2 16M4 9h16M3.500 15h16',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  lens: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.500 4.500',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2v2M12 20v2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M2 12h2M20 12h2M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400',
  eye: 'M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6',
  save: 'M12 4v11M7 11l5 5l5-5M5 20h14',
  pulse: 'M3 12h4l2.500-7l5 14l2.500-7h4',
  bolt: 'M13 3L5 14h6l-1 7l8-11h-6z',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.200 1.200M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.200-1.200',
  globe: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
};

/** A line icon, decorative: the element that holds it carries the words. */
export const icon = (name: string, size = 18): SVGSVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 24 24', width: size, height: size, class: 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: paths[name] ?? '' }),
  );
