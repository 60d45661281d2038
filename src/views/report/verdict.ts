import type { Entry } from '../../report/entry.ts';
import type { Finding } from '../../report/finding.ts';
import { sectionIds } from '../../report/report.ts';
import { findingKinds, kindOf } from '../finding-kind.ts';
import type { Locale } from '../message.ts';
import { say } from '../words/say.ts';
import type { SetAside } from './case-file.ts';

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
  setAside: readonly SetAside[],
  table: 'applications' | 'disputes',
  locale: Locale,
): string {
  const name = say(locale, `table.${table}`);
  if (!report.tables[table]) return say(locale, 'sums.tableNotFound', { table: name });
  const fails = ({ tags, cells }: Finding) =>
    tags.includes('reconciliation') && cells.some((cell) => cell.startsWith(`${table}.`));
  const failing = findings.filter(fails).length;
  const decided = setAside.filter(({ finding }) => fails(finding)).length;
  if (failing > 0 && decided > 0) return say(locale, 'sums.someSetAside', { table: name, count: failing, decided });
  if (failing > 0) return say(locale, 'sums.failing', { table: name, count: failing });
  if (decided > 0) return say(locale, 'sums.setAside', { table: name, count: decided });
  const main = table === 'applications' ? 'applications-balance' : 'disputes-total';
  return say(locale, notAssessed.some(({ check }) => check === main) ? 'sums.notAssessed' : 'sums.hold', {
    table: name,
  });
}

/** `勾稽：表三 ❌ 1 处 · 表四 ✅ · 六个部分 6/6` */
export function sumsLine(entry: Entry, setAside: readonly SetAside[], locale: Locale): string {
  const sections = new Set(entry.report.sections.map(({ id }) => id)).size;
  return say(locale, 'sums.line', {
    applications: sumsText(entry, setAside, 'applications', locale),
    disputes: sumsText(entry, setAside, 'disputes', locale),
    sections: `${sections}/${sectionIds.length}`,
  });
}

/** `已确认有误 1 · 已忽略 2` */
function statesText(setAside: readonly SetAside[], locale: Locale): string {
  const counts = (['confirmed', 'ignored', 'snoozed', 'off'] as const).flatMap((state) => {
    const count = setAside.filter((one) => one.state === state).length;
    return count ? [say(locale, `verdict.${state}`, { count })] : [];
  });
  return counts.join(' · ');
}

/** The first sentence about a report: what there is to check, what people decided, or that it is in order. */
export function verdictLine(entry: Entry, setAside: readonly SetAside[], locale: Locale): string {
  const open = toCheck(entry.findings);
  if (open.length > 0) return say(locale, 'verdict.open', { count: open.length, kinds: kindsText(open, locale) });
  if (setAside.length > 0) return say(locale, 'verdict.setAside', { states: statesText(setAside, locale) });
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
