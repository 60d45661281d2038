import type { CaseFile } from '../store/case-store.ts';
import { whomToAsk } from './editors.ts';
import type { Office } from './office.ts';
import { guestOnlyReads, unknownReport } from './refusals.ts';
import { settingsOf } from './settings.ts';

/** Throws `E-REPORT-UNKNOWN` where a person may not see a report: what is private is not hinted at. */
export async function mustSee(office: Office, user: string, { stored }: CaseFile): Promise<void> {
  for (const origin of stored.origins) if (await office.maySee(user, origin)) return;
  throw unknownReport();
}

/**
 * Throws where a person may not act on a report: guests never, and where the channel that the report came to names
 * editors, nobody else.
 */
export async function mustAct(office: Office, user: string, file: CaseFile): Promise<void> {
  await mustSee(office, user, file);
  await mustEdit(office, user, file.stored.origin.channel);
}

/** Throws where a person may not change what belongs to a channel. */
export async function mustEdit(office: Office, user: string, channel: string | undefined): Promise<void> {
  if ((await office.colleague(user)).guest) throw guestOnlyReads();
  const { editors } = await settingsOf(office.store, channel);
  if (!editors.length || editors.includes(user)) return;
  throw await whomToAsk(office, editors);
}
