import { correct } from '../casework/correct.ts';
import { decide } from '../casework/decide.ts';
import { type CaseName, findInThread, findIssue } from '../casework/find-case.ts';
import { today } from '../casework/office.ts';
import { unclearDeed } from '../casework/refusals.ts';
import { mustAct } from '../casework/rights.ts';
import { threadWords } from '../casework/thread-words.ts';
import { undo } from '../casework/undo.ts';
import type { Message } from '../views/message.ts';
import { type IssueWindow, openFormMessage } from '../views/open-form.ts';
import { announceAssignee } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { showEvidence } from './evidence.ts';
import { seenIssue } from './issue-click.ts';
import { officeOf } from './office.ts';

/** Words to us in a thread, by a person. */
export interface Spoken {
  text: string;
  user: string;
  channel: string;
  thread: string;
  ts: string;
}

/**
 * Does what words in a thread ask for (`#1 确认`) and says so with ✅ on the message; what needs a form gets a button that
 * only the speaker sees. `false` where the words are a question like any other.
 */
export async function doAsSaid(desk: Desk, { text, user, channel, thread, ts }: Spoken): Promise<boolean> {
  const office = officeOf(desk);
  const said = threadWords(text, today(office));
  if (!said) return false;
  const { deed, number } = said;
  const name = await findInThread(desk.store, { channel, thread }, number);
  const show = async (window: IssueWindow) => {
    const { locale } = await desk.people.get(user);
    await whisper(desk, { user, channel, thread }, openFormMessage(window, refOf(name), locale));
  };
  switch (deed.kind) {
    case 'unclear':
      throw unclearDeed(number);
    case 'open': {
      if (deed.window !== 'source') await show(deed.window);
      else await showEvidence(desk, { ...(await seenIssue(desk, user, name)), user }, { channel, thread });
      return true;
    }
    case 'form': {
      await mustAct(office, user, (await findIssue(desk.store, name)).file);
      await show(deed.form);
      return true;
    }
    case 'undo':
      await undo(office, user, name);
      break;
    case 'correct': {
      const { issue } = await findIssue(desk.store, name);
      const cell =
        issue.finding.suspect?.cell ?? (issue.finding.cells.length === 1 ? issue.finding.cells[0] : undefined);
      if (!cell) {
        await show('correct');
        return true;
      }
      const { value, basis, note } = deed;
      await correct(office, user, name, { values: { [cell]: value }, basis, ...(note && { note }) });
      break;
    }
    case 'decide': {
      const { file, issue } = await decide(office, user, name, deed.decision);
      if (deed.decision.act === 'assign' && deed.decision.to)
        await announceAssignee(desk, file, issue.number, deed.decision.to);
    }
  }
  await desk.courier.react({ channel, ts }, 'white_check_mark');
  return true;
}

const refOf = ({ bureauKey, year, number }: CaseName): string => `${bureauKey}/${year}#${number}`;

const whisper = (desk: Desk, to: { user: string; channel: string; thread: string }, message: Message): Promise<void> =>
  desk.courier.whisper(to, message);
