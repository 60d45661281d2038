import type { Locale } from '../views/message.ts';
import { UsageError } from './usage.ts';

/** `--lang zh` or `en`; Chinese where nothing is said. */
export function localeOf(lang: string | undefined): Locale {
  if (lang === undefined || /^zh/i.test(lang)) return 'zh';
  if (/^en/i.test(lang)) return 'en';
  throw new UsageError(`--lang: zh or en, not ${lang}`);
}
