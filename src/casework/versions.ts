import type { CaseFile } from '../store/case-store.ts';
import { type CaseName, findCase } from './find-case.ts';
import type { Office } from './office.ts';
import { waitingVersion } from './refusals.ts';
import { mustAct } from './rights.ts';

/** Makes one version the one that answers, or says that it stays the one. */
export async function adopt(office: Office, by: string, name: CaseName): Promise<CaseFile> {
  const file = await findCase(office.store, name);
  await mustAct(office, by, file);
  const { bureauKey, year, version = 0 } = name;
  const versions = await office.store.reports.versions(bureauKey, year);
  if (!versions.some((one) => one.version === version)) throw waitingVersion(version);
  await office.store.reports.adopt(bureauKey, year, version, by);
  return findCase(office.store, name);
}
