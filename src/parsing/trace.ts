import { GovinfoError } from '../errors.ts';
import { type Address, addressesOf, tableIds } from '../report/forms/index.ts';
import type { Cell, Place, Reading, Report } from '../report/report.ts';
import type { Document } from './document.ts';
import { readDocument } from './intake/read-document.ts';
import { sniff } from './intake/sniff.ts';
import type { SourceFile } from './intake/source-file.ts';
import { type ParsedReport, parseInSteps } from './parse-report.ts';
import { pagePictures } from './readers/pdf/page-pictures.ts';
import { drawnPages } from './readers/scan/drawn-pages.ts';
import type { GreyImage } from './readers/scan/grey-image.ts';
import { mayBeScanned, scannedPages } from './readers/scan/scanned-pages.ts';
import { foundGrids } from './readers/scan.ts';
import { recogniseDocument } from './recognise-report.ts';
import type { ReadTable } from './tables/table-reader.ts';

/** How each number of a file was read: the steps as lines of text, and its pages as pictures with the cells marked. */
export interface Trace {
  steps: string[];
  /** Of a PDF the pages that hold cells, of a scan all pages with the grid found on them; of other formats none. */
  pictures: AsyncIterable<{ page: number; png: Buffer }>;
  /** What the file says, where it could be read. */
  report?: Report;
  /** Why there are no numbers, where a scan could be looked at but not read. */
  error?: GovinfoError;
}

/** Reads a file here and now and tells every step. Throws `GovinfoError` where it cannot be read or is no such report. */
export async function trace(file: SourceFile): Promise<Trace> {
  const fileStep = `file      ${file.bytes.length} bytes, sha256 ${file.sha256}`;
  const document = await readOrRecognise(file);
  if (document instanceof GovinfoError)
    return { steps: [fileStep, ...(await gridSteps(file))], pictures: await scanPictures(file, []), error: document };
  const parsed = parseInSteps(document);
  const steps = [
    fileStep,
    ...documentSteps(document),
    ...unseenSteps(document),
    ...sectionSteps(document, parsed),
    ...parsed.read.flatMap(tableSteps),
    ...otherYearSteps(parsed),
    ...identitySteps(parsed),
    ...cellSteps(parsed),
  ];
  const cells = Object.values(parsed.report.cells) as Cell[];
  const { report } = parsed;
  const hasText = document.tokens.length > 0;
  if (document.recognised && !hasText) return { steps, report, pictures: await scanPictures(file, cells) };
  return { steps, report, pictures: document.format === 'pdf' ? pagePictures(file.bytes, cells) : none() };
}

/** The document, or why a scan cannot be read where recognition is not installed. */
async function readOrRecognise(file: SourceFile): Promise<Document | GovinfoError> {
  try {
    return await readDocument(file);
  } catch (error) {
    if (!(error instanceof GovinfoError) || error.code !== 'E-SCAN') throw error;
    return recogniseDocument(file).catch((second) => {
      if (second instanceof GovinfoError && second.code === 'E-NO-RECOGNITION') return error;
      throw second;
    });
  }
}

/** The pages of a file that holds pictures only. */
async function scanPages({ name, bytes, sha256 }: SourceFile): Promise<AsyncIterable<GreyImage>> {
  const format = await sniff({ name, bytes, sha256 });
  return mayBeScanned(format) ? scannedPages[format](bytes) : none();
}

const scanPictures = async (file: SourceFile, cells: Cell[]) => drawnPages(await scanPages(file), cells);

async function gridSteps(file: SourceFile): Promise<string[]> {
  const steps: string[] = [];
  let page = 0;
  for await (const image of await scanPages(file)) {
    const found = foundGrids(image, ++page).map(({ rows, columns }) => `${rows} rows × ${columns} columns`);
    steps.push(`page      ${page}: grids found: ${found.join('; ') || 'none'}`);
  }
  return steps;
}

async function* none(): AsyncGenerator<never> {}

