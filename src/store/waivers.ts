import type { ActOf, Waiver } from '../report/issue.ts';
import { waiverSchema } from '../report/issue.ts';
import type { Backend } from './backend.ts';
import type { IssueRef } from './case-store.ts';
import { keyPart } from './keys.ts';
import { Shelf } from './shelf.ts';

const key = (bureauKey: string, check: string): string => `${keyPart(bureauKey)}/${keyPart(check)}`;

/** Checks that are ignored for a bureau in later years too, the latest word on each. */
export class Waivers {
  private readonly shelf;

  constructor(backend: Backend) {
    this.shelf = new Shelf('waivers', backend.namespace('waivers'), waiverSchema);
  }

  async of(bureauKey: string, checks: readonly string[]): Promise<Waiver[]> {
    const found = await this.shelf.getMany(checks.map((check) => key(bureauKey, check)));
    return found.filter((waiver) => waiver !== undefined);
  }

  async give(
    { bureauKey, year, issue }: IssueRef,
    check: string,
    { reason, note, until }: Pick<ActOf<'ignore'>, 'reason' | 'note' | 'until'>,
    signed: { at: string; by: string },
  ): Promise<void> {
    if (until === undefined) throw new TypeError('a check is ignored for a bureau only until a day');
    await this.shelf.set(key(bureauKey, check), {
      ...{ bureauKey, check, fromYear: year, issue, reason, until },
      ...(note && { note }),
      ...signed,
    });
  }

  /** Ends what was given with an issue; a later word of another issue stays. */
  async takeBack({ bureauKey }: { bureauKey: string }, issue: string, check: string): Promise<void> {
    const given = await this.shelf.get(key(bureauKey, check));
    if (given?.issue === issue) await this.shelf.delete(key(bureauKey, check));
  }
}
