import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';

const hash = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);

/** Name of an issue over time. No value, quote, place, file or version goes in, so that it survives them all. */
export const fingerprint = (
  bureauKey: string,
  year: number,
  { check, slot }: Pick<Finding, 'check' | 'slot'>,
): string => hash([bureauKey, year, check, slot]);

const numbers = /\d+(?:\.\d+)?|[〇零一二三四五六七八九十百千万两]+(?=[件宗起例份条次篇期项个人元])/g;
const numbersIn = (text: string): string[] => text.normalize('NFKC').match(numbers) ?? [];

/** Hash of the figures that a finding rests on: its cells, cells of other reports, and the numbers of its sentences. */
export function valueHash(finding: Finding, report: Report): string {
  const cells = [...finding.cells].sort().map((address) => {
    const cell = report.cells[address];
    return [address, cell ? (cell.value ?? cell.state) : 'absent'];
  });
  const elsewhere = finding.evidence.flatMap((e) =>
    e.kind === 'cell' && e.from ? [[e.address, e.value ?? e.raw]] : [],
  );
  const quoted = finding.evidence.flatMap((e) => (e.kind === 'quote' ? numbersIn(e.text) : []));
  const said = cells.length + elsewhere.length + quoted.length ? [] : numbersIn(finding.message.zh);
  return hash([cells, elsewhere.sort(), quoted, said]);
}
