import { h, svg } from './dom.ts';

/**
 * The signs that govinfo puts beside its words, drawn here: they look the same everywhere, also where no emoji font is
 * installed. The character itself stays in the text, for copying and for screen readers.
 */
const drawings: Record<string, { tone: string; shape: string; mark?: string }> = {
  '✅': {
    tone: 'good',
    shape: 'M4 2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
    mark: 'M6 10.300l2.800 2.800L14.200 7',
  },
  '☑': {
    tone: 'accent',
    shape: 'M4 2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
    mark: 'M6 10.300l2.800 2.800L14.200 7',
  },
  '❌': { tone: 'bad', shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z', mark: 'M7 7l6 6M13 7l-6 6' },
  '⚠': { tone: 'warn', shape: 'M10 1.800L19 17.500H1z', mark: 'M10 7.300v4.700M10 14.700v.1' },
  ℹ: {
    tone: 'accent',
    shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z',
    mark: 'M10 9.200v4.800M10 6v.1',
  },
  '➖': { tone: 'soft', shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z', mark: 'M6 10h8' },
  '💤': { tone: 'soft', shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z', mark: 'M7 6.500h6l-6 7h6' },
  '⏳': {
    tone: 'soft',
    shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z',
    mark: 'M10 5.500V10l3 2.500',
  },
  '❓': {
    tone: 'accent',
    shape: 'M10 1.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z',
    mark: 'M7.500 7.800a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.600M10 14.400v.1',
  },
  '👀': {
    tone: 'line',
    shape:
      'M5.600 5.500c1.700 0 3 2 3 4.500s-1.300 4.500-3 4.500s-3-2-3-4.500s1.300-4.500 3-4.500zM14.400 5.500c1.700 0 3 2 3 4.500s-1.300 4.500-3 4.500s-3-2-3-4.500s1.300-4.500 3-4.500z',
    mark: 'M6.600 9.800v1.400M15.400 9.800v1.400',
  },
  '📝': { tone: 'line', shape: 'M4 2.500h9l3 3V17.500H4z', mark: 'M7 8h6M7 11h6M7 14h3' },
  '📄': { tone: 'line', shape: 'M4 2.500h9l3 3V17.500H4z', mark: 'M7 8h6M7 11h6M7 14h6' },
  '👍': {
    tone: 'warn-line',
    shape:
      'M3 9h3v8H3zM6 9l3.500-6.500c1.600 0 2 1.300 1.600 2.800L10.500 8H15a1.800 1.800 0 0 1 1.700 2.200l-1.300 5.300A2 2 0 0 1 13.500 17H6z',
  },
};

const pattern = new RegExp(`(${Object.keys(drawings).join('|')})\\uFE0F?`, 'gu');

/** Text with its signs drawn. */
export function withSigns(text: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) nodes.push(document.createTextNode(text.slice(done, match.index)));
    done = match.index + match[0].length;
    nodes.push(sign(match[1] ?? '', match[0]));
  }
  if (done < text.length || nodes.length === 0) nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

function sign(character: string, written: string): HTMLElement {
  const { tone, shape, mark } = drawings[character] ?? { tone: 'soft', shape: '' };
  return h(
    'span',
    { class: `sign ${tone}` },
    h('span', { class: 'written' }, written),
    svg(
      'svg',
      { viewBox: '0 0 20 20', width: 16, height: 16, 'aria-hidden': 'true' },
      svg('path', { d: shape, class: 'shape' }),
      mark ? svg('path', { d: mark, class: 'mark' }) : null,
    ),
  );
}
