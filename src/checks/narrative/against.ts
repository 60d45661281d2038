import type { Words } from '../../errors.ts';
import type { Fact } from '../../report/fact.ts';
import { factSubjects } from '../../report/fact.ts';
import { columnName, rowName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { notAssessed, type Raised, type Tolerated, type Unsettled } from '../define-check.ts';
import { once } from '../once.ts';
import { residual } from '../sums/assess.ts';
import { applicationSums, disputeSums } from '../sums/sum-findings.ts';
import { cut, joined } from '../wording.ts';
import { disputeRowsOf } from './disputes.ts';
import type { Quantity } from './quantity.ts';
import { othersOfIt, ownParts } from './same-matter.ts';
import { isOfAnother } from './scope.ts';

/** What the tables allow a sentence to say; nothing where it cannot be held against them. */
export type Allowed = (fact: Fact, report: Report) => readonly Quantity[];

/** A fact that no allowed number bears out. */
interface Contradiction {
  fact: Fact;
  allowed: readonly Quantity[];
}

/**
 * Holds facts against the tables: one finding for all that contradict them. A number that fits what a
 * broken sum proposes for its cell is no second finding. Approximate numbers and sets that blanks leave open decide
 * nothing.
 */
export function* against(
  report: Report,
  facts: readonly Fact[],
  allowed: Allowed,
  more: (fact: Fact, report: Report) => Words | null = () => null,
): Iterable<Raised | Unsettled | Tolerated> {
  const wrong: Contradiction[] = [];
  for (const fact of facts) {
    if (fact.value === null) continue;
    const set = allowed(fact, report);
    if (set.length === 0) continue;
    if (fact.precision !== 'exact') {
      yield notAssessed(
        'approximate',
        `正文只写了约数：${said(fact).zh}`,
        `The text gives an approximate number: ${said(fact).en}`,
      );
      continue;
    }
    const verdict = compare(fact.value, set);
    if (verdict === 'holds') {
      // The first of the numbers allowed is the plain one; any other is a way to understand the sentence.
      const fitting = set.find(({ value }) => value === fact.value)!;
      if (fitting.value !== set[0]!.value) yield { tolerated: otherwise(fact, fitting, set[0]!) };
      continue;
    }
    if (repaired(report).some((other) => compare(fact.value!, allowed(fact, other)) === 'holds')) {
      yield { tolerated: mended(fact) };
      continue;
    }
    if (ownParts(report, fact).some((part) => compare(part.value!, set) === 'holds')) {
      yield { tolerated: wider(fact) };
      continue;
    }
    if (othersOfIt(report, fact).some((value) => compare(value, set) === 'holds')) {
      yield { tolerated: counted(fact) };
      continue;
    }
    if (isOfAnother(report, fact)) {
      yield ofAnother(fact);
      continue;
    }
    if (verdict === 'open') {
      const lacking = set.some(({ value }) => value === null);
      yield lacking
        ? notAssessed(
            'absent',
            `表中没有可对照的数：${said(fact).zh}`,
            `No number in the tables to hold this against: ${said(fact).en}`,
          )
        : notAssessed(
            'blank-open',
            `表中有空白格，可能补足差额：${said(fact).zh}`,
            `Blank cells could hold the difference: ${said(fact).en}`,
          );
      continue;
    }
    wrong.push({ fact, allowed: set });
  }
  if (wrong.length > 0) yield raise(wrong, (fact) => more(fact, report));
}

function otherwise(fact: Fact, fitting: Quantity, plain: Quantity): Words {
  const [words, one, other] = [said(fact), fitting.name(), plain.name()];
  return {
    zh: `${words.zh}与${one.zh} ${fitting.value} 相符（${other.zh} ${plain.value ?? '未报'}）`,
    en: `${words.en} fits ${one.en} ${fitting.value} (${other.en} ${plain.value ?? 'not reported'})`,
  };
}

const mended = (fact: Fact): Words => ({
  zh: `${said(fact).zh}与按勾稽推算的数相符，表格的错另有一条`,
  en: `${said(fact).en} fits what the sums of the table propose; the table's own error is told apart`,
});

const counted = (fact: Fact): Words => ({
  zh: `${said(fact).zh}与表不同，正文另写的同一事项的数与表相符`,
  en: `${said(fact).en} differs from the table; another number that the text gives of it fits`,
});

const ofAnother = (fact: Fact): Unsettled =>
  notAssessed(
    'scope',
    `句中说的是${fact.scope}，不是本机关：${said(fact).zh}`,
    `The sentence speaks of ${fact.scope}, not of this body: ${said(fact).en}`,
  );

const wider = (fact: Fact): Words => ({
  zh: `${said(fact).zh}所说的范围较大，其中一项与表相符`,
  en: `${said(fact).en} speaks of more than the table, and a part of it fits`,
});

/** Whether a number is among those allowed; open where an unknown or growing one could be it. */
function compare(said: number, allowed: readonly Quantity[]): 'holds' | 'open' | 'fails' {
  if (allowed.some(({ value }) => value === said)) return 'holds';
  const open = allowed.some(({ value, atLeast }) => value === null || (atLeast && value < said));
  return open ? 'open' : 'fails';
}

/** The report with the number that its own sums propose: what one broken cell should read, or a dispute's sum as its total. */
const repaired = once((report): Report[] => {
  const { suspect } = applicationSums(report);
  const { failing } = disputeSums(report);
  // A sum of table 四 cannot say which of its cells is wrong: a sentence may.
  const outcomes = failing.flatMap((verdict) =>
    verdict.identity.left.flatMap((address) => {
      const value = (report.cells[address]?.value ?? 0) - residual(verdict);
      return value >= 0 ? [[address, value] as const] : [];
    }),
  );
  const totals = failing.map(({ identity, leftSum }) => [identity.right[0]!, leftSum] as const);
  return [
    ...(suspect ? [withNumbers(report, [[suspect.cell, suspect.proposed]])] : []),
    ...(totals.length > 0 ? [withNumbers(report, totals)] : []),
    ...outcomes.map((number) => withNumbers(report, [number])),
  ];
});

/** Cells laid over those of the report, which are not copied: they are only asked for one by one. */
function withNumbers(report: Report, numbers: readonly (readonly [Address, number])[]): Report {
  const cells: Report['cells'] = Object.create(report.cells);
  for (const [address, value] of numbers) cells[address] = { ...report.cells[address]!, value, state: 'number' };
  return { ...report, cells };
}

function raise(wrong: readonly Contradiction[], more: (fact: Fact) => Words | null): Raised {
  const all = wrong.map(({ fact, allowed }) => contradiction(fact, allowed, more(fact)));
  // Said twice, in sections one and six, it is still one contradiction.
  const lines = all.filter(({ zh }, at) => all.findIndex((line) => line.zh === zh) === at);
  return {
    cells: [...new Set(wrong.flatMap(({ allowed }) => allowed.flatMap(({ cells }) => cells)))],
    slot: `text.${wrong[0]!.fact.subject}`,
    message: cut(lines, '；'),
    lines: lines.length > 1 ? lines : [],
    evidence: wrong.map(({ fact }) => quoteOf(fact)),
  };
}

export const quoteOf = ({
  sentence,
  section,
  place,
}: Fact): { kind: 'quote'; text: string; section: string; place: Fact['place'] } => ({
  kind: 'quote',
  text: sentence,
  section,
  place,
});

/** What a fact counts: 收到申请, 行政复议（结果维持）, 不予公开·三类内部事务信息. */
export function subjectOf({ subject, row, column }: Fact): Words {
  if (row) return rowName('applications', row);
  const name = factSubjects[subject];
  const narrower =
    subject === 'applicants'
      ? applicant(column)
      : column && disputeRowsOf[subject]
        ? columnName('disputes', column)
        : null;
  return narrower ? { zh: `${name.zh}（${narrower.zh}）`, en: `${name.en} (${narrower.en})` } : name;
}

const applicant = (column: string | undefined): Words | null =>
  column === undefined
    ? null
    : column === 'organisations'
      ? { zh: '法人或其他组织', en: 'organisations' }
      : columnName('applications', column);

/** 收到申请 12 件. */
export function said(fact: Fact): Words {
  const { zh, en } = subjectOf(fact);
  return { zh: `${zh} ${fact.value} ${fact.unit || '件'}`, en: `${fact.value} ${en}` };
}

function contradiction(fact: Fact, allowed: readonly Quantity[], more: Words | null): Words {
  const table = joined(
    allowed.map(({ name, value, atLeast }) => ({
      zh: `${name().zh} ${value}${atLeast ? '（总计空白，按各列相加）' : ''}`,
      en: `${name().en} ${value}${atLeast ? ' (total blank, its columns added up)' : ''}`,
    })),
  );
  const scope = fact.scope
    ? { zh: `；句中说的是${fact.scope}`, en: `; the sentence speaks of ${fact.scope}` }
    : { zh: '', en: '' };
  return {
    zh: `正文写${said(fact).zh}，表中${table.zh}${more?.zh ?? ''}${scope.zh}`,
    en: `The text says ${said(fact).en}; the tables say ${table.en}${more?.en ?? ''}${scope.en}`,
  };
}
