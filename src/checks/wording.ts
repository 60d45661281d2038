import type { Words } from '../errors.ts';

/** A list in both languages. */
export const joined = (items: readonly Words[], comma = '、'): Words => ({
  zh: items.map((item) => item.zh).join(comma),
  en: items.map((item) => item.en).join(comma === '、' ? ', ' : '; '),
});

/** The first of a list, and how many more there are: a long list is never cut silently. */
export function cut(items: readonly Words[], comma: '、' | '；' = '、', most = 5): Words {
  const head = joined(items.slice(0, most), comma);
  const left = items.length - most;
  return left > 0 ? { zh: `${head.zh}${comma}另有 ${left} 项`, en: `${head.en} and ${left} more` } : head;
}
