import { createHash } from 'node:crypto';

const plain = /^[^/\p{Cc}\p{Cf}\p{Cs}]{1,100}$/u;

/** A name as one part of a key: itself where it is short and harmless, else its beginning and a hash. */
export function keyPart(name: string): string {
  if (plain.test(name)) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return `${name.replace(/[/\p{Cc}\p{Cf}\p{Cs}]/gu, '_').slice(0, 60)}~${hash}`;
}

/** The reports of one bureau for one year, all versions: `2021/640106:卫生健康局`. */
export const caseKey = (bureauKey: string, year: number): string => `${year}/${keyPart(bureauKey)}`;
