import type { SectionId } from '../../../report/report.ts';
import { normalise } from '../../text/normalise.ts';
import { titlesAt } from '../../text/section-titles.ts';
import type { Block } from './blocks.ts';
import { ancestors, type Element, type Root } from './dom.ts';

type Holder = Root | Element;

/** As many of the six section titles mark the article of a page. */
const enough = 4;

/**
 * The blocks of the report itself, without the site around it: the smallest element that holds the section titles,
 * and what stands between the report's title and that element. All blocks where no such element is found.
 */
export function article(blocks: Block[]): Block[] {
  const holders = titleHolders(blocks);
  const main = smallestHolder(holders, blocks);
  if (!main) return blocks;
  const inside = blocks.map((block) => ancestors(block.within).includes(main));
  const [start, end] = [inside.indexOf(true), inside.lastIndexOf(true)];
  return blocks.slice(reportTitle(blocks, start) ?? start, end + 1);
}

/** Every element that has section titles at the beginning of lines below it, with the titles. */
function titleHolders(blocks: Block[]): Map<Holder, Set<SectionId>> {
  const holders = new Map<Holder, Set<SectionId>>();
  for (const block of blocks) {
    if (block.kind !== 'line' || block.text.length > 60) continue;
    const words = normalise(block.text).replace(
      /^[^\p{Script=Han}]*([一二三四五六七八][、.．\s]|第.部分)?[^\p{Script=Han}]*/u,
      '',
    );
    const title = titlesAt(words)[0];
    if (!title) continue;
    for (const element of ancestors(block.within)) {
      if (!holders.has(element)) holders.set(element, new Set());
      holders.get(element)!.add(title.id);
    }
  }
  return holders;
}

/** A list of contents holds all titles too, so the holder with the most text counts, widened while that adds titles. */
function smallestHolder(holders: Map<Holder, Set<SectionId>>, blocks: Block[]): Holder | undefined {
  const most = Math.max(0, ...[...holders.values()].map((titles) => titles.size));
  const full = [...holders].filter(([, titles]) => titles.size >= Math.min(enough, most)).map(([element]) => element);
  const around = new Set(full.flatMap((element) => ancestors(element).slice(1)));
  const size = (element: Holder) => blocks.filter((block) => ancestors(block.within).includes(element)).length;
  const smallest = full.filter((element) => !around.has(element)).sort((a, b) => size(b) - size(a))[0];
  if (!smallest) return undefined;
  return ancestors(smallest).reduce((held, wider) =>
    (holders.get(wider)?.size ?? 0) > (holders.get(held)?.size ?? 0) ? wider : held,
  );
}

const title = /信息公开.*(年度报告|年报)/;

/** Where the report's title stands above the article: the last such line there that is no link and no trail of links. */
function reportTitle(blocks: Block[], start: number): number | undefined {
  if (blocks.slice(start, start + 3).some((block) => block.kind === 'line' && title.test(block.text))) return undefined;
  const found = blocks.slice(0, start).findLastIndex((block) => {
    const isLink = ancestors(block.within).some((element) => 'name' in element && /^(a|li|title)$/.test(element.name));
    return block.kind === 'line' && !isLink && title.test(block.text) && !/位置|[>＞»]/.test(block.text);
  });
  return found < 0 ? undefined : found;
}
