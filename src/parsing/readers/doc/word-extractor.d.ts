declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(file: Buffer);
    open(): Promise<this>;
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  /** A stretch of the text as it lies in the file. */
  export interface Piece {
    text: string;
    length: number;
    startFilePos: number;
    /** Bytes a character. */
    bpc: 1 | 2;
  }

  export default class WordOleExtractor {
    protected _pieces: Piece[];
    extract(file: BufferReader): Promise<{ getBody(options?: { filterUnicode?: boolean }): string }>;
    /** Called with the stream of the document and that of its tables, once the pieces are there. */
    protected writeCharacterProperties(buffer: Buffer, table: Buffer): void;
  }
}
