import type { App, BlockAction } from '@slack/bolt';
import { batchForgotten, nothingFailed } from '../../casework/refusals.ts';
import { mustEdit } from '../../casework/rights.ts';
import { actionIds } from '../../views/actions.ts';
import { batchToCheckMessage } from '../../views/batch-to-check.ts';
import { wordsMessage } from '../../views/plain-words.ts';
import { say } from '../../views/words/say.ts';
import { batchCsv } from '../batch-export.ts';
import { membersOf } from '../batch-members.ts';
import { openFindings, rowOf } from '../batch-state.ts';
import { messagesOf } from '../case-messages.ts';
import type { Desk } from '../desk.ts';
import { directChannel } from '../direct.ts';
import type { Intake } from '../intake.ts';
import { threadOf } from '../issue-click.ts';
import { officeOf } from '../office.ts';
import { type Present, presentOutcome } from '../present-outcome.ts';
import { outcomesOf } from '../progress.ts';
import { tellingOnFailure } from '../question.ts';
import { failedIn, retryFiles } from '../retry.ts';
import { visibleToPerson } from '../visibility.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

interface Click {
  user: string;
  /** Where the click was made: its answer goes there, for that person alone. */
  at: { user: string; channel: string; thread: string };
  batch: string;
  press: string;
}

/** The buttons under the table of a batch. */
export function registerBatches(app: App, desk: Desk, intake: Intake): void {
  const on = (action: string, handle: (click: Click) => Promise<void>) =>
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const { user, channel } = placeOf(body);
      const at = { user, channel, thread: threadOf(body) };
      const press = body.actions[0]?.action_ts ?? '';
      await tellingOnFailure(desk, at, respond, () => handle({ user, at, batch: chosenIn(body), press }));
    });

  on(actionIds.batchToCheck, async ({ user, at, batch }) => {
    const { locale } = await desk.people.get(user);
    const toCheck = (await seenFiles(desk, user, batch)).filter((present) => rowOf(present).result === 'toCheck');
    const items = await Promise.all(
      toCheck.map(async (present) => {
        const permalink = await linkTo(desk, present);
        return { row: rowOf(present), open: openFindings(present), ...(permalink && { permalink }) };
      }),
    );
    await desk.courier.whisper(at, batchToCheckMessage(items, locale));
  });

  on(actionIds.batchRetry, async ({ user, at, batch, press }) => {
    await mustEdit(officeOf(desk), user, at.channel);
    const { locale } = await desk.people.get(user);
    let taken = 0;
    for (const { id, thread } of await membersIn(desk, batch)) {
      const [, channel = '', ts = ''] = id.split('/');
      const progress = await desk.progress.get(id);
      if (progress && failedIn(progress).length)
        taken += await retryFiles(desk, intake, { channel, thread: thread ?? ts, ts }, { at: press });
    }
    if (!taken) throw nothingFailed();
    await desk.courier.whisper(at, wordsMessage(say(locale, 'batch.retrying', { count: taken })));
  });

  on(actionIds.batchExport, async ({ user, at, batch }) => {
    const { locale } = await desk.people.get(user);
    const files = await seenFiles(desk, user, batch);
    const csv = await batchCsv(desk, files, locale);
    await desk.courier.attach({ channel: await directChannel(desk, user) }, [csv]);
    await desk.courier.whisper(at, wordsMessage(say(locale, 'query.filesSent')));
  });
}

async function membersIn(desk: Desk, batch: string): ReturnType<typeof membersOf> {
  const members = batch.includes('/') ? await membersOf(desk, batch) : [];
  if (!members.length) throw batchForgotten();
  return members;
}

/** The files of a batch, as they stand now, that a person may see; those of which nothing was said are left out. */
async function seenFiles(desk: Desk, user: string, batch: string): Promise<Present[]> {
  const maySee = visibleToPerson(desk.channels, user);
  const files: Present[] = [];
  for (const { id } of await membersIn(desk, batch)) {
    const progress = await desk.progress.get(id);
    for (const outcome of progress ? outcomesOf(progress) : []) {
      if (outcome.result === 'silent') continue;
      const present = await presentOutcome(desk, outcome);
      const origins = present.file?.stored.origins ?? [];
      const allowed = await Promise.all(origins.map(maySee));
      if (!present.file || allowed.includes(true)) files.push(present);
    }
  }
  return files;
}

/** Where a report of a batch is discussed: its issues, else its summary, else the message that carried it. */
async function linkTo(desk: Desk, { file, stored }: Present): Promise<string | undefined> {
  if (!file) return undefined;
  const messages = await messagesOf(desk, file, (stored ?? file.stored).version);
  const ts = messages?.issues ?? messages?.summary;
  return (messages && ts && (await desk.channels.linkTo(messages.channel, ts))) || file.stored.origin.permalink;
}
