import type { Outline, StoredReport, YearRow } from '../store/store.ts';
import type { Locale } from '../views/message.ts';
import { sourceLine } from '../views/report/source-line.ts';
import { listText, say } from '../views/words/say.ts';
import type { Asked } from './command.ts';

/** So many reports are named one by one, with file, pages, form and version; of more only the forms are counted. */
const namedAtMost = 4;

/**
 * `来源：…`: the file that a row's figures stand in, and how many of them people corrected; its version alone where it was
 * taken out a moment ago.
 */
export const sourceNote = (
  { version, corrections }: YearRow,
  stored: StoredReport | undefined,
  locale: Locale,
): string =>
  say(locale, 'source.line', { source: stored ? sourceLine({ ...stored, corrections }, locale) : `v${version}` });

/** What the figures of an answer stand in: every file by name where they are few, else how many of which form. */
export async function provenanceNotes(
  rows: readonly Outline[],
  { store, asker: { locale } }: Asked,
): Promise<string[]> {
  if (rows.length === 0) return [];
  if (rows.length <= namedAtMost)
    return Promise.all(
      (await store.reports.open(rows)).map(async (row) =>
        sourceNote(row, await store.reports.current(row.bureauKey, row.year), locale),
      ),
    );
  const forms = new Map<string, number>();
  for (const { forms: found } of rows) {
    const form = found.disclosures ?? found.applications ?? 'unknown';
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const counted = [...forms]
    .toSorted(([, a], [, b]) => b - a)
    .map(([form, count]) => {
      const name =
        form === '2019' || form === '2021' || form === 'unknown'
          ? say(locale, `form.${form}`)
          : say(locale, 'form.style.mixed');
      return say(locale, 'provenance.form', { form: name, count });
    });
  return [say(locale, 'provenance.many', { count: rows.length, forms: listText(counted, locale) })];
}
