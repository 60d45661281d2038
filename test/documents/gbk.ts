/** Bytes of every character that GBK holds; Node decodes GBK but does not write it. */
const bytesOf = new Map<string, Buffer>();
const decoder = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++)
    bytesOf.set(decoder.decode(Uint8Array.of(high, low)), Buffer.from([high, low]));
}

export const gbk = (text: string): Buffer =>
  Buffer.concat([...text].map((char) => (char < '\x80' ? Buffer.from(char) : (bytesOf.get(char) ?? Buffer.from('?')))));
