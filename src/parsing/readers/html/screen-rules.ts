/** A rule of a style sheet that counts on a desktop screen. */
export interface ScreenRule {
  selectors: string[];
  declarations: string;
}

/** Width of a usual desktop window, in CSS pixels. */
const desktop = 1440;

/** The rules of a style sheet that count on a desktop screen, those inside `@media` and its like included. */
export function screenRules(css: string): ScreenRule[] {
  const rules: ScreenRule[] = [];
  const open: { prelude: string; counts: boolean; declarations: string }[] = [];
  const text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign !== ';' && sign !== '{' && sign !== '}') continue;
    const words = text.slice(from, at);
    from = at + 1;
    const block = open.at(-1);
    if (sign === '{') {
      const prelude = words.trim();
      // A rule inside another rule is left to the browser: what it hides depends on both.
      const counts = (!block || (block.prelude.startsWith('@') && block.counts)) && mayCount(prelude);
      open.push({ prelude, counts, declarations: '' });
      continue;
    }
    if (block) block.declarations += `${words};`;
    if (sign !== '}') continue;
    open.pop();
    if (block?.counts && !block.prelude.startsWith('@'))
      rules.push({ selectors: block.prelude.split(','), declarations: block.declarations });
  }
  return rules;
}

/** Whether what stands under this prelude counts: a selector, or an at-rule that holds rules for the screen. */
function mayCount(prelude: string): boolean {
  const [, name, condition] = /^@(\S+)\s*([\s\S]*)$/.exec(prelude) ?? [];
  if (name === undefined) return true;
  return name === 'media' ? holdsOnScreen(condition!) : /^(?:supports|layer|container)$/.test(name);
}

/** Whether a list of media queries holds on a desktop screen; a feature that is not known holds nowhere. */
export const holdsOnScreen = (queries: string): boolean =>
  queries.trim() === '' || queries.toLowerCase().split(',').some(queryHolds);

function queryHolds(query: string): boolean {
  const [, not, rest] = /^\s*(not\s+)?(?:only\s+)?([\s\S]*)$/.exec(query)!;
  const holds = rest!.split(/\band\b/).every((part) => partHolds(part.trim()));
  return not ? !holds : holds;
}

const pixels = { px: 1, em: 16, rem: 16, pt: 4 / 3 } as const;

function partHolds(part: string): boolean {
  if (part === 'screen' || part === 'all') return true;
  const [, sense, number, unit] =
    /^\(\s*(min-(?:device-)?width\s*:|width\s*>=?|max-(?:device-)?width\s*:|width\s*<=?)\s*([\d.]+)(px|r?em|pt)\s*\)$/.exec(
      part,
    ) ?? [];
  if (sense !== undefined) {
    const width = Number(number) * pixels[unit as keyof typeof pixels];
    return /min|>/.test(sense) ? desktop >= width : desktop <= width;
  }
  return /^\(\s*(?:(?:any-)?hover\s*:\s*hover|(?:any-)?pointer\s*:\s*fine|orientation\s*:\s*landscape)\s*\)$/.test(
    part,
  );
}
