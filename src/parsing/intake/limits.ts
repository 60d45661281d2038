const MB = 1024 * 1024;

/** What one file may cost. Each limit has its own sentence when it is hit. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 20 * MB,
  /** Pages read of one PDF; such a report has four to ten. */
  pages: 60,
  /** Pixels of one picture inside a PDF with text, where no picture is needed; A4 at 300 dpi has 8.7 million. */
  imagePixels: 16_777_216,
  /** Pixels of a picture of a page that is to be recognised; A4 at 600 dpi has 34.8 million. */
  scanPixels: 40_000_000,
  /** Rows and columns that one cell of a web page or Word table may span. */
  rowSpan: 200,
  columnSpan: 100,
  /** Cells of one table, spans written out, and of one sheet. */
  tableCells: 20_000,
  archive: {
    /** Files in it, and names listed in it (folders and what programs leave behind included). */
    entries: 50,
    listed: 1000,
    entryBytes: 20 * MB,
    totalBytes: 100 * MB,
    /** Unpacked bytes for each packed byte. */
    ratio: 100,
  },
  /** Reading of one file in its own process: time from its start, and memory it holds. */
  process: { milliseconds: 30_000, residentBytes: 1024 * MB },
  /** The same for the pictures of a scan, where that is installed. */
  recognition: { milliseconds: 120_000 },
} as const;
