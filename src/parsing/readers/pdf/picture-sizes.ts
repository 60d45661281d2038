/** Width and height in pixels. */
export type PictureSize = readonly [width: number, height: number];

/**
 * Sizes of the pictures in a PDF as their dictionaries give them, which are never packed. pdfjs leaves out pictures
 * beyond its limit without a word, so whoever must know looks here.
 */
export function pictureSizes(bytes: Uint8Array): PictureSize[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(/\/Subtype\s*\/Image\b/g)].flatMap(({ index }): PictureSize[] => {
    const dictionary = text.slice(text.lastIndexOf('obj', index), index + 2000).split('stream', 1)[0]!;
    const [width, height] = [/\/Width\s+(\d+)/, /\/Height\s+(\d+)/].map((key) => Number(key.exec(dictionary)?.[1]));
    return width && height ? [[width, height]] : [];
  });
}
