import type { Draft } from './draft.ts';
import { percentages } from './families.ts';

/** A total and the numbers that stand behind it as its parts. */
interface List {
  total: Draft;
  parts: Draft[];
  kind: 'complete' | 'closed' | 'open' | 'plain';
}

const countable = (draft: Draft): boolean => !percentages.has(draft.fact.subject);
const alike = (one: Draft, other: Draft): boolean => one.token.unit === other.token.unit && one.token.unit !== '';
const sum = (drafts: readonly Draft[]): number =>
  Math.round(drafts.reduce((total, { token }) => total + token.value, 0) * 10_000) / 10_000;

/**
 * The lists of a paragraph's sentences: what follows 其中, a colon or a bracket. Parts are added up from the left; where the
 * sum reaches the total the parts end and what comes later stands on its own. Parts may follow in the next sentence.
 */
export function listsOf(sentences: readonly (readonly Draft[])[]): List[] {
  const lists: List[] = [];
  sentences.forEach((all, index) => {
    const drafts = all.filter(countable);
    for (const owner of drafts.filter(({ inBracketOf }) => inBracketOf === null)) {
      const inside = drafts.filter(
        ({ inBracketOf, token }) => inBracketOf === owner.token.start && token.unit === owner.token.unit,
      );
      if (inside.length > 0)
        lists.push(
          ...listFrom(
            owner,
            inside.filter(({ left }) => !/另|外|顺延/u.test(left)),
            inside[0]!.opens === 'open',
          ),
        );
    }
    const outer = drafts.filter(({ inBracketOf }) => inBracketOf === null);
    outer.forEach((draft, at) => {
      if (draft.opens === null) return;
      // One list opens at one place: the next opener ends it, and owns the number in front of itself.
      const next = outer.findIndex((other, later) => later > at && other.opens !== null);
      const candidates = outer.slice(at, next < 0 ? outer.length : next - 1 > at ? next - 1 : next);
      for (const unit of new Set(candidates.map(({ token }) => token.unit))) {
        const same = candidates.filter(({ token }) => token.unit === unit);
        const total =
          outer.slice(0, at).findLast((other) => alike(other, same[0]!)) ??
          (at === 0
            ? sentences[index - 1]
                ?.filter(countable)
                .findLast((other) => other.inBracketOf === null && alike(other, same[0]!))
            : undefined);
        if (total && !(draft.ofConcluded && !isConcluded(total)))
          lists.push(...listFrom(total, same, draft.opens === 'open'));
      }
    });
    // A sentence without 其中 lists the total of the one before it only where it adds up exactly.
    const last = sentences[index - 1]
      ?.filter(countable)
      .filter(({ inBracketOf }) => inBracketOf === null)
      .at(-1);
    if (
      last &&
      outer.length > 1 &&
      outer.every((draft) => draft.opens === null && alike(draft, last) && exact(draft) && ofTheSame(draft, last)) &&
      sum(outer) === last.token.value
    )
      lists.push({ total: last, parts: [...outer], kind: 'complete' });
  });
  return lists;
}

/** Whether a number can be a part by what it counts, where no 其中 says so. */
const ofTheSame = (draft: Draft, total: Draft): boolean =>
  draft.unnamed ||
  draft.fact.subject === total.fact.subject ||
  (total.fact.subject === 'published' && aboutPublishing.has(draft.fact.subject));
const aboutPublishing = new Set<string>(['interpretations', 'responses', 'policyDocuments', 'normativeDocuments']);

const isConcluded = ({ fact }: Draft): boolean => fact.subject === 'concluded' || fact.subject === 'answered';

const exact = ({ token }: Draft): boolean => token.precision === 'exact';

/** Penalties are no part of licences: each is a row of table 二 by itself. */
const isOther = (one: Draft['fact'], total: Draft['fact']): boolean =>
  one.subject !== total.subject && rowsOfTableTwo.has(one.subject) && rowsOfTableTwo.has(total.subject);
const rowsOfTableTwo = new Set<string>([
  'regulations',
  'normativeDocuments',
  'licences',
  'penalties',
  'coerciveMeasures',
]);

/** The bare name of one more item of a list: no verb, and no word that leads out of the list. */
const isItem =
  /^(?!另|此外|同时|并|还|全年|累计|其中|共)(?!\p{Script=Han}*(?:发布|公开|办理|办结|收到|受理|推送|答复|回复|回应|更新|转发|解答|制发|开展|举办|组织))\p{Script=Han}{2,10}$/u;

function listFrom(total: Draft, candidates: readonly Draft[], open: boolean): List[] {
  const tooLarge = candidates.findIndex(
    ({ token, fact }) => token.value > total.token.value || isOther(fact, total.fact),
  );
  const within = tooLarge < 0 ? [...candidates] : candidates.slice(0, tooLarge);
  if (within.length === 0) return [];
  const whole = within.findIndex(
    (_, at) => sum(within.slice(0, at + 1)) === total.token.value && within.slice(0, at + 1).every(exact),
  );
  if (whole > 0 || (whole === 0 && within.length === 1))
    return [{ total, parts: within.slice(0, whole + 1), kind: 'complete' }];
  const nested = byApplicants(total, within);
  if (nested) return nested;
  const rest = within.findIndex(({ left }) => /^(?:其他|其余|余下|剩余)/u.test(left));
  // 其他重点信息5条、工作动态63条: one item among others, not all that is left.
  const isLast = !isItem.test(within[rest + 1]?.left ?? '');
  if (rest > 0 && isLast && !open) return [{ total, parts: within.slice(0, rest + 1), kind: 'closed' }];
  // Another channel than the total's is no part of it.
  const own = within.filter(({ channel }) => !channel || !total.fact.channel || channel === total.fact.channel);
  return own.length > 0 ? [{ total, parts: own, kind: open ? 'open' : 'plain' }] : [];
}

/**
 * 其中自然人9件，予以公开4件、无法提供5件；企业2件，…: kinds of applicants that add up to the total, each with what became of
 * its requests behind it. Nothing where the numbers do not bear that out.
 */
function byApplicants(total: Draft, candidates: readonly Draft[]): List[] | null {
  const starts = candidates.flatMap((draft, at) => (draft.fact.subject === 'applicants' ? [at] : []));
  const kinds = starts.map((at) => candidates[at]!);
  if (starts[0] !== 0 || kinds.length < 2 || kinds.length === candidates.length) return null;
  if (!candidates.every(exact) || sum(kinds) !== total.token.value) return null;
  const inner = starts.flatMap((from, index): List[] => {
    const parts = candidates.slice(from + 1, starts[index + 1]);
    const whole = candidates[from]!;
    if (!parts.length) return [];
    return [{ total: whole, parts, kind: sum(parts) === whole.token.value ? 'complete' : 'open' }];
  });
  return [{ total, parts: kinds, kind: 'complete' }, ...inner];
}
