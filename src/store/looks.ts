import { z } from 'zod';
import type { Entry } from '../report/entry.ts';
import { findingSchema, notAssessedSchema } from '../report/finding.ts';
import type { Backend } from './backend.ts';
import type { CaseRef } from './case-store.ts';
import { caseKey } from './keys.ts';
import { Shelf } from './shelf.ts';
import { deflated } from './stored-report.ts';

/** What the checks said when a case was last looked at, with its corrections and all that the store knew. */
export type Look = Pick<Entry, 'findings' | 'notAssessed'>;

const lookSchema = z.object({
  version: z.number().int(),
  findings: z.array(findingSchema),
  notAssessed: z.array(notAssessedSchema),
});

/** The latest look at every case; made anew at every reading, and whenever a neighbour or a correction comes in. */
export class Looks {
  private readonly shelf;

  constructor(backend: Backend) {
    this.shelf = new Shelf('looks', backend.namespace('looks'), deflated(lookSchema));
  }

  async keep({ bureauKey, year, version }: CaseRef & { version: number }, look: Look): Promise<void> {
    const { findings, notAssessed } = look;
    await this.shelf.set(caseKey(bureauKey, year), { version, findings, notAssessed });
  }

  /** The latest look, where it was at this version. */
  async at({ bureauKey, year, version }: CaseRef & { version: number }): Promise<Look | undefined> {
    const look = await this.shelf.get(caseKey(bureauKey, year));
    return look?.version === version ? look : undefined;
  }
}
