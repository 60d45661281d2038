import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GovinfoError } from '../errors.ts';
import { inReach, isOn, type KeptSwitch, keptSwitchSchema, type NewSwitch } from '../report/switch.ts';
import type { Backend } from './backend.ts';
import type { CaseRef } from './case-store.ts';
import { Memory } from './memory.ts';
import type { Overview } from './overview.ts';
import { Shelf } from './shelf.ts';
import type { YearRow } from './year-row.ts';

/** A switch with whether the cases it reaches were last brought up to date with it on, or off again. */
const spreadSchema = keptSwitchSchema.extend({ spread: z.enum(['on', 'off']).optional() });
type Spread = z.infer<typeof spreadSchema>;

/** Checks that people turned off or down. A switch is never deleted: what ended it, and who, is kept with it. */
export interface SwitchStore {
  /** Every switch there ever was, newest first. */
  list(): Promise<readonly KeptSwitch[]>;
  turn(one: NewSwitch, by: string): Promise<KeptSwitch>;
  /** Ends a switch before its day; throws `E-SWITCH-UNKNOWN` where there is none that is on. */
  end(id: string, by: string): Promise<KeptSwitch>;
  /** Brings every report up to date that a switch reaches which began or ended since; also called every hour. */
  settle(): Promise<void>;
  /** Findings that a switch holds now, over all reports. */
  matches(one: KeptSwitch): Promise<number>;
}

/** The switches as they are kept, and which reports each reaches. */
export class Switches {
  private readonly shelf: Shelf<Spread>;
  private readonly all: Memory<readonly Spread[]>;

  constructor(
    backend: Backend,
    private readonly overview: Overview,
  ) {
    this.shelf = new Shelf('switches', backend.namespace('switches'), spreadSchema);
    this.all = new Memory(overview.generations, async () => {
      const kept: Spread[] = [];
      for await (const [, one] of this.shelf.entries()) kept.push(one);
      return kept.sort((a, b) => (a.at < b.at ? 1 : -1));
    });
  }

  async list(): Promise<readonly Spread[]> {
    return this.all.of('switches');
  }

  async on(day: string): Promise<Spread[]> {
    return (await this.list()).filter((one) => isOn(one, day));
  }

  async turn(one: NewSwitch, signed: { at: string; by: string }): Promise<KeptSwitch> {
    const kept = keptSwitchSchema.parse({ ...one, ...signed, id: randomUUID().slice(0, 8) });
    await this.keep(kept);
    return kept;
  }

  async end(id: string, signed: { at: string; by: string }): Promise<KeptSwitch> {
    const kept = await this.shelf.get(id);
    if (!kept || kept.ended)
      throw new GovinfoError('E-SWITCH-UNKNOWN', {
        zh: '这项检查已经恢复，或没有这条记录',
        en: 'this check is on again already, or there is no such switch',
      });
    const ended = { ...kept, ended: signed };
    await this.keep(ended);
    return ended;
  }

  /** Calls `refresh` for every report that a switch reaches which is in another state than when that was last done. */
  async spread(day: string, refresh: (ref: CaseRef) => Promise<unknown>): Promise<void> {
    for (const one of await this.list()) {
      const spread = isOn(one, day) ? 'on' : 'off';
      if (spread === (one.spread ?? 'off')) continue;
      for (const { bureauKey, year } of await this.reached(one)) await refresh({ bureauKey, year });
      const now = await this.shelf.get(one.id);
      if (now) await this.keep({ ...now, spread });
    }
  }

  async matches(one: KeptSwitch): Promise<number> {
    return (await this.reached(one)).reduce(
      (sum, { found }) => sum + found.filter((check) => check === one.check).length,
      0,
    );
  }

  private async reached(one: KeptSwitch): Promise<YearRow[]> {
    const years = await Promise.all((await this.overview.years()).map((year) => this.overview.year(year)));
    return years
      .flat()
      .filter(
        ({ bureauKey, origin, found }) =>
          found.includes(one.check) && inReach(one, { bureauKey, ...(origin.channel && { channel: origin.channel }) }),
      );
  }

  private async keep(one: Spread): Promise<void> {
    await this.all.changed('switches', () => this.shelf.set(one.id, one));
  }
}
