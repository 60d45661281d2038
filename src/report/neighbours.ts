import type { Address, Report } from './report.ts';

/** Cells that mean the same in every form, and may be compared from year to year and from body to body. */
export const comparableCells: readonly Address[] = [
  'disclosures.licences.decisions',
  'disclosures.penalties.decisions',
  'disclosures.coerciveMeasures.decisions',
  'applications.received.total',
  'applications.concluded.total',
  'disputes.reconsideration.total',
  'disputes.litigation.total',
  'disputes.litigationAfterReconsideration.total',
];

/** Comparable figures of another body; a cell without a number is left out. */
export interface Peer {
  bureauKey: string;
  figures: Partial<Record<Address, number>>;
}

/** A body that owes a report every year, by the list that a team gave. */
export interface Owed {
  name: string;
  bureauKey: string | null;
  /** Whether its report of the year in question is stored. */
  filed: boolean;
  /** Comparable figures of that report, as far as they may be quoted. */
  figures: Peer['figures'];
}

/** What else is known when a report is checked, as data; what is missing here is not assessable, never guessed. */
export interface Neighbours {
  /** Last year's report of the same bureau. */
  previous?: Report;
  /** Reports of the same bureau before last year; at least that of two years ago, where it is stored. */
  earlier?: readonly Report[];
  /** Years of which a report of this bureau is stored. */
  years?: readonly number[];
  /** Other files of the same bureau and year that came in before, oldest first. */
  versions?: readonly Report[];
  /** Bodies of the same kind and level in the same year. */
  peers?: readonly Peer[];
  /** Reports of other bureaus for the same year whose text may be like this one's. */
  alike?: readonly Report[];
  /** Of the bodies on the team's list this one and those it answers for; missing where there is no list. */
  roster?: readonly Owed[];
  /** Limits that people have set, by check id: a share from 0 to 1, or a count. What has none stays off. */
  limits?: Readonly<Record<string, number>>;
  /** `YYYY-MM-DD`. */
  arrivedOn?: string;
}

/** The kind of a body: what is left of its key behind the region. */
export const kindOfBody = (bureauKey: string | null): string | undefined => bureauKey?.split(':')[1];

/** How many digits of its region's code say something: 2 of a province, 4 of a city, 6 of a county or district. */
const levelOfBody = (bureauKey: string): number | undefined =>
  /^\d{6}(?=:)/.exec(bureauKey)?.[0].replace(/(?:00){1,2}$/, '').length;

/** Whether two are bodies of one kind and level, and not the same: the health bureaus of two districts, not of a city. */
export const arePeers = (one: string | null, other: string): boolean =>
  one !== null &&
  one !== other &&
  kindOfBody(one) !== undefined &&
  kindOfBody(one) === kindOfBody(other) &&
  levelOfBody(one) === levelOfBody(other);
