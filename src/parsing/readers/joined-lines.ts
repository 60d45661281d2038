/** Digits or signs on both sides: joining them would make another number. */
export const touchesDigits = (left: string, right: string): boolean =>
  /[\p{N}.,，]$/u.test(left) && /^[\p{N}.,，]/u.test(right);

/** The lines of a cell joined without a blank, unless that would make one number of two. */
export function joinedLines(lines: readonly string[]): string {
  const filled = lines.filter((line) => line !== '');
  return filled.map((line, at) => (at > 0 && touchesDigits(filled[at - 1]!, line) ? ` ${line}` : line)).join('');
}
