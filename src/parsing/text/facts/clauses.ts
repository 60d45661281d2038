/** Words without the signs and joints around them. */
export const bare = (text: string): string => text.replace(/^[、，；：（）\s和及与并]+|[）]+$/gu, '');

export function clauseStart(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if ('，；：（）'.includes(text[at]!)) return at + 1;
  return 0;
}

export function clauseEnd(text: string, from: number): number {
  const stop = /[，；：。、！？（）]|\d/u.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

/** Where the bracket opens that `at` stands in. */
export function openBracket(text: string, at: number): number | null {
  const open = text.lastIndexOf('（', at);
  return open >= 0 && !text.slice(open, at).includes('）') ? open : null;
}

/** The words before a number up to the last ；. */
export const sinceStop = (text: string, at: number): string => text.slice(text.lastIndexOf('；', at - 1) + 1, at);
