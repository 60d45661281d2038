import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { GovinfoError } from '../errors.ts';
import type { Backend } from './backend.ts';
import { factRowSchema } from './fact-row.ts';
import { Shelf } from './shelf.ts';
import type { YearColumns } from './year-columns.ts';
import type { YearTable } from './year-table.ts';

export const packsName = 'packs';
const layout = 2;

const { r: region, f: forms, o: origins } = factRowSchema.shape;
const printed = factRowSchema.shape.p.unwrap();
/** Everything of a year but its figures, whose length and checksum it tells. */
const headSchema = z.object({
  /** How the figures and numbers are laid; packs of another layout are not used. */
  layout: z.literal(layout),
  mark: z.string(),
  length: z.number().int().nonnegative(),
  sum: z.number().int(),
  /** How many reports there are; of each, see `joined`, key and name. */
  count: z.number().int(),
  keys: z.string(),
  names: z.string(),
  aliases: z.array(z.tuple([z.number().int(), z.array(z.string())])),
  printed: z.array(z.tuple([z.number().int(), printed])),
  regions: z.array(region),
  forms: z.array(forms),
  origins: z.array(origins),
  found: z.array(z.array(z.string())),
  /** Of 32 bits each, deflated, in base64. */
  numbers: z.string(),
});

/** Tens of thousands of texts as one, in ASCII: the store and the parser of JSON take long over each of them. */
const joined = (texts: readonly string[]): string => Buffer.from(texts.join('\0'), 'utf16le').toString('base64');
const apart = (text: string): string[] => Buffer.from(text, 'base64').toString('utf16le').split('\0');

/** A pack that cannot be read is as good as none. */
function unusable(error: unknown): undefined {
  if (!(error instanceof GovinfoError && error.code === 'E-STORE-VALUE')) throw error;
}

interface Packed {
  columns: YearColumns;
  /** `undefined` where others stand there by now. */
  figures(): Promise<Buffer | undefined>;
}

/**
 * Whole years in two values each, since reading a large year report by report takes long. A pack is only a copy of the
 * rows and names the mark of the year that it was made under: under another mark it is not used.
 */
export class Packs {
  private readonly heads;
  private readonly figures;
  /** The marks under which the packs of the years stand, as far as this process read or wrote them. */
  private readonly marks = new Map<string, string>();

  constructor(backend: Backend) {
    this.heads = new Shelf(packsName, backend.namespace(packsName), headSchema);
    this.figures = new Shelf(packsName, backend.namespace(packsName), z.string());
  }

  /**
   * The reports of a year as they were under this mark, and a way to their figures; `undefined` where they were not packed
   * since.
   */
  async read(year: string, mark: string): Promise<Packed | undefined> {
    if ((this.marks.get(year) ?? mark) !== mark) return undefined;
    const head = await this.heads.get(year).catch(unusable);
    if (!head) return undefined;
    this.marks.set(year, head.mark);
    if (head.mark !== mark) return undefined;
    const { length, sum, count, aliases, printed, regions, forms, origins, found } = head;
    const [keys, names] = [apart(head.keys), apart(head.names)];
    // A name with the sign between names in it.
    if (keys.length !== count || names.length !== count) return undefined;
    const numbers = new Uint8Array(inflateSync(Buffer.from(head.numbers, 'base64')));
    return {
      columns: {
        ...{ keys, names, numbers: new Uint32Array(numbers.buffer) },
        ...{ aliases, printed, regions, forms, origins, found },
      },
      figures: async () => {
        const figures = Buffer.from((await this.figures.get(`${year}/figures`).catch(unusable)) ?? '', 'latin1');
        return figures.length === length && crc32(figures) === sum ? figures : undefined;
      },
    };
  }

  /** Keeps a year as it stands under this mark, unless it is kept already. */
  async write(year: string, mark: string, table: YearTable): Promise<void> {
    if (this.marks.get(year) === mark) return;
    const figures = await table.figures();
    const { keys, names, numbers, ...lists } = table.columns;
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    await this.figures.set(`${year}/figures`, figures.toString('latin1'));
    await this.heads.set(year, {
      ...{ layout, mark, length: figures.length, sum: crc32(figures), ...lists },
      ...{
        count: keys.length,
        keys: joined(keys),
        names: joined(names),
        numbers: deflateSync(bytes, { level: 1 }).toString('base64'),
      },
    });
    this.marks.set(year, mark);
  }
}
