import { createHash } from 'node:crypto';

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const permissions = Buffer.from([0xc0, 0xff, 0xff, 0xff]);

const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password), padding]).subarray(0, 32);

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  }) as Buffer;
}

/** The oldest PDF encryption (40-bit RC4): how to encrypt an object, and what the trailer says of it. */
export function pdfEncryption({ user, owner }: { user: string; owner: string }) {
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const key = md5(padded(user), o, permissions, id).subarray(0, 5);
  const u = rc4(key, padding);
  const hex = (data: Buffer) => `<${data.toString('hex')}>`;
  return {
    trailer: `/ID [${hex(id)} ${hex(id)}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(o)} /U ${hex(u)} /P ${permissions.readInt32LE()} >>`,
    /** Encrypts the strings of an object and the data of its stream. */
    object(number: number, content: Buffer): Buffer {
      const own = md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10);
      const at = content.indexOf('stream\n');
      const head = at < 0 ? content : content.subarray(0, at);
      const strings = head.toString('latin1').replace(/\(([^)]*)\)/g, (_, text) => hex(rc4(own, Buffer.from(text))));
      if (at < 0) return Buffer.from(strings, 'latin1');
      const data = content.subarray(at + 7, content.lastIndexOf('\nendstream'));
      return Buffer.concat([Buffer.from(`${strings}stream\n`, 'latin1'), rc4(own, data), Buffer.from('\nendstream')]);
    },
  };
}
