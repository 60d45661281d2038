import type { Entry } from '../../report/entry.ts';
import type { Finding } from '../../report/finding.ts';
import { sectionIds } from '../../report/report.ts';
import { findingKinds, kindOf } from '../finding-kind.ts';
import type { Locale } from '../message.ts';
import { say } from '../words/say.ts';

/** Findings that ask for a person: errors and warnings. Notes are listed, never counted here. */
export const toCheck = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'note');

/** `1 项勾稽不平，1 项缺漏`: what there is to check, by kind. */
export function kindsText(findings: readonly Finding[], locale: Locale): string {
  const parts = findingKinds.flatMap((kind) => {
    const count = findings.filter((finding) => kindOf(finding) === kind).length;
    return count === 0 ? [] : [say(locale, `kind.count.${kind}`, { count })];
  });
  return parts.join(locale === 'zh' ? '，' : ', ');
}

/** How the sums of one table stand: how many do not hold, or whether they could be checked at all. */
function sumsText(
  { findings, notAssessed, report }: Entry,
  table: 'applications' | 'disputes',
  locale: Locale,
): string {
  const name = say(locale, `table.${table}`);
  if (!report.tables[table]) return say(locale, 'sums.tableNotFound', { table: name });
  const failing = findings.filter(
    ({ tags, cells }) => tags.includes('reconciliation') && cells.some((cell) => cell.startsWith(`${table}.`)),
  );
  if (failing.length > 0) return say(locale, 'sums.failing', { table: name, count: failing.length });
  const main = table === 'applications' ? 'applications-balance' : 'disputes-total';
  return say(locale, notAssessed.some(({ check }) => check === main) ? 'sums.notAssessed' : 'sums.hold', {
    table: name,
  });
}

/** `勾稽：表三 ❌ 1 处 · 表四 ✅ · 六个部分 6/6` */
export function sumsLine(entry: Entry, locale: Locale): string {
  const sections = new Set(entry.report.sections.map(({ id }) => id)).size;
  return say(locale, 'sums.line', {
    applications: sumsText(entry, 'applications', locale),
    disputes: sumsText(entry, 'disputes', locale),
    sections: `${sections}/${sectionIds.length}`,
  });
}

/** The first sentence about a report: what there is to check, or that it is in order. */
export function verdictLine(entry: Entry, locale: Locale): string {
  const open = toCheck(entry.findings);
  if (open.length > 0) return say(locale, 'verdict.open', { count: open.length, kinds: kindsText(open, locale) });
  const notes = entry.findings.length;
  const missing = Object.values(entry.report.tables).some((table) => table === null);
  const held = !missing && !entry.notAssessed.some(({ check }) => check === 'applications-balance');
  const whole = new Set(entry.report.sections.map(({ id }) => id)).size === sectionIds.length;
  const said = [
    say(locale, held ? 'verdict.sumsHold' : 'verdict.sumsNotChecked'),
    ...(whole ? [say(locale, 'verdict.allSections')] : []),
  ].join(locale === 'zh' ? '，' : ', ');
  return notes > 0 ? `${said} · ${say(locale, 'verdict.notes', { count: notes })}` : said;
}
