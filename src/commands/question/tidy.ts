import { simplifyAll } from '../../naming/simplify.ts';

/**
 * What a person typed, in one spelling: full-width and Kangxi forms folded, zero-width characters and Slack's tokens
 * and marks taken out, traditional characters simplified, Latin in lower case. At most 500 characters.
 */
export function tidy(text: string): string {
  const plain = text
    .slice(0, 2000)
    .replace(/<[^<>]*>/g, ' ')
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/[*_`~"'“”‘’「」『』《》【】]/g, (sign) => (sign === '~' ? '~' : ' '))
    .toLowerCase();
  return simplifyAll([...plain].slice(0, 500).join(''))
    .replace(/\s+/gu, ' ')
    .trim();
}
