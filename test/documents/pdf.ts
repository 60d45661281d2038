import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { pdfEncryption } from './pdf-encryption.ts';

/** What stands on a page: points from the top left corner; the text's `y` is its baseline, `before` and `after` are operators around it. */
export interface PdfPage {
  texts?: { text: string; x: number; y: number; size?: number; unseen?: true; before?: string; after?: string }[];
  lines?: [x0: number, y0: number, x1: number, y1: number][];
  /** Typed over the page: a text note, or a field of a form; `unseen` where it is not shown. */
  typed?: { text: string; x: number; y: number; width: number; height: number; field?: true; unseen?: true }[];
  /** Operators put in as they are, and others before everything else. */
  operators?: string;
  first?: string;
  /** Entries of the page's resources, and of the page itself, as they are. */
  resources?: string;
  entries?: string;
  /** A picture as large as the page, below everything else: width and height in pixels. */
  picture?: [number, number];
  /** The picture lies over everything else. */
  pictureOnTop?: true | undefined;
  /** The white of the picture lets through what is below it. */
  pictureSheer?: true;
  /** Where the picture lies, where not over the whole page: x and y of its top left corner, width and height. */
  pictureAt?: [number, number, number, number];
  /** Stands for the page's content: a stream object. */
  stream?: Buffer;
}

/** Objects beside those of the pages, by their number, and entries of the catalogue. */
export interface MoreObjects {
  catalog?: string;
  objects?: Record<number, string | Buffer>;
}

const height = 842;

/** A small PDF 1.4 with a Chinese font that is named and not embedded, as most office programs write it. */
export function pdfFile(pages: PdfPage[], passwords?: { user: string; owner: string }, more: MoreObjects = {}): Buffer {
  const body = new Map<number, Buffer>();
  const put = (id: number, content: string | Buffer) => body.set(id, Buffer.from(content));
  put(1, `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`);
  put(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${10 + 3 * i} 0 R`).join(' ')}] >>`);
  put(3, '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  put(
    4,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  );
  put(
    5,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
  );
  for (const [i, page] of pages.entries()) {
    const id = 10 + 3 * i;
    const image = page.picture ? `/XObject << /Im ${id + 2} 0 R >>` : '';
    put(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents ${id + 1} 0 R /Resources << /Font << /F 3 0 R >> ${image} ${page.resources ?? ''} >> /Annots [${(page.typed ?? []).map(annotation).join(' ')}] ${page.entries ?? ''} >>`,
    );
    put(id + 1, page.stream ?? stream(content(page)));
    if (page.picture) put(id + 2, picture(...page.picture, page.pictureSheer));
  }
  for (const [id, object] of Object.entries(more.objects ?? {})) put(Number(id), object);
  return assemble(body, passwords && pdfEncryption(passwords));
}

function content({
  texts = [],
  lines = [],
  first = '',
  operators = '',
  picture,
  pictureOnTop,
  pictureAt,
}: PdfPage): string {
  const [x0, y0, width, tall] = pictureAt ?? [0, 0, 595, height];
  const painted = picture ? [`q ${width} 0 0 ${tall} ${x0} ${height - y0 - tall} cm /Im Do Q`] : [];
  return [
    first,
    ...(pictureOnTop ? [] : painted),
    ...lines.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`),
    ...texts.map(
      ({ text, x, y, size = 10, unseen, before = '', after = '' }) =>
        `${before} BT ${unseen ? 3 : 0} Tr /F ${size} Tf ${x} ${height - y} Td <${utf16(text)}> Tj ET ${after}`,
    ),
    operators,
    ...(pictureOnTop ? painted : []),
  ].join('\n');
}

/** A note or a field as an object of its own, in the page's list. */
const annotation = ({ text, x, y, width, height: high, field, unseen }: NonNullable<PdfPage['typed']>[number]) =>
  `<< /Type /Annot /Rect [${x} ${height - y - high} ${x + width} ${height - y}] /F ${unseen ? 2 : 4} /DA (/F 10 Tf 0 g) ` +
  `${field ? `/Subtype /Widget /FT /Tx /T (f${x}.${y}) /V` : '/Subtype /FreeText /Contents'} <feff${utf16(text)}> >>`;

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A stream object, deflated. */
export const stream = (data: string | Buffer) => packedStream(deflateSync(data));

/** A stream object of zeros or spaces: a few kilobytes that unpack to that many megabytes. */
export const bombStream = (megabytes: number, dictionary = '', byte = ' ') =>
  packedStream(bomb(megabytes, byte), dictionary);

function packedStream(packed: Buffer, dictionary = ''): Buffer {
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/** One deflated megabyte, again and again. */
function bomb(megabytes: number, byte: string): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, byte, 'latin1'), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync('');
  return Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => block),
    end,
    Buffer.alloc(4),
  ]);
}

/** A white picture in shades of grey. */
const picture = (width: number, rows: number, sheer?: true) =>
  bombStream(
    Math.ceil((width * rows) / 1024 / 1024),
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${rows} /ColorSpace /DeviceGray /BitsPerComponent 8 ${sheer ? '/Mask [255 255]' : ''}`,
    '\xff',
  );

function assemble(body: Map<number, Buffer>, encryption?: ReturnType<typeof pdfEncryption>): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]!.length;
  for (const [id, content] of body) {
    offsets.set(id, at);
    const object = Buffer.concat([
      Buffer.from(`${id} 0 obj\n`),
      encryption?.object(id, content) ?? content,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(object);
    at += object.length;
  }
  const entries = [...offsets].map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(...body.keys()) + 1;
  parts.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${encryption?.trailer ?? ''} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
