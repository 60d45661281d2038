import { simplifyAll } from '../../naming/simplify.ts';
import { unescapeText } from '../../views/escape.ts';

/**
 * What a person typed, in one spelling: full-width and Kangxi forms folded, zero-width characters and Slack's tokens
 * and marks taken out, traditional characters simplified, Latin in lower case. At most 500 characters.
 */
export function tidy(text: string): string {
  const plain = text
    .slice(0, 2000)
    .replace(/<(?![\s\d=])[^<>]*>/g, ' ')
    // Slack writes the signs of a bound so: 处罚 &gt; 30.
    .replace(/&[lg]t;(?=\s*=?\s*\d)/g, unescapeText)
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/[*_`~"'“”‘’「」『』《》【】]/g, (sign) => (sign === '~' ? '~' : ' '))
    .toLowerCase();
  return simplifyAll([...plain].slice(0, 500).join(''))
    .replace(/\s+/gu, ' ')
    .trim();
}
