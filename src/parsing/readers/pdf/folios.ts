/** What is needed of a line here. */
interface Printed {
  text: string;
}

/** Page numbers printed with something around them: `- 4 -`, `— 4 —`, `第 4 页 共 6 页`, `4/6`. */
const marked =
  /^(?:[-—–－―·•~]+\d{1,3}[-—–－―·•~]+|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3}|Page\d{1,3}(?:of\d{1,3})?)$/i;
/** What a browser prints at the edges of a page: the address with the page number, or date and time with the title. */
const browser = /^https?:\/\/\S+\s+\d{1,3}\/\d{1,3}$|^\d{4}\/\d{1,2}\/\d{1,2}[\s,，]*(?:上午|下午)?\d{1,2}:\d{2}/;
const bare = /^[-—–－]?(\d{1,3})[-—–－]?$/;

const slots = ['first', 'second', 'last', 'last but one'] as const;
type Slot = (typeof slots)[number];

/**
 * Finds the folios: numbers at the edge of a page that are no values. Looks at the first and last two printed lines
 * of each page. A number with nothing around it is a folio only if it counts up from page to page in the same place,
 * because tables may end in a single value alone on its line.
 */
export function folios<L extends Printed>(pages: readonly L[][]): Set<L> {
  const edges = pages.map((lines) => edgeLines(lines));
  const found = new Set<L>();
  for (const edge of edges) {
    for (const line of edge.values()) {
      if (marked.test(squeezed(line)) || browser.test(line.text.trim())) found.add(line);
    }
  }
  for (const slot of slots) {
    const numbers = edges.map((edge) => Number(bare.exec(squeezed(edge.get(slot)))?.[1] ?? Number.NaN));
    const offsets = numbers.map((n, page) => n - page).filter((n) => !Number.isNaN(n));
    const usual = mostFrequent(offsets);
    const counting = offsets.filter((n) => n === usual).length;
    if (counting < 2 || counting < 0.6 * pages.length) continue;
    for (const [page, n] of numbers.entries()) if (n - page === usual) found.add(edges[page]!.get(slot)!);
  }
  return found;
}

function edgeLines<L extends Printed>(lines: L[]): Map<Slot, L> {
  const printed = lines.filter((line) => line.text.trim());
  const edge = new Map<Slot, L>();
  for (const [slot, at] of [
    ['first', 0],
    ['second', 1],
    ['last', -1],
    ['last but one', -2],
  ] as const) {
    const line = printed.at(at);
    if (line) edge.set(slot, line);
  }
  return edge;
}

const squeezed = (line: Printed | undefined) => line?.text.normalize('NFKC').replace(/\s/g, '') ?? '';

function mostFrequent(numbers: number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
