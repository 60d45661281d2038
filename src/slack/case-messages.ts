import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import { fingerprint } from '../report/fingerprint.ts';
import type { Issue } from '../report/issue.ts';
import type { CaseRef, CaseFile as StoredCase } from '../store/case-store.ts';
import type { StoredReport } from '../store/store.ts';
import type { Locale, Message } from '../views/message.ts';
import type { CaseFile } from '../views/report/case-file.ts';
import { decidedText, momentText, type Names } from '../views/report/decided.ts';
import { issuesMessage, type ShownIssue } from '../views/report/issues.ts';
import { summaryMessage } from '../views/report/summary.ts';
import { supersededIssues } from '../views/report/superseded.ts';
import { toCheck } from '../views/report/verdict.ts';
import type { Standing } from '../views/report/versions.ts';
import { say } from '../views/words/say.ts';
import type { Desk } from './desk.ts';

/** Where a report is discussed: its two replies, and the upload that carries the sign. */
const caseMessagesSchema = z.object({
  upload: z.string(),
  channel: z.string(),
  thread: z.string(),
  ts: z.string(),
  /** Slack's id of the file. */
  file: z.string().optional(),
  summary: z.string().optional(),
  issues: z.string().optional(),
  /** The question by which a person said whose report it is. */
  question: z.string().optional(),
  marks: z.object({ summary: z.string(), issues: z.string() }),
});
export type CaseMessages = z.infer<typeof caseMessagesSchema>;

const kept = ({ store }: Desk) => store.collection('case-messages', caseMessagesSchema);
const keyOf = ({ bureauKey, year }: CaseRef, version: number) => `${bureauKey}/${year}/v${version}`;

export const rememberMessages = (desk: Desk, ref: CaseRef, version: number, messages: CaseMessages): Promise<void> =>
  kept(desk).set(keyOf(ref, version), messages);

export const messagesOf = (desk: Desk, ref: CaseRef, version: number): Promise<CaseMessages | undefined> =>
  kept(desk).get(keyOf(ref, version));

/** The replies to one file of a report. */
export interface Replies {
  summary: Message;
  /** Posted only where something is listed, and kept up to date from then on. */
  issues?: Message;
  /** Issues that nobody has decided about. */
  open: number;
  /** Those, and the ones that were set aside: all that the report still has. */
  listed: number;
}

/**
 * The replies to one file of a report as they should read now. The adopted version shows what people decided; another
 * one shows its own figures, how it stands, and where the discussion is.
 */
export async function caseReplies(
  desk: Desk,
  file: StoredCase,
  stored: StoredReport,
  locale: Locale,
): Promise<Replies> {
  const standing = await standingOf(desk, file, stored, locale);
  if (stored.version !== file.stored.version) {
    const { entry, file: source, version, deletedAt } = stored;
    const view = {
      entry,
      file: source,
      version,
      ...(standing && { standing }),
      ...(deletedAt && { deletedAt }),
      ...(await filingOf(desk, file, stored, locale)),
    };
    return {
      summary: summaryMessage(view, locale),
      ...(standing && { issues: supersededIssues(standing, locale) }),
      open: 0,
      listed: 0,
    };
  }
  const people = file.acts.flatMap((act) => ('to' in act && act.to ? [act.by, act.to] : [act.by]));
  const names = await namesOf(desk, [...people, ...file.issues.map(({ waiver }) => waiver?.by ?? null)], locale);
  const shown = file.issues.map((issue) => shownIssue(issue, file, names, locale));
  const view = {
    ...(await viewOf(desk, file)),
    ...(await filingOf(desk, file, stored, locale)),
    ...(standing && { standing }),
  };
  return {
    summary: summaryMessage(view, locale),
    // Also where none is left: a check that was turned off takes its issues out of a reply that stands already.
    issues: issuesMessage(view, shown, locale),
    open: shown.filter(({ state }) => state === 'open').length,
    listed: shown.filter(({ state }) => state !== 'resolved').length,
  };
}

const isSetAside = (state: Issue['state']): state is Exclude<Issue['state'], 'open' | 'resolved'> =>
  state !== 'open' && state !== 'resolved';

