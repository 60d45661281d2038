import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Backend } from './backend.ts';
import { factRowSchema } from './fact-row.ts';
import { Shelf } from './shelf.ts';
import type { YearColumns, YearTable } from './year-table.ts';

export const packsName = 'packs';

/** Tens of thousands of texts: a schema for each of them would take longer than reading them. */
const texts = z.custom<string[]>((value) => Array.isArray(value) && value.every((text) => typeof text === 'string'));
const { r: region, f: forms, o: origins } = factRowSchema.shape;
const printed = factRowSchema.shape.p.unwrap();
/** Everything of a year but its cells, whose length and checksum it tells. */
const headSchema = z.object({
  mark: z.string(),
  length: z.number().int().nonnegative(),
  sum: z.number().int(),
  keys: texts,
  names: texts,
  files: texts,
  said: texts,
  aliases: z.array(z.tuple([z.number().int(), texts])),
  printed: z.array(z.tuple([z.number().int(), printed])),
  regions: z.array(region),
  forms: z.array(forms),
  origins: z.array(origins),
  found: z.array(texts),
  /** Of 32 bits each, in base64. */
  numbers: z.string(),
});

interface Packed {
  columns: YearColumns;
  /** `undefined` where other cells stand there by now. */
  cells(): Promise<Uint8Array | undefined>;
}

/**
 * Whole years in two values each, since reading a large year report by report takes long. A pack is only a copy of the
 * rows and names the mark of the year that it was made under: under another mark it is not used.
 */
export class Packs {
  private readonly heads;
  private readonly cells;
  /** The marks under which the packs of the years stand, as far as this process read or wrote them. */
  private readonly marks = new Map<string, string>();

  constructor(backend: Backend) {
    this.heads = new Shelf(packsName, backend.namespace(packsName), headSchema);
    this.cells = new Shelf(packsName, backend.namespace(packsName), z.string());
  }

  /**
   * The reports of a year as they were under this mark, and a way to their cells; `undefined` where they were not packed
   * since.
   */
  async read(year: string, mark: string): Promise<Packed | undefined> {
    if ((this.marks.get(year) ?? mark) !== mark) return undefined;
    const head = await this.heads.get(year);
    if (!head) return undefined;
    this.marks.set(year, head.mark);
    if (head.mark !== mark) return undefined;
    const { length, sum, ...lists } = head;
    const numbers = Uint8Array.from(Buffer.from(head.numbers, 'base64'));
    return {
      columns: { ...lists, numbers: new Uint32Array(numbers.buffer) },
      cells: async () => {
        const cells = Buffer.from((await this.cells.get(`${year}/cells`)) ?? '', 'latin1');
        return cells.length === length && crc32(cells) === sum ? cells : undefined;
      },
    };
  }

  /** Keeps a year as it stands under this mark, unless it is kept already. */
  async write(year: string, mark: string, table: YearTable): Promise<void> {
    if (this.marks.get(year) === mark) return;
    const cells = await table.cells();
    const { numbers, ...lists } = table.columns;
    await this.cells.set(`${year}/cells`, Buffer.from(cells).toString('latin1'));
    await this.heads.set(year, {
      ...{ mark, length: cells.length, sum: crc32(cells), ...lists },
      numbers: Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64'),
    });
    this.marks.set(year, mark);
  }
}
