/** Encodings that a byte order mark announces. */
const marks: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Text of unknown encoding: byte order mark, then UTF-8 if every byte fits, then the charset that a web page declares,
 * then GB 18030, which holds GBK and GB 2312 and never fails. Bytes that mean nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  return (
    tryDecode('utf-8', bytes) ?? tryDecode(declaredCharset(bytes), bytes) ?? new TextDecoder('gb18030').decode(bytes)
  );
}

/** Decodes without a single broken byte, or not at all. */
export function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `<meta charset="…">` or the `charset=` of a content type. A page that says gb2312 means gb18030. */
function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'gb18030';
  return /^gb|^utf/.test(name) ? 'gb18030' : name;
}
