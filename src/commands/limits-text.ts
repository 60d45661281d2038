import { measureTitle } from '../views/figure.ts';
import type { Locale } from '../views/message.ts';
import { numberText } from '../views/numbers.ts';
import { listText, say } from '../views/words/say.ts';
import type { Limit } from './question/limits.ts';

/** `行政处罚大于 30`: the bounds of a question as they were understood. */
export const limitsText = (limits: readonly Limit[], locale: Locale): string =>
  listText(
    limits.map(({ measure, sign, than }) =>
      say(locale, `limit.${sign}`, {
        measure: measureTitle(measure, locale),
        number: numberText(than, measure.unit, locale, true),
      }),
    ),
    locale,
  );
