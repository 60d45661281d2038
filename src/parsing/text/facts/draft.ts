import type { Fact, FactChannel } from '../../../report/fact.ts';
import type { Report } from '../../../report/report.ts';
import type { NumberToken } from './numbers.ts';

/** A fact on its way: where its number stands, and the bracket it stands in, if any. */
export interface Draft {
  token: NumberToken;
  fact: Fact;
  /** Words left of the number in its clause, masked. */
  left: string;
  /** The channel its words name, whether or not its subject has one. */
  channel?: FactChannel;
  /** Start of the number in front of the bracket that this one stands in; -1 for a bracket behind other words. */
  inBracketOf: number | null;
  /** Its clause begins a list of parts: 其中, or 包括, which need not be all. */
  opens: 'list' | 'open' | null;
  /** The words that open the list say of which total it is: 在答复的申请中 is no list of the requests received. */
  ofConcluded: boolean;
  /** The words of its own clause name no subject; its list may. */
  unnamed: boolean;
}

/** Whose report it is, and of which year, as far as that is known. */
export type Writer = Pick<Report, 'year' | 'bureau'>;
