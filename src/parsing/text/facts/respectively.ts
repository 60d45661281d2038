import { channelOf } from './channels.ts';
import type { Draft } from './draft.ts';

/**
 * A和B…分别为 350 条和 150 条: the k-th number goes to the k-th of the things named before. Where the two lists differ in
 * length nothing can be said, and the numbers are dropped.
 */
export function distribute(drafts: readonly Draft[], masked: string, text: string): Draft[] {
  const at = masked.search(
    /分别(?:为|是|达到?|有|约|共|公开|发布|推送|解读|制作|举办|开展|收到|办理|接待)*(?=[\d约近超])/u,
  );
  if (at < 0) return [...drafts];
  const length = masked.slice(at).search(/[，；。]/u);
  const until = length < 0 ? masked.length : at + length;
  const series = drafts.filter(({ token }) => token.start > at && token.start < until);
  const [first] = series;
  if (!first || series.length < 2) return [...drafts];
  const before = drafts.filter(({ token }) => token.end < at).map(({ token }) => token.end);
  const start = Math.max(masked.lastIndexOf('；', at) + 1, ...before, 0);
  const things = thingsNamed(masked.slice(start, at), text.slice(start, at), series.length);
  return drafts.flatMap((draft): Draft[] => {
    const thing = series.includes(draft) ? things?.[series.indexOf(draft)] : null;
    if (thing === undefined) return [];
    if (thing === null) return [draft];
    const channel = channelOf(thing);
    const { subject } = first.fact;
    return [
      {
        ...draft,
        left: thing,
        unnamed: first.unnamed,
        fact: { ...draft.fact, subject, of: thing, ...(channel && { channel }) },
      },
    ];
  });
}

const bare = (thing: string): string =>
  thing
    .replace(/^.*，/u, '')
    .replace(/^(?:以|用|采用|采取)(?=.{2})/u, '')
    .trim();

/** Exactly `count` things joined by 、 and 和 in front of the verb. */
function thingsNamed(masked: string, text: string, count: number): string[] | null {
  const verb = /发布|公开|推送|收到|受理|办理|开展|举办|制发|制作/u.exec(masked);
  const head = verb ? verb.index : masked.length;
  const parts: string[] = [];
  let from = 0;
  for (const cut of [...masked.slice(0, head).matchAll(/[、和及与]/gu), null]) {
    const until = cut ? cut.index : head;
    parts.push(bare(text.slice(from, until)));
    from = until + 1;
  }
  return parts.length === count && parts.every((part) => part.length > 1) ? parts : null;
}
