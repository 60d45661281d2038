import type { Place } from '../../report/report.ts';
import type { Document, Token } from '../document.ts';
import type { SectionSpan } from '../text/section-span.ts';
import { readCellText } from './cell-text.ts';

const digits = /^[\d０-９,.．，%]+$/u;
const han = /^[\p{Script=Han}\p{P}]+$/u;
const hanOnly = /^\p{Script=Han}+$/u;
const goesWithNumber = /^(?:[件项个条份宗起例元年月日号]|万元|[.．、])/u;

/** The tokens of a section, by where its first and last line stand on the page; in the order of the file. */
export const tokensOf = (document: Document, span: SectionSpan): Token[] =>
  document.tokens.filter(stretchOf(document, span));

/** Whether something stands on the pages between a first line and the one after the last, by its middle. */
export function stretchOf(
  { lines }: Document,
  { body, end }: Pick<SectionSpan, 'body' | 'end'>,
): (at: Pick<Token, 'page' | 'y' | 'height'>) => boolean {
  const from = lines[body]?.place;
  const to = lines[end]?.place;
  const top = Math.min(from?.box?.[1] ?? 0, lowerEdge(lines[body - 1]?.place, from?.page));
  return ({ page, y, height }) => {
    const middle = y + height / 2;
    const early = from?.page !== undefined && (page < from.page || (page === from.page && middle < top));
    const late = to?.page !== undefined && (page > to.page || (page === to.page && middle >= (to.box?.[1] ?? 0)));
    return !early && !late;
  };
}

/** Where the line before a section ends: the head of a table may begin above its own first line. */
const lowerEdge = (before: Place | undefined, page: number | undefined): number =>
  before?.box && before.page === page ? before.box[1] + before.box[3] : Number.POSITIVE_INFINITY;

/** Tokens that stand close together on one line joined: some files place every digit and every character alone. */
export function joinTokens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && belongTogether(last, token)) {
      last.text += token.text;
      last.width = token.x + token.width - last.x;
    } else joined.push({ ...token });
  }
  return joined;
}

function belongTogether(left: Token, right: Token): boolean {
  if (left.page !== right.page || Math.abs(left.y - right.y) > 1.5) return false;
  const gap = (right.x - left.x - left.width) / right.height;
  if (gap < -0.5) return false;
  if (digits.test(left.text) && digits.test(right.text)) return gap < 0.12;
  if (digits.test(left.text))
    return goesWithNumber.test(right.text) && gap < (/^[.．、]/u.test(right.text) ? 0.8 : 0.12);
  if (/^[+\-－减增]$/u.test(left.text) && digits.test(right.text)) return gap < (hanOnly.test(left.text) ? 0.6 : 0.12);
  if (isStroke(left.text, right.text)) return gap < 0.12;
  const placeholder = [left, right].some(
    ({ text }) => readCellText(text).state === 'placeholder' && !hanOnly.test(text),
  );
  return !placeholder && han.test(right.text) && !digits.test(right.text) && gap < 0.35;
}

/** The stroke of 增/减 touches the words around it; one that stands alone is a placeholder. */
const isStroke = (left: string, right: string): boolean =>
  right === '/' ? left.length > 1 && hanOnly.test(left) : /^\p{Script=Han}+\/$/u.test(left) && hanOnly.test(right);

export const centre = ({ x, width }: Token): number => x + width / 2;

/** Tokens grouped where they overlap from left to right: columns, when rows are laid over each other. */
export function stacks(tokens: readonly Token[]): Token[][] {
  const groups: { to: number; tokens: Token[] }[] = [];
  for (const token of [...tokens].sort((a, b) => a.x - b.x)) {
    const last = groups.at(-1);
    if (last && token.x < last.to - 0.5) {
      last.tokens.push(token);
      last.to = Math.max(last.to, token.x + token.width);
    } else groups.push({ to: token.x + token.width, tokens: [token] });
  }
  return groups.map((group) => group.tokens);
}