const documentSteps = ({ format, pageCount, lines, grids, tokens, declaredTitle }: Document): string[] => [
  `document  ${format}, ${pageCount ?? 'no'} pages, ${lines.length} lines, ${grids.length} grids, ${tokens.length} words with position`,
  ...(declaredTitle ? [`          its own title: ${declaredTitle}`] : []),
  ...grids.map(
    ({ source, rows, columns, cells, place }, i) =>
      `grid ${i + 1}    ${source}, ${rows} rows × ${columns} columns, ${cells.length} cells, ${where(place)}`,
  ),
];

/** Pieces told of each kind; a file may hold a whole page of hidden text. */
const mostPieces = 50;

const unseenSteps = ({ unseen = [], doubtful = [] }: Document): string[] => [
  ...unseen.slice(0, mostPieces).map(({ text, place }) => `not seen  “${text}”, ${where(place)}: left out`),
  ...doubtful
    .slice(0, mostPieces)
    .map(({ text, place }) => `in doubt  “${text}”, ${where(place)}: may not be what one sees`),
];

const sectionSteps = (document: Document, { sections }: ParsedReport): string[] =>
  sections.map(
    ({ id, heading, start, end }) =>
      `section   ${id}: ${heading ?? '(no heading)'}, ${where(document.lines[start]?.place ?? {})}, ${end - start} lines`,
  );

const tableSteps = ({ reader, table, form, decidedBy, cells, doubtful, labels, remarks }: ReadTable): string[] => [
  `table     ${table} by ${reader}: form ${form ?? '?'}${decidedBy.length ? ` (${decidedBy.join(', ')})` : ''}, ` +
    `${labels.found} of ${labels.expected} labels, ${Object.keys(cells).length} cells, ${doubtful.length} in doubt`,
  ...remarks.map((remark) => `          ${remark}`),
];

const otherYearSteps = ({ printings: { ofOtherYears } }: ParsedReport): string[] =>
  tableIds.flatMap((table) =>
    (ofOtherYears[table] ?? []).map(
      ({ text, place }) => `left out  ${table} of another year: ${text}, ${where(place)}`,
    ),
  );

function identitySteps({ report: { identity, bureau, year, region } }: ParsedReport): string[] {
  const said = { bureau, year, region: region?.path.join(' ') ?? null };
  return (['bureau', 'year', 'region'] as const).map((key) => {
    const evidence = identity[key];
    return `${key.padEnd(9)} ${said[key] ?? '(not said)'}${evidence ? `, ${evidence.confidence}, from ${evidence.from}: ${evidence.quote}` : ''}`;
  });
}

/** Every cell of the form in printed order: what stands in the report, and the vote of each reader. */
function cellSteps({ read, report }: ParsedReport): string[] {
  const form = report.forms.applications ?? report.forms.disputes ?? '2021';
  const printed = tableIds.flatMap((table) => addressesOf(form, table));
  const found = Object.keys(report.cells) as Address[];
  return [...new Set([...printed, ...found])].map((address) => {
    const cell = report.cells[address];
    const votes = read.flatMap(({ reader, cells }) => {
      const reading = cells[address];
      return reading ? [`${reader} ${shown(reading)} ${where(reading.place)}`] : [];
    });
    const outcome = cell ? `${shown(cell)}, trust ${cell.trust}` : 'not found';
    return `cell      ${address} = ${outcome}${votes.length ? `  [${votes.join(' | ')}]` : ''}`;
  });
}

const shown = ({ state, value, raw }: Reading) =>
  state === 'number' ? `${value}${raw === String(value) ? '' : ` “${raw}”`}` : `${state}${raw ? ` “${raw}”` : ''}`;

function where({ page, line, table, row, column, sheet, box }: Place): string {
  const parts = Object.entries({ sheet, page, line, table, row, column }).filter(([, at]) => at !== undefined);
  return (
    [...parts.map(([name, at]) => `${name} ${at}`), ...(box ? [`box ${box.join(',')}`] : [])].join(' ') || 'no place'
  );
}
