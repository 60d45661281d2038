import type { Address } from '../report/forms/index.ts';
import type { Said, SaidId } from '../report/measures/said.ts';
import { cellIn, order } from './fact-cells.ts';
import type { FactRow } from './fact-row.ts';
import { decodeSaid } from './said-counts.ts';
import type { Shared } from './shared.ts';
import { columnsOf, type Numbered, placeOf, sharing, type YearColumns } from './year-columns.ts';
import type { Outline, YearRow } from './year-row.ts';

/** What a report says in figures, see `encodeCells` and `encodeSaid`, and the name of its file; all in ASCII. */
type Figures = readonly [cells: string, said: string, file: string];

/** Where a table gets its figures from when they are asked for the first time. */
interface Source {
  /** Of all reports, one behind the other; `undefined` where they stand there no longer. */
  packed(): Promise<Buffer | undefined>;
  /** The rows one by one, for then. */
  rows(): Promise<readonly FactRow[]>;
}

/** The reports of a year as questions read them: columns, and on them one small object a report. */
export class YearTable {
  readonly rows: readonly Outline[];
  readonly columns: YearColumns;
  private readonly aliases: ReadonlyMap<number, string[]>;
  private readonly printed: ReadonlyMap<number, NonNullable<FactRow['p']>>;
  private held: Buffer | undefined;
  private opening: Promise<Buffer> | undefined;

  constructor(
    readonly year: number,
    columns: YearColumns,
    shared: Shared,
    /** `null` where the figures are laid from the start. */
    private readonly source: Source | null,
  ) {
    this.columns = sharing(columns, shared);
    this.aliases = new Map(columns.aliases);
    this.printed = new Map(columns.printed);
    this.rows = columns.keys.map((_, report) => new Row(this, report));
  }

  static of(year: number, rows: readonly FactRow[], shared: Shared): YearTable {
    const table = new YearTable(year, columnsOf(rows), shared, null);
    table.held = table.lay(rows.map(figuresOf));
    return table;
  }

  /** All figures; read from the store the first time. */
  async figures(): Promise<Buffer> {
    if (this.held) return this.held;
    this.opening ??= this.unpacked(this.source!);
    try {
      this.held = await this.opening;
      return this.held;
    } finally {
      this.opening = undefined;
    }
  }

  private async unpacked(source: Source): Promise<Buffer> {
    const packed = await source.packed();
    if (packed) return packed;
    const byKey = new Map((await source.rows()).map((row) => [row.k, figuresOf(row)]));
    return this.lay(this.columns.keys.map((key) => byKey.get(key) ?? ['', '', '']));
  }

  /** Puts the figures of the reports one behind the other, and notes where each one's end. */
  private lay(figures: readonly Figures[]): Buffer {
    const { numbers } = this.columns;
    let end = 0;
    for (const [report, [cells, said, file]] of figures.entries()) {
      numbers[placeOf(report, 'said')] = end += cells.length;
      numbers[placeOf(report, 'file')] = end += said.length;
      numbers[placeOf(report, 'end')] = end += file.length;
    }
    return Buffer.from(figures.flat().join(''), 'latin1');
  }

  number(report: number, what: Numbered): number {
    return this.columns.numbers[placeOf(report, what)]!;
  }

  aliasesOf(report: number): readonly string[] {
    return this.aliases.get(report) ?? none;
  }

  /** What is printed where a bureau answered otherwise; `undefined` of every other cell. */
  printedIn(report: number, address: Address): string | null | undefined {
    return this.printed.get(report)?.[address];
  }

  cell(report: number, address: Address) {
    const from = report === 0 ? 0 : this.number(report - 1, 'end');
    return cellIn(this.open, from, this.number(report, 'said'), address);
  }

  corrections(report: number): number {
    return order.filter((address) => this.cell(report, address)?.corrected).length;
  }

  said(report: number, id: SaidId): Said | undefined {
    return decodeSaid(this.text(report, 'said', 'file'), id);
  }

  file(report: number): string {
    return Buffer.from(this.text(report, 'file', 'end'), 'base64').toString();
  }

  private text(report: number, from: 'said' | 'file', to: 'file' | 'end'): string {
    return this.open.toString('latin1', this.number(report, from), this.number(report, to));
  }

  private get open(): Buffer {
    if (!this.held) throw new TypeError(`figures of ${this.year} before they were read`);
    return this.held;
  }
}

const none: string[] = [];
const figuresOf = ({ c, t, s }: FactRow): Figures => [c, t, Buffer.from(s).toString('base64')];

/** Rows whose figures may be read from now on. */
export async function openRows(rows: readonly Outline[]): Promise<readonly YearRow[]> {
  const ours = rows as readonly Row[];
  await Promise.all(Array.from(new Set(ours.map(({ table }) => table)), (table) => table.figures()));
  return ours;
}

/** A report as questions see it; its figures are decoded when they are asked for. */
class Row implements YearRow {
  constructor(
    readonly table: YearTable,
    private readonly report: number,
  ) {}

  get bureauKey() {
    return this.table.columns.keys[this.report]!;
  }
  get bureau() {
    return this.table.columns.names[this.report]!;
  }
  get aliases() {
    return this.table.aliasesOf(this.report);
  }
  get regionCode() {
    return this.region?.[0] ?? null;
  }
  get regionPath() {
    return this.region?.[1] ?? none;
  }
  get year() {
    return this.table.year;
  }
  get version() {
    return this.table.number(this.report, 'version');
  }
  get forms() {
    return this.table.columns.forms[this.table.number(this.report, 'forms')]!;
  }
  get origin() {
    return this.origins[0]!;
  }
  get origins() {
    return this.table.columns.origins[this.table.number(this.report, 'origins')]!;
  }
  get file() {
    return this.table.file(this.report);
  }
  get errors() {
    return this.table.number(this.report, 'errors');
  }
  get warnings() {
    return this.table.number(this.report, 'warnings');
  }
  get open() {
    return this.table.number(this.report, 'open');
  }
  get off() {
    return this.table.number(this.report, 'off');
  }
  get found() {
    return this.table.columns.found[this.table.number(this.report, 'found')]!;
  }

  cell(address: Address) {
    const found = this.table.cell(this.report, address);
    if (!found) return undefined;
    const { value, state, corrected } = found;
    const printed = corrected ? this.table.printedIn(this.report, address) : undefined;
    return printed === undefined ? { value, state, corrected } : { value, state, corrected, printed };
  }

  get corrections() {
    return this.table.corrections(this.report);
  }

  doubtful(address: Address): boolean {
    return this.table.cell(this.report, address)?.doubtful ?? false;
  }

  said(id: SaidId) {
    return this.table.said(this.report, id);
  }

  private get region() {
    return this.table.columns.regions[this.table.number(this.report, 'region')]!;
  }
}
