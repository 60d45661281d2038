import { z } from 'zod';
import { printedIn } from '../report/cell.ts';
import type { Address } from '../report/forms/index.ts';
import type { Issue } from '../report/issue.ts';
import { type Report, reportSchema } from '../report/report.ts';
import type { CaseFile } from './case-store.ts';
import { encodeCells, encodedCells, type FactCell, order } from './fact-cells.ts';
import { encodeSaid } from './said-counts.ts';
import { originSchema, type StoredReport } from './stored-report.ts';

/** A report in a few hundred bytes; short keys, since a year's question reads one of every bureau. */
export const factRowSchema = z.object({
  /** Bureau key, name and other names. */
  k: z.string(),
  n: z.string(),
  a: z.array(z.string()),
  /** Region code and path. */
  r: z.tuple([z.string(), z.array(z.string())]).nullable(),
  v: z.number().int(),
  f: reportSchema.shape.forms,
  /** Name of the file, and the places where it was seen. */
  s: z.string(),
  o: z.array(originSchema).min(1),
  /** Unsettled errors and warnings, and how many of both nobody has decided about. */
  e: z.number().int(),
  w: z.number().int(),
  i: z.number().int(),
  c: z.string().regex(encodedCells),
  /** What is printed in the cells that a bureau answered otherwise; `null` where nothing is. */
  p: z.record(z.string(), z.string().nullable()).optional(),
  /** What the text counts, see `encodeSaid`. */
  t: z.string().default(''),
  /** Checks that found something, switched off or not, and how many of the findings are off. */
  q: z.array(z.string()).optional(),
  x: z.number().int().optional(),
});
export type FactRow = z.infer<typeof factRowSchema>;

/** Cells that an issue puts in doubt until it is settled: the one that explains it, else every one it rests on. */
const doubted = ({ finding }: Issue): Address[] => (finding.suspect ? [finding.suspect.cell] : finding.cells);

/** The light row of a case. */
export function factRow({ stored, report, corrections, issues, findings, off }: Omit<CaseFile, 'seen'>): FactRow {
  const unsettled = issues.filter(({ state }) => state !== 'resolved' && state !== 'ignored');
  const inDoubt = new Set(unsettled.flatMap(doubted));
  const corrected = new Set(corrections.map(({ address }) => address));
  const cells = new Map<Address, FactCell>();
  for (const address of order) {
    const cell = report.cells[address];
    if (!cell) continue;
    const doubtful = cell.trust === 'low' || cell.state === 'unreadable' || inDoubt.has(address);
    cells.set(address, { value: cell.value, state: cell.state, doubtful, corrected: corrected.has(address) });
  }
  const answered = corrections.flatMap(({ address, basis }): [Address, string | null][] => {
    const cell = report.cells[address];
    return basis === 'answered' && cell ? [[address, printedIn(cell)]] : [];
  });
  const names = new Set(namesIn(report, stored));
  names.delete(stored.bureau);
  const region = stored.identity ? stored.identity.region : report.region;
  return {
    k: stored.bureauKey,
    n: stored.bureau,
    a: [...names],
    r: region && [region.code, region.path],
    v: stored.version,
    f: report.forms,
    s: stored.file.name,
    o: stored.origins,
    e: unsettled.filter(({ finding }) => finding.severity === 'error').length,
    w: unsettled.filter(({ finding }) => finding.severity === 'warning').length,
    i: unsettled.filter(({ state }) => state === 'open').length,
    c: encodeCells(cells),
    ...(answered.length && { p: Object.fromEntries(answered) }),
    t: encodeSaid(report.facts),
    q: [...findings, ...off.map(({ finding }) => finding)].map(({ check }) => check),
    ...(off.length && { x: off.length }),
  };
}

/** What the document calls its bureau; nothing where a person said that it is another one. */
function namesIn({ bureau, bureauKey, aliases }: Report, { identity }: StoredReport): string[] {
  if (bureau === null || (identity && identity.bureauKey !== bureauKey)) return [];
  return [bureau, ...aliases];
}
