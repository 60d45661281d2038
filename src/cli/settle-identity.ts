import { identityDoubt, identityFrom, yearFrom } from '../casework/identity.ts';
import { GovinfoError } from '../errors.ts';
import { mayBeSameBody } from '../naming/same-body.ts';
import type { Entry } from '../report/entry.ts';
import type { Doubt, Identity } from '../report/identity.ts';
import { doubtLines } from '../views/report/identity-question.ts';

/** What the command line says of files that leave it open. */
export interface Given {
  bureau?: string | undefined;
  year?: string | undefined;
}

/** A file that is not filed before somebody says whose report it is. */
export class IdentityOpen extends GovinfoError {
  constructor(readonly doubt: Doubt) {
    super('E-IDENTITY', { zh: doubtLines(doubt, 'zh').join('；'), en: doubtLines(doubt, 'en').join('; ') });
  }
}

/**
 * What a report is filed as where it does not say, or says two things, and the command line does; nothing where it says
 * so itself. Throws `IdentityOpen` where that is not enough, `E-IDENTITY` where file and command line contradict each
 * other, and `E-BUREAU`, `E-YEAR` where what was given is no body or no year.
 */
export function settledIdentity(entry: Entry, fileName: string, given: Given, now: Date): Identity | undefined {
  const { bureau, bureauKey, year, region } = entry.report;
  const doubt = identityDoubt(entry, fileName);
  const open = {
    bureau: !!doubt && (doubt.lacking.includes('bureau') || doubt.bureaus.length > 0),
    year: !!doubt && (doubt.lacking.includes('year') || doubt.years.length > 0),
  };
  if (doubt && ((open.bureau && !given.bureau) || (open.year && !given.year))) throw new IdentityOpen(doubt);
  const asked = given.year === undefined ? year! : yearFrom(given.year, now);
  const said = given.bureau ? identityFrom({ bureau: given.bureau, year: String(asked) }, now) : undefined;
  if (said && !open.bureau && bureau && !mayBeSameBody(said.bureau, bureau)) throw contradicted(bureau, said.bureau);
  if (!open.year && asked !== year) throw contradicted(String(year), String(asked));
  if (!doubt) return undefined;
  return open.bureau && said ? said : { bureau: bureau!, bureauKey: bureauKey!, region, year: asked };
}

const contradicted = (printed: string, given: string): GovinfoError =>
  new GovinfoError('E-IDENTITY', {
    zh: `文件写的是“${printed}”，与指明的“${given}”不符，没有入库`,
    en: `the file says “${printed}”, the command line “${given}”; nothing was filed`,
  });

/** The commands that would settle a file: one for each thing it may be. */
export function waysToSettle(path: string, { candidates }: Doubt): string[] {
  const file = `'${path.replaceAll("'", `'\\''`)}'`;
  if (!candidates.length) return [`govinfo import --bureau 机关全称 --year 年度 ${file}`];
  return candidates.map(({ bureau, year }) => `govinfo import --bureau ${bureau} --year ${year} ${file}`);
}
