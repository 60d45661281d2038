import type { FormId } from '../../report/forms/index.ts';
import { scoreAtEnd } from './align.ts';
import { applicationLabels } from './labels.ts';

/** The rows under （六）其他处理 that the form of 2021 alone prints, by labels long enough to be known anywhere. */
const later = applicationLabels('2021').filter(({ id }) => id === 'other.uncorrected' || id === 'other.unpaid');

/** Whether words hold, nearly in full, a long label that the form of 2021 alone prints. */
export const namesLaterForm = (words: string): boolean =>
  later.some(({ wordings }) =>
    wordings.some((wording) => wording.length >= 12 && scoreAtEnd(wording, words, 0) >= 0.85),
  );

/**
 * The form of table 三 by its labels alone, also where no value stands beside them: under （六）其他处理 stand rows of its own
 * in one form, and （七）总计 follows at once in the other. `null` where neither is printed. `words` are Han characters.
 */
export function formByWords(words: string): { form: FormId; said: string } | null {
  const found = later.flatMap(({ wordings }) => wordings.filter((wording) => scoreAtEnd(wording, words, 0) >= 0.85));
  if (found[0]) return { form: '2021', said: found[0] };
  const at = words.indexOf('六其他处理七总计');
  return at < 0 ? null : { form: '2019', said: words.slice(at, at + 5) };
}
