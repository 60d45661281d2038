import { bureauKey } from '../naming/bureau-key.ts';
import { locate } from '../naming/region.ts';
import { mayBeSameBody } from '../naming/same-body.ts';
import type { Entry } from '../report/entry.ts';
import type { Claim, Doubt, Identity } from '../report/identity.ts';
import type { Report } from '../report/report.ts';
import { badBureau, badYear } from './refusals.ts';

/**
 * What has to be asked before a report is filed; nothing where title, text and the file's name agree. A file's name
 * settles what title and text say differently, and never decides alone.
 */
export function identityDoubt(entry: Entry, fileName: string): Doubt | undefined {
  const { report } = entry;
  const named = namesIn(fileName);
  const years = differing(yearsOf(report), named.year, (a, b) => a === b);
  const bureaus = differing(bureausOf(entry), named.bureau, (a, b) =>
    [a, ...report.aliases].some((name) => mayBeSameBody(name, b)),
  );
  const lacking = [
    ...(report.bureauKey === null ? ['bureau' as const] : []),
    ...(report.year === null ? ['year' as const] : []),
  ];
  if (!lacking.length && bureaus.length < 2 && years.length < 2) return undefined;
  const candidates = bureaus.flatMap(({ value }) =>
    years.flatMap((year) => identityAs(report, value, year.value) ?? []),
  );
  return {
    lacking,
    bureaus: bureaus.length > 1 ? bureaus : [],
    years: years.length > 1 ? years : [],
    candidates: candidates.slice(0, 4),
  };
}

/** What the document says, and the file's name where that is another thing; the document alone where the name bears it out. */
function differing<Value>(
  said: Claim<Value>[],
  inName: Value | undefined,
  same: (a: Value, b: Value) => boolean,
): Claim<Value>[] {
  const [first, ...others] = said;
  const file = inName === undefined ? [] : [{ from: 'file' as const, value: inName }];
  if (!first) return file;
  if (file[0] && same(first.value, file[0].value)) return [first];
  return [first, ...[...others, ...file].filter(({ value }) => !same(first.value, value))];
}

/** The year that the report goes by, and the one whose days it counts. */
function yearsOf({ year, period, identity }: Report): Claim<number>[] {
  const [from, to] = [period?.from.slice(0, 4), period?.to.slice(0, 4)];
  const counted = from && from === to && identity.period?.confidence !== 'doubtful' ? [Number(from)] : [];
  return [
    ...(year === null ? [] : [{ from: originOf(identity.year?.from), value: year }]),
    ...counted.map((value) => ({ from: 'text' as const, value })),
  ];
}

/** The body that the report goes by, and the other one that its opening cites it under. */
function bureausOf({ report, findings }: Entry): Claim<string>[] {
  const cited = findings
    .filter(({ check }) => check === 'bureau-name-differs')
    .flatMap(({ evidence }) => evidence.flatMap((item) => (item.kind === 'quote' ? [item.text] : [])))
    .flatMap((text) => /《([^《》]{2,40}?)(?:机关|系统)?20\d\d年/u.exec(text)?.[1] ?? []);
  return [
    ...(report.bureau === null ? [] : [{ from: originOf(report.identity.bureau?.from), value: report.bureau }]),
    ...cited.map((value) => ({ from: 'text' as const, value })),
  ];
}

const originOf = (from: string | undefined): Claim<unknown>['from'] => (from === 'title' ? 'title' : 'text');

const titleWords =
  /(?:政[府务])?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)?|年度(?:工作)?(?:报告|年报)|年报|工作总结|(?:扫描|识别|盖章|图片|正式|最终|修[订改])[件版稿]/gu;
const organisation = /(?:政府|办公[室厅]|[局委厅]|委员会|管委会|街道|[乡镇])$/u;

/** The one year and the one body that a file's name speaks of; dates and other numbers are no years. */
function namesIn(fileName: string): { year?: number; bureau?: string } {
  const stem = fileName
    .normalize('NFKC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[〔[]20\d\d[〕\]]/g, ' ');
  const years = new Set(
    [...stem.matchAll(/(?<!\d)(20[0-3]\d)(?!\d|[-./_]\d|年\d{1,2}月)/g)].map(([, year]) => Number(year)),
  );
  const names = new Set(
    (stem.replace(titleWords, ' ').match(/\p{Script=Han}{4,}/gu) ?? [])
      .map((name) => name.replace(/^年度?|年度?$/gu, ''))
      .filter((name) => organisation.test(name) && bureauKey(name, null) !== null),
  );
  const [year, bureau] = [[...years][0], [...names][0]];
  return { ...(year && years.size === 1 && { year }), ...(bureau && names.size === 1 && { bureau }) };
}

/** What was found in a document; its own bureau with the place that the document gives it. */
function identityAs({ bureau, bureauKey: key, region }: Report, name: string, year: number): Identity | undefined {
  return name === bureau && key !== null ? { bureau: name, bureauKey: key, year, region } : identityOf(name, year);
}

/** A body by its name; nothing where the name has no place and would meet its namesakes. */
function identityOf(name: string, year: number): Identity | undefined {
  const { candidates } = locate(name);
  const place = candidates.length === 1 ? candidates[0]! : null;
  const found = bureauKey(name, place);
  return found === null ? undefined : { bureau: name, bureauKey: found, year, region: place };
}

/** What a person typed about a report. Throws where the body has no place, or the year is none of these reports. */
export function identityFrom(typed: { bureau: string; year: string }, now: Date): Identity {
  const bureau = typed.bureau.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）').replace(/\s+/g, '');
  const year = yearFrom(typed.year, now);
  const identity = [...bureau].length >= 2 && /\p{Script=Han}{2}/u.test(bureau) && identityOf(bureau, year);
  if (!identity || [...bureau].length > 60) throw badBureau();
  return identity;
}

/** A year that a person typed. Throws where it is none of these reports'. */
export function yearFrom(typed: string, now: Date): number {
  const year = Number(/^(\d{4})年?度?$/.exec(typed.normalize('NFKC').trim())?.[1]);
  if (!(year >= 2008 && year <= now.getUTCFullYear())) throw badYear(now.getUTCFullYear());
  return year;
}
