import type { Words } from '../../errors.ts';
import type { Evidence, Finding } from '../../report/finding.ts';
import { cellName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import { notAssessed, type Raised, type Unsettled } from '../define-check.ts';
import { doubtful } from '../doubt.ts';
import { once } from '../once.ts';
import { cut, joined } from '../wording.ts';
import { assess, residual, type Verdict } from './assess.ts';
import { applicationIdentities, disputeIdentities, type SumCheck, sumChecks } from './identity.ts';
import { findSuspect } from './suspect.ts';

/** How the sums of a table came out, and the cell that explains all that fail. */
export interface Outcome {
  verdicts: Verdict[];
  failing: Verdict[];
  open: Open[];
  suspect: Finding['suspect'];
}

/** The sums of table 三; where its form is not known, those of every form, which are too few to name a cell. */
export const applicationSums = once(({ forms, tables, cells }): Outcome => {
  const form = forms.applications;
  const verdicts = form || tables.applications ? assess(applicationIdentities(form), cells) : [];
  return { ...sorted(verdicts), suspect: form ? findSuspect(verdicts, cells) : undefined };
});

/** The sums of table 四. A single wrong cell shows there but cannot be told from the others of its row. */
export const disputeSums = once(({ cells }): Omit<Outcome, 'suspect'> => sorted(assess(disputeIdentities, cells)));

type Open = Extract<Verdict, { outcome: 'open' }>;

function sorted(verdicts: Verdict[]): Omit<Outcome, 'suspect'> {
  const [failing, open]: [Verdict[], Open[]] = [[], []];
  for (const verdict of verdicts)
    if (verdict.outcome === 'fails') failing.push(verdict);
    else if (verdict.outcome === 'open') open.push(verdict);
  return { verdicts, failing, open };
}

/** Words of one equation that fails: where, what one side gives and what the other. */
export type Say = (verdict: Verdict, value: (address: Address) => number) => Words;

const why = {
  absent: { zh: '有格未见', en: 'cells were not found' },
  unreadable: { zh: '有格不是数字', en: 'cells are not numbers' },
  'nothing-reported': { zh: '各格均空白，未报数', en: 'all cells are blank, nothing is reported' },
  'blank-total': { zh: '总计空白，按未报处理', en: 'a total is blank, that is, not reported' },
  'blank-open': { zh: '差额可能在空白格里', en: 'a blank cell could hold the difference' },
} as const;

/** One line for each reason, with the equations it keeps open. */
function* unsettled(open: readonly Open[]): Iterable<Unsettled> {
  if (!open.length) return;
  for (const [code, words] of Object.entries(why)) {
    const alike = open.filter((verdict) => verdict.code === code);
    if (!alike.length) continue;
    const names = cut(alike.map((verdict) => verdict.identity.name));
    yield notAssessed(code as keyof typeof why, `${words.zh}：${names.zh}`, `${words.en}: ${names.en}`);
  }
}

/** Whether an equation fails on certain digits alone, with no blank in it. */
const solid = (report: Report, { identity, blanks }: Verdict): boolean =>
  !blanks.length && ![...identity.left, ...identity.right].some((address) => doubtful(report, address));

const lowering = (report: Report, failing: readonly Verdict[]): Words | undefined => {
  if (failing.some((verdict) => solid(report, verdict))) return undefined;
  return failing.some(({ blanks }) => !blanks.length)
    ? { zh: '所据数字识别存疑', en: 'it rests on a doubtful reading' }
    : { zh: '等式中有空白格', en: 'its sum holds blank cells' };
};

/** One finding for all these failing equations. */
function raise(report: Report, failing: readonly Verdict[], lines: Words[], slot: string): Raised {
  const cells = [...new Set(failing.flatMap(({ identity }) => [...identity.left, ...identity.right]))];
  const blanks = [...new Set(failing.flatMap((verdict) => verdict.blanks))];
  const lowered = lowering(report, failing);
  const named = cut(blanks.map(cellName));
  const remark = blanks.length
    ? { zh: `（空白格无论填几都不能相等：${named.zh}）`, en: ` (whatever these blanks hold: ${named.en})` }
    : { zh: '', en: '' };
  const all = cut(lines, '；');
  return {
    cells,
    slot,
    lines,
    message: { zh: all.zh + remark.zh, en: all.en + remark.en },
    ...(lowered && { lowered }),
    evidence: failing.map(asEvidence),
  };
}

/** An equation and what its sides come to, as evidence of a finding. */
export const asEvidence = (verdict: Verdict): Evidence => ({
  kind: 'equation',
  left: [...verdict.identity.left],
  right: [...verdict.identity.right],
  leftSum: verdict.leftSum,
  rightSum: verdict.rightSum,
  difference: residual(verdict),
  blanks: verdict.blanks,
});

const valueIn = (report: Report) => (address: Address) => report.cells[address]?.value ?? 0;
const of = <V extends Verdict>(check: SumCheck, verdicts: readonly V[]) =>
  verdicts.filter(({ identity }) => identity.check === check);

/** Facts of the text that say what the suspect should read; they belong to the finding and are no second one. */
const borneOut = ({ facts }: Report, suspect: NonNullable<Finding['suspect']>): Raised['evidence'] => {
  const subject = /^applications\.(\w+)\.total$/.exec(suspect.cell)?.[1];
  return facts
    .filter((fact) => fact.subject === subject && fact.precision === 'exact' && fact.value === suspect.proposed)
    .map(({ sentence, section, place }) => ({ kind: 'quote', text: sentence, section, place }));
};

/**
 * What one of the three checks of table 三 says. Where one cell explains every equation that fails, the first check
 * that fails speaks for all of them and names the cell; the others are silent.
 */
export function* sumsOfApplications(
  check: SumCheck,
  report: Report,
  say: Record<string, Say>,
): Iterable<Raised | Unsettled> {
  const { failing, open, suspect } = applicationSums(report);
  yield* unsettled(of(check, open));
  if (!failing.length) return;
  const broken = sumChecks.filter((id) => of(id, failing).length);
  const slot = 'applications';
  const lines = (some: readonly Verdict[]) =>
    some.map((verdict) => say[verdict.identity.check]!(verdict, valueIn(report)));
  if (!suspect) {
    const own = of(check, failing);
    if (own.length) yield raise(report, own, lines(own), slot);
    return;
  }
  if (broken[0] !== check) return;
  const merged = raise(report, failing, lines(failing), slot);
  const at = cellName(suspect.cell);
  const stands = standing(report, suspect);
  yield {
    ...merged,
    message: {
      zh: `${at.zh}${stands.zh}，按其余各格推算为 ${suspect.proposed}；${failing.length} 条等式都指向这一格，请核对原文`,
      en: `${at.en} ${stands.en}, ${suspect.proposed} by the other cells; ${failing.length} sums point at this one cell, please look at the page`,
    },
    also: broken.slice(1),
    suspect,
    evidence: [...merged.evidence!, ...borneOut(report, suspect)!],
  };
}

/** How a number came to stand in its cell: printed, or laid over what is printed by a person. */
function standing({ cells }: Report, { cell, printed }: NonNullable<Finding['suspect']>): Words {
  const { corrected, raw = '' } = cells[cell] ?? {};
  return corrected
    ? { zh: `更正为 ${printed}（原印“${raw}”）`, en: `was corrected to ${printed} (printed “${raw}”)` }
    : { zh: `印作 ${printed}`, en: `is printed ${printed}` };
}

/** What the check of table 四 says: one finding a row, and the cells one of which must be wrong. */
export function* sumsOfDisputes(report: Report, say: Say): Iterable<Raised | Unsettled> {
  const { failing, open } = disputeSums(report);
  yield* unsettled(open);
  for (const verdict of failing) {
    const [total] = verdict.identity.right;
    const row = raise(report, [verdict], [say(verdict, valueIn(report))], total!.replace(/\.total$/, ''));
    const off = Math.abs(residual(verdict));
    const tooLarge = verdict.leftSum > verdict.rightSum ? verdict.identity.left : verdict.identity.right;
    const could = row.cells.filter((address) => !tooLarge.includes(address) || valueIn(report)(address) >= off);
    const names = joined(could.map(cellName), '、');
    yield {
      ...row,
      message: {
        zh: `${row.message.zh}；可能有误的格：${names.zh}`,
        en: `${row.message.en}; one of these is wrong: ${names.en}`,
      },
    };
  }
}
