import type { Report } from '../../report/report.ts';
import { oneLine } from '../escape.ts';
import type { Locale } from '../message.ts';
import { listText, say } from '../words/say.ts';
import type { CaseFile } from './case-file.ts';

/** First and last page that a table or cell was read from, `null` in formats without pages. */
function pagesOf({ tables, cells }: Report): [number, number] | null {
  const places = [
    ...Object.values(tables).map((table) => table?.place),
    ...Object.values(cells).map((cell) => cell?.place),
  ];
  const pages = places.flatMap((place) => (place?.page === undefined ? [] : [place.page]));
  return pages.length === 0 ? null : [Math.min(...pages), Math.max(...pages)];
}

/** Which version of the form each table follows; said apart where they differ. */
export function formText({ forms }: Pick<Report, 'forms'>, locale: Locale): string {
  const named = (['disclosures', 'applications', 'disputes'] as const).flatMap((table) => {
    const form = forms[table];
    return form === null ? [] : [{ table, form }];
  });
  // Table 四 is the same in both forms and so tells nothing by itself.
  const telling = named.filter(({ table }) => table !== 'disputes');
  const deciding = telling.length > 0 ? telling : named;
  const kinds = new Set(deciding.map(({ form }) => form));
  if (kinds.size === 0) return say(locale, 'form.unknown');
  const [only] = kinds;
  if (kinds.size === 1 && only !== 'mixed') return say(locale, `form.${only!}`);
  return listText(
    deciding.map(({ table, form }) =>
      say(locale, 'form.ofTable', { table: say(locale, `table.${table}`), form: say(locale, `form.style.${form}`) }),
    ),
    locale,
  );
}

/** File, pages, form, how the text came about, version: where the numbers stand. */
export function sourceLine(
  { entry: { report }, file, version, corrections = 0, deletedAt }: CaseFile,
  locale: Locale,
): string {
  const pages = pagesOf(report);
  const page =
    pages &&
    (pages[0] === pages[1]
      ? say(locale, 'source.page', { page: pages[0] })
      : say(locale, 'source.pages', { from: pages[0], to: pages[1] }));
  return [
    say(locale, 'source.file', { name: oneLine(file.name) }) + (page ? ` ${page}` : ''),
    formText(report, locale),
    report.source.recognised ? say(locale, 'source.recognised') : say(locale, `source.format.${report.source.format}`),
    `v${version}`,
    ...(deletedAt ? [say(locale, 'source.deleted')] : []),
    ...(corrections > 0 ? [say(locale, 'source.corrections', { count: corrections })] : []),
  ].join(' · ');
}
