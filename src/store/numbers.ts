import { z } from 'zod';
import type { Backend } from './backend.ts';
import type { IssueRef, ThreadRef } from './case-store.ts';
import { caseKey, keyPart } from './keys.ts';
import { Series } from './series.ts';
import { Shelf } from './shelf.ts';
import type { StoredReport } from './stored-report.ts';

const numberedSchema = z.object({ bureauKey: z.string(), year: z.number().int(), issue: z.string() });

const threadKey = ({ channel, thread }: ThreadRef): string => keyPart(`thread-${channel}-${thread}`);

/** What `#1`, `#2` … mean in each thread, or in a report that came without one. */
export class Numbers {
  private readonly series;

  constructor(backend: Backend) {
    this.series = new Series(new Shelf('numbers', backend.namespace('numbers'), numberedSchema));
  }

  async meaning(thread: ThreadRef, number: number): Promise<IssueRef | undefined> {
    return Number.isSafeInteger(number) && number > 0 ? this.series.at(threadKey(thread), number) : undefined;
  }

  /** The numbers of these issues where their report is discussed; those without one get the next, in this order. */
  async of({ bureauKey, year, origin }: StoredReport, issues: readonly string[]): Promise<Map<string, number>> {
    if (!issues.length) return new Map();
    const { channel, thread } = origin;
    const place = channel && thread ? threadKey({ channel, thread }) : `report-${caseKey(bureauKey, year)}`;
    let given = await this.series.all(place);
    for (const issue of issues)
      if (!given.some((known) => known.issue === issue)) {
        const next = (soFar: readonly IssueRef[]) =>
          soFar.some((known) => known.issue === issue) ? undefined : { bureauKey, year, issue };
        given = (await this.series.append(place, next)).all;
      }
    return new Map(given.map(({ issue }, i) => [issue, i + 1]));
  }
}
