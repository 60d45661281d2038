import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor, { type Piece } from 'word-extractor/lib/word-ole-extractor.js';
import { raised } from '../../note-marks.ts';

/** What a run of characters is set as; codes of [MS-DOC] 2.6.1. */
const deleted = 0x0800;
const struck = 0x0837;
const hidden = 0x083c;
const struckTwice = 0x2a53;
const raisedOrLowered = 0x2a48;
/** On, or the opposite of its style. */
const isOn = (value: number): boolean => value === 1 || value === 0x81;

/**
 * Word 97 text as Word shows it. The library drops deleted runs only, and takes letter spacing of an odd width for
 * deletion too, which lost whole numbers; hidden or struck digits made another number of those beside them.
 */
export class ShownText extends WordOleExtractor {
  static async bodyOf(file: Buffer): Promise<string> {
    const reader = new BufferReader(file);
    await reader.open();
    // The text with its typographic signs as they are printed.
    return (await new ShownText().extract(reader)).getBody({ filterUnicode: false });
  }

  override writeCharacterProperties(buffer: Buffer, table: Buffer): void {
    for (const { from, to, properties } of runsOf(buffer, table)) {
      if (properties.some(([code, value]) => [deleted, hidden, struck, struckTwice].includes(code) && isOn(value)))
        this.change(from, to, () => '\0');
      else if (properties.some(([code, value]) => code === raisedOrLowered && value > 0)) this.change(from, to, raised);
    }
  }

  /** Changes the characters between two positions of the file; marks that end cells and paragraphs stay. */
  private change(from: number, to: number, changed: (character: string) => string): void {
    for (const piece of this._pieces) {
      const [start, end] = [at(piece, from), at(piece, to)];
      if (start >= end) continue;
      const text = piece.text.slice(start, end).replace(/[^\0-\x1f]/g, (character) => changed(character)[0] ?? '\0');
      piece.text = piece.text.slice(0, start) + text + piece.text.slice(end);
    }
  }
}

const at = ({ startFilePos, bpc, length }: Piece, position: number): number =>
  Math.min(length, Math.max(0, Math.floor((position - startFilePos) / bpc)));

interface Run {
  from: number;
  to: number;
  properties: [code: number, value: number][];
}

/** Runs of characters that are set in some way, by their position in the file. */
function* runsOf(buffer: Buffer, table: Buffer): Generator<Run> {
  const list = table.subarray(buffer.readUInt32LE(0xfa)).subarray(0, buffer.readUInt32LE(0xfe));
  const pages = Math.floor((list.length - 4) / 8);
  for (let i = 0; i < pages; i++) {
    const start = 512 * list.readUInt32LE(4 * (pages + 1 + i));
    const page = buffer.subarray(start, start + 512);
    const runs = page[511] ?? 0;
    for (let run = 0; run < runs; run++) {
      const offset = 2 * (page[4 * (runs + 1) + run] ?? 0);
      if (offset === 0) continue;
      const properties = [...propertiesIn(page.subarray(offset + 1, offset + 1 + page[offset]!))];
      yield { from: page.readUInt32LE(4 * run), to: page.readUInt32LE(4 * run + 4), properties };
    }
  }
}

/** Bytes that the value of a property takes, by the top three bits of its code; a length of its own where it is 0. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

function* propertiesIn(bytes: Buffer): Generator<[code: number, value: number]> {
  for (let i = 0; i + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(i);
    yield [code, bytes[i + 2]!];
    i += 2 + (sizes[code >> 13] || bytes[i + 2]! + 1);
  }
}
