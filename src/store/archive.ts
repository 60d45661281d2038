import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Entry } from '../report/entry.ts';
import type { Backend } from './backend.ts';
import { caseKey, keyPart } from './keys.ts';
import { Series } from './series.ts';
import { type Door, Shelf } from './shelf.ts';
import type { Filing, Origin, StoredReport } from './stored-report.ts';
import { originSchema, packedReading, packedVersion, pointerSchema, type Version } from './stored-report.ts';

/** Whether two files came from the same place. */
export const sameOrigin = (a: Origin, b: Origin): boolean =>
  a.scope === b.scope && a.team === b.team && a.channel === b.channel && a.thread === b.thread && a.user === b.user;

/** Whose report it is and of which year. */
export interface Identity {
  bureau: string;
  bureauKey: string;
  year: number;
}

/** Every version of every report as it came, where it was seen, and which one answers. */
export class Archive {
  private readonly kept;
  private readonly readings;
  private readonly adopted;
  private readonly files;
  private readonly sightings;
  private readonly deletions;
  private readonly withdrawals;

  constructor(
    backend: Backend,
    private readonly readBy: string,
  ) {
    const shelf = <T>(name: string, door: Door<T>) => new Shelf(name, backend.namespace(name), door);
    this.kept = new Series(shelf('reports', packedVersion));
    this.readings = new Series(shelf('readings', packedReading));
    this.adopted = shelf('adopted', z.number().int().positive());
    this.files = shelf('files', pointerSchema);
    this.sightings = new Series(shelf('sightings', originSchema));
    this.deletions = shelf('deletions', z.string());
    this.withdrawals = shelf('withdrawals', z.string());
  }

  /**
   * Adds a version, unless one of these very bytes is there: then that one. It is found by its file only after
   * `finish`, so that work broken off in between is taken up again.
   */
  async add(filing: Filing, identity: Identity): Promise<{ added: boolean; stored: StoredReport }> {
    const { sha256 } = filing.file;
    const key = caseKey(identity.bureauKey, identity.year);
    const standing = new Set((await this.standing(key)).map(({ version }) => version));
    const { bureau, bureauKey, year } = identity;
    const { added, all } = await this.kept.append(key, (versions) =>
      versions.some(({ file, version }) => file.sha256 === sha256 && standing.has(version))
        ? undefined
        : { ...filing, bureau, bureauKey, year, version: versions.length + 1, readBy: this.readBy },
    );
    return { added, stored: await this.withMarks(all.findLast(({ file }) => file.sha256 === sha256)!) };
  }

  async finish({ bureauKey, year, version, file }: StoredReport): Promise<void> {
    await this.files.add(keyPart(file.sha256), { bureauKey, year, version });
  }

  async version(bureauKey: string, year: number, version: number): Promise<StoredReport | undefined> {
    const key = caseKey(bureauKey, year);
    const kept = await this.kept.at(key, version);
    if (!kept || (await this.withdrawals.has(versionKey(kept)))) return undefined;
    return this.withMarks(kept);
  }

  async versions(bureauKey: string, year: number): Promise<StoredReport[]> {
    const standing = await this.standing(caseKey(bureauKey, year));
    return Promise.all(standing.map((kept) => this.withMarks(kept)));
  }

  /** Versions that nobody took out again. */
  private async standing(key: string): Promise<Version[]> {
    const all = await this.kept.all(key);
    const withdrawn = await this.withdrawals.getMany(all.map(versionKey));
    return all.filter((_, i) => withdrawn[i] === undefined);
  }

  async withdraw(stored: StoredReport, at: string): Promise<void> {
    await this.withdrawals.add(versionKey(stored), at);
    await this.files.delete(keyPart(stored.file.sha256));
  }

  async byFile(sha256: string): Promise<StoredReport | undefined> {
    const pointer = await this.files.get(keyPart(sha256));
    return pointer && this.version(pointer.bureauKey, pointer.year, pointer.version);
  }

  /** The version that answers; the first one until another is adopted. */
  async current(bureauKey: string, year: number): Promise<StoredReport | undefined> {
    const adopted = await this.version(bureauKey, year, await this.adoptedVersion(bureauKey, year));
    return adopted ?? (await this.versions(bureauKey, year)).at(-1);
  }

  async adoptedVersion(bureauKey: string, year: number): Promise<number> {
    return (await this.adopted.get(caseKey(bureauKey, year))) ?? 1;
  }

  async adopt({ bureauKey, year, version }: StoredReport): Promise<void> {
    if ((await this.adoptedVersion(bureauKey, year)) === version) return;
    await this.adopted.set(caseKey(bureauKey, year), version);
  }

  /** Keeps what today's program reads in the same bytes, where that is something else; the last reading counts. */
  async reread(stored: StoredReport, entry: Entry, at: string): Promise<boolean> {
    const plain = ({ report }: Entry): unknown => JSON.parse(JSON.stringify(report));
    const now = plain(entry);
    const same = (before: Entry): boolean => isDeepStrictEqual(plain(before), now);
    const { added } = await this.readings.append(versionKey(stored), (soFar) =>
      same(soFar.at(-1)?.entry ?? stored.entry) ? undefined : { entry, readBy: this.readBy, at },
    );
    return added;
  }

  /** Notes one more place where a file was seen; `false` where it is known. */
  async sight(stored: StoredReport, origin: Origin): Promise<boolean> {
    if (sameOrigin(stored.origin, origin)) return false;
    const { added } = await this.sightings.append(versionKey(stored), (seen) =>
      seen.some((known) => sameOrigin(known, origin)) ? undefined : origin,
    );
    return added;
  }

  async markDeleted(bureauKey: string, year: number, version: number, at: string): Promise<void> {
    await this.deletions.add(versionKey({ bureauKey, year, version }), at);
  }

  private async withMarks(kept: Version): Promise<StoredReport> {
    const key = versionKey(kept);
    const [readings, origins, deletedAt] = await Promise.all([
      this.readings.all(key),
      this.sightings.all(key),
      this.deletions.get(key),
    ]);
    const { entry, readBy } = readings.at(-1) ?? kept;
    return { ...kept, entry, readBy, origins: [kept.origin, ...origins], ...(deletedAt && { deletedAt }) };
  }
}

const versionKey = ({ bureauKey, year, version }: { bureauKey: string; year: number; version: number }): string =>
  `${caseKey(bureauKey, year)}/${version}`;
