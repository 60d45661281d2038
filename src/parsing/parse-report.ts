import { GovinfoError } from '../errors.ts';
import { type Address, type TableId, tableIds } from '../report/forms/index.ts';
import type { Report, TableReading } from '../report/report.ts';
import type { Document } from './document.ts';
import { type OwnTables, ownTables } from './own-tables.ts';
import { doubtPlaces } from './tables/doubt-places.ts';
import { printedFeesUnit } from './tables/fees-unit.ts';
import { readGridTables } from './tables/grid-reader.ts';
import { type ReconciledTable, reconcile } from './tables/reconcile.ts';
import type { ReadTable } from './tables/table-reader.ts';
import { readTextTables } from './tables/text-reader.ts';
import { readTokenTables } from './tables/token-reader.ts';
import { trustRecognised } from './tables/trust-recognised.ts';
import { opensReport } from './text/opening.ts';
import { type ReadText, readText } from './text/read-text.ts';
import type { SectionSpan } from './text/section-span.ts';
import { findSections } from './text/sections.ts';

/** Every step from a document to its report, kept so that one can look instead of guess. */
export interface ParsedReport {
  sections: SectionSpan[];
  /** Tables of other years, and tables printed more than once. */
  printings: Omit<OwnTables, 'document'>;
  /** What each reader made of each table. */
  read: ReadTable[];
  tables: Record<(typeof tableIds)[number], ReconciledTable>;
  text: ReadText;
  report: Report;
}

const readers = [readGridTables, readTokenTables, readTextTables] as const;

/** What a document says, as a report. Throws `E-NOT-A-REPORT` where it is none. */
export const parseReport = (document: Document): Report => parseInSteps(document).report;

/** As `parseReport`, with every step. */
export function parseInSteps(printed: Document): ParsedReport {
  const { document, ...printings } = ownTables(printed);
  const sections = findSections(document);
  const read = readers.flatMap((reader) => reader(document, sections)).map((table) => doubted(table, printings.untold));
  const text = readText(document, sections);
  const isBare = read.every(({ labels }) => labels.found === 0) && sections.filter(({ heading }) => heading).length < 3;
  if (isBare && !opensReport(text))
    throw new GovinfoError('E-NOT-A-REPORT', {
      zh: '这不是政府信息公开工作年度报告',
      en: 'this is no annual report on government information disclosure',
    });
  const [disclosures, applications, disputes] = tableIds.map((table) => reconcile(table, read));
  const tables = { disclosures: disclosures!, applications: applications!, disputes: disputes! };
  const feesIn = printedFeesUnit(document, sections);
  const assembled = assemble(document, tables, text, feesIn, printings.ofOtherYears);
  const report = document.recognised ? trustRecognised(assembled) : assembled;
  return { sections, printings, read, tables, text, report: doubtPlaces(report, document.doubtful ?? []) };
}

function assemble(
  document: Document,
  tables: ParsedReport['tables'],
  text: ReadText,
  feesIn: string | undefined,
  ofOtherYears: OwnTables['ofOtherYears'],
): Report {
  const { disclosures, applications, disputes } = tables;
  const disputesForm = applications.reading?.form ?? disclosures.reading?.form ?? null;
  return {
    ...text,
    forms: {
      disclosures: disclosures.reading?.form ?? null,
      applications: unmixed(applications.reading?.form),
      // Table 四 is printed alike in all forms: it goes with the rest of the report.
      disputes: disputes.reading ? unmixed(disputesForm) : null,
    },
    // Spread, two hundred addresses cost a millisecond; without a prototype, they are found by hash whenever asked for.
    cells: Object.assign(Object.create(null), disclosures.cells, applications.cells, disputes.cells),
    tables: {
      disclosures: besides(disclosures, { feesIn, ofOtherYears: ofOtherYears.disclosures }),
      applications: besides(applications, { ofOtherYears: ofOtherYears.applications }),
      disputes: besides(disputes, { ofOtherYears: ofOtherYears.disputes }),
    },
    source: { format: document.format, pages: document.pageCount, recognised: document.recognised },
  };
}

/** What is known of a table beside its cells; what is `undefined` is left out. */
const besides = (
  { reading }: ReconciledTable,
  more: Pick<TableReading, 'feesIn' | 'ofOtherYears'>,
): TableReading | null =>
  reading && { ...reading, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };

/** All cells of a table in doubt, where nothing tells which of its printings is the report's. */
const doubted = (read: ReadTable, untold: readonly TableId[]): ReadTable =>
  untold.includes(read.table)
    ? {
        ...read,
        doubtful: Object.keys(read.cells) as Address[],
        remarks: [...read.remarks, 'printed more than once, and nothing tells which is of the report’s own year'],
      }
    : read;

const unmixed = (form: Report['forms']['disclosures'] | undefined): Report['forms']['applications'] =>
  form === 'mixed' || form === undefined ? null : form;
