import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import { decide, nameOf } from './decide.ts';
import { type CaseName, findIssue } from './find-case.ts';
import type { Office } from './office.ts';
import { beaten, nothingToUndo } from './refusals.ts';
import { mustAct } from './rights.ts';

/** Takes back the decision or correction that made an issue what it is; what a waiver ignores is opened by itself. */
export async function undo(office: Office, by: string, name: CaseName): Promise<CaseFile> {
  const { file, issue } = await findIssue(office.store, name);
  await mustAct(office, by, file);
  if (issue.state === 'ignored' && issue.waiver)
    return (await decide(office, by, name, { act: 'reopen' }, file.seen)).file;
  const number = lastDeed(file, issue);
  if (!number) throw nothingToUndo();
  const result = await office.store.cases.undo(file, number, { by });
  if (result.outcome === 'beaten') throw beaten(result.first, await nameOf(office, result.first.by), issue.number);
  return result.file;
}

/** Number of the act that settled the issue: its correction where one resolved it, else what was decided. */
function lastDeed({ acts }: CaseFile, { resolved, decision, state }: NumberedIssue): number | undefined {
  const fix = resolved?.correction;
  if (fix) return fix.number;
  return state === 'open' || state === 'resolved'
    ? undefined
    : decision && acts[decision.number - 1]
      ? decision.number
      : undefined;
}