async function viewOf(
  desk: Desk,
  { bureauKey, year, stored, report, corrections, issues, findings, off, notAssessed }: StoredCase,
): Promise<CaseFile> {
  const previous = await desk.store.cases.get({ bureauKey, year: year - 1 });
  const notes = findings.filter(({ severity }) => severity === 'note');
  const open = issues.filter(({ state }) => state === 'open').map(({ finding }) => finding);
  const { deletedAt } = stored;
  const { permalink } = stored.origin;
  return {
    entry: { report, findings: [...open, ...notes], notAssessed },
    setAside: [
      ...issues.flatMap(({ state, finding }) => (isSetAside(state) ? [{ state, finding }] : [])),
      ...toCheck(off.map(({ finding }) => finding)).map((finding) => ({ state: 'off' as const, finding })),
    ],
    ...(off.length && { off }),
    file: stored.file,
    version: stored.version,
    bureauKey,
    year,
    corrections: corrections.length,
    ...(deletedAt && { deletedAt }),
    ...(permalink && { permalink }),
    ...(previous && { previous: previous.report }),
  };
}

/** The bureau that a file is filed under; where a person said which, also who and when, and the way back. */
async function filingOf(
  desk: Desk,
  file: StoredCase,
  { bureau, version, identity }: StoredReport,
  locale: Locale,
): Promise<Pick<CaseFile, 'bureau' | 'filedBy'>> {
  const act = identity && file.acts.findLast((one) => one.act === 'file' && one.version === version);
  const question = act && (await messagesOf(desk, file, version))?.question;
  if (!act?.by || !question) return { bureau };
  const names = await namesOf(desk, [act.by], locale);
  const words = say(locale, 'identity.filed', { who: names(act.by), when: momentText(act.at) });
  return { bureau, filedBy: { words, question } };
}

/** Who chose the version that answers after this file came. */
function chosenSince({ acts, stored: adopted }: StoredCase, { arrivedAt }: StoredReport): string | undefined {
  const choice = acts.findLast((act) => act.act === 'adopt' && act.at > arrivedAt);
  return choice?.act === 'adopt' && choice.version === adopted.version ? (choice.by ?? undefined) : undefined;
}

/** Whether a file came later than the one that answers, and nobody has said yet which is to answer. */
export const waitsForWord = (file: StoredCase, stored: StoredReport): boolean =>
  stored.version > file.stored.version && !chosenSince(file, stored);

/** How a file stands among the files of its bureau and year; nothing where it is the only one. */
async function standingOf(
  desk: Desk,
  file: StoredCase,
  stored: StoredReport,
  locale: Locale,
): Promise<Standing | undefined> {
  const { bureauKey, year } = file;
  const versions = await desk.store.reports.versions(bureauKey, year);
  if (versions.length < 2) return undefined;
  const { version } = stored;
  const adopted = file.stored.version;
  const other =
    version === adopted
      ? (versions.findLast((one) => one.version < version) ?? versions.at(-1)!)
      : versions.find((one) => one.version === adopted)!;
  const keptBy = version === adopted ? undefined : chosenSince(file, stored);
  const names = await namesOf(desk, [keptBy ?? null], locale);
  const { permalink } = other.origin;
  return {
    bureauKey,
    year,
    version,
    adopted,
    other: { version: other.version, report: other.entry.report, ...(permalink && { permalink }) },
    ...(keptBy && { keptBy: names(keptBy) }),
  };
}

function shownIssue(
  issue: StoredCase['issues'][number],
  { bureauKey, year, findings }: StoredCase,
  names: Names,
  locale: Locale,
): ShownIssue {
  const isNoted = findings.some(
    (found) => fingerprint(bureauKey, year, found) === issue.id && found.severity === 'note',
  );
  const decided = decidedText(issue, names, locale, isNoted);
  return {
    number: issue.number,
    finding: issue.finding,
    state: issue.state,
    ...(decided && { decided }),
    ...(issue.assignee && { assignee: names(issue.assignee) }),
  };
}

/** Names of people, looked up together; the program itself is govinfo, and who has left is said to have. */
export async function namesOf(desk: Desk, users: readonly (string | null)[], locale: Locale): Promise<Names> {
  const ids = [...new Set(users.filter((user): user is string => !!user))];
  const people = await Promise.all(
    ids.map(async (id) => {
      const { name, gone } = await desk.people.get(id);
      return [id, gone ? say(locale, 'person.left', { name }) : name] as const;
    }),
  );
  const known = new Map(people);
  return (user) => (user ? (known.get(user) ?? user) : 'govinfo');
}

/** One reply in the report's thread: the only mention there is, of the person who is asked to look. */
export async function announceAssignee(desk: Desk, file: StoredCase, number: number, to: string): Promise<void> {
  const { channel, thread } = file.stored.origin;
  if (!channel || !thread) return;
  const { locale } = await settingsOf(desk.store, channel);
  const text = `<@${to}> ${say(locale, 'assigned', { number })}`;
  const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
  const mark = `assign ${file.bureauKey}/${file.year}#${number} ${file.seen}`;
  await desk.courier.post({ channel, thread }, { text, blocks }, { mark });
}
