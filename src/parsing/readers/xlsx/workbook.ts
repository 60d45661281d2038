import { type CheerioAPI, load } from 'cheerio/slim';
import { raised } from '../../note-marks.ts';
import { displayed } from './displayed.ts';

export interface Sheet {
  name: string;
  $: CheerioAPI;
  /** Texts that cells point to by number. */
  strings: string[];
  /** What a number looks like in a cell of that style. */
  show: (value: string, style: number) => string;
}

export const parseXml = (xml: string): CheerioAPI => load(xml, { xml: true });

/** The visible sheets of a workbook, in their order, from its unpacked parts. */
export function workbookSheets(parts: ReadonlyMap<string, string>): Sheet[] {
  const part = (name: string) => parseXml(parts.get(name) ?? '');
  const $book = part('xl/workbook.xml');
  const $links = part('xl/_rels/workbook.xml.rels');
  const strings = sharedStrings(part('xl/sharedStrings.xml'));
  const show = numberStyles(part('xl/styles.xml'));
  return $book('sheets > sheet')
    .toArray()
    .filter((sheet) => !/hidden/i.test(sheet.attribs.state ?? ''))
    .flatMap((sheet) => {
      const target = $links(`Relationship[Id="${sheet.attribs['r:id']}"]`).attr('Target') ?? '';
      const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return xml ? [{ name: sheet.attribs.name ?? '', $: parseXml(xml), strings, show }] : [];
    });
}

const sharedStrings = ($: CheerioAPI): string[] =>
  $('si')
    .toArray()
    .map((item) => printedText($, item));

/** Runs of one text joined, as they are printed: no reading aids (`rPh`), nothing struck out, raised digits as note marks. */
export function printedText($: CheerioAPI, item: Parameters<CheerioAPI>[0]): string {
  return $('t', item)
    .toArray()
    .filter((run) => $(run).closest('rPh').length === 0 && $(run).siblings('rPr').find('strike').length === 0)
    .map((run) => {
      const shifted = $(run).siblings('rPr').find('vertAlign').attr('val') ?? 'baseline';
      return shifted === 'baseline' ? $(run).text() : raised($(run).text());
    })
    .join('');
}

function numberStyles($: CheerioAPI): Sheet['show'] {
  const codes = new Map(
    $('numFmts > numFmt')
      .toArray()
      .map(({ attribs }) => [attribs.numFmtId, attribs.formatCode]),
  );
  const styles = $('cellXfs > xf')
    .toArray()
    .map(({ attribs }) => attribs.numFmtId ?? '0');
  return (value, style) => displayed(value, codes.get(styles[style]) ?? styles[style] ?? '0');
}
