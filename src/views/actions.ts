/**
 * Names of the buttons in messages, `action_id` by handler. Values hold ids only; what is shown is read from the store
 * again at every click.
 */
export const actionIds = {
  /** Value: a question. Answers it where the button stands, in place of the message if that was private. */
  ask: 'ask',
  /** Value: a question. Posts its answer for everybody in the channel. */
  publish: 'publish',
  /** Value: `<bureauKey>/<year>`. */
  showTables: 'report.tables',
  showText: 'report.text',
  showSource: 'report.source',
  /** Value: `<what> <channel>/<thread> <report or issue>`: posts what a window shows in a thread. */
  postWindow: 'window.post',
  correct: 'report.correct',
  showChanges: 'report.changes',
  /** Value: `<what> <bureauKey>/<year>`: what stands behind ⋯ under a summary. */
  reportMore: 'report.more',
  draftLetter: 'report.letter',
  /** Value: `off <check>` or `lower <check>`, and the bureau's key where one was asked about. */
  switchCheck: 'check.switch',
  /** Value: id of the switch to end. */
  restoreCheck: 'check.restore',
  /** Value: a channel, or `anyChannel` where one is chosen first. */
  settings: 'settings',
  settingsChannel: 'settings.channel',
  /** The menu of years on the Home tab. */
  homeYear: 'home.year',
  /** Value: `<bureauKey>/<year>#<number>`. */
  issueSource: 'issue.source',
  issueConfirm: 'issue.confirm',
  issueIgnore: 'issue.ignore',
  issueCorrect: 'issue.correct',
  issueMore: 'issue.more',
  issueUndo: 'issue.undo',
  /** The menu of cells in the form to correct them. */
  correctCell: 'correct.cell',
  /** Value: `<what> <bureauKey>/<year>#<number>`: opens the form that words in a thread left something out for. */
  openForm: 'issue.form',
  /** Value: `<bureauKey>/<year>/v<version>`. */
  adoptVersion: 'version.adopt',
  keepVersion: 'version.keep',
  /** Value: `<question>/<n>`, the n-th answer that was offered to whose report it is; the others `<question>`. */
  fileAs: 'identity.file',
  fileOther: 'identity.other',
  unfile: 'identity.undo',
  /** Value: `<channel>/<thread>/<ts> <key>`: the message that carried the file, and the file's place in it. */
  retryFile: 'file.retry',
  notAReport: 'file.not-a-report',
  /** Value: a batch, by the id of its first upload. */
  batchToCheck: 'batch.to-check',
  batchRetry: 'batch.retry',
  batchExport: 'batch.export',
  /** Value: the name of a list that waits. */
  rosterReplace: 'roster.replace',
  rosterAdd: 'roster.add',
  /** Value: the name of a change of the roster. */
  rosterUndo: 'roster.undo',
} as const;

/** Stands for a channel on the Home tab, where there is none. */
export const anyChannel = 'any';

/** Several buttons of one kind in a message differ by a number behind the name: `ask:2`. */
export const numbered = (action: string, index: number): string => `${action}:${index}`;

export const reportRef = (bureauKey: string, year: number): string => `${bureauKey}/${year}`;
export const versionRef = (bureauKey: string, year: number, version: number): string =>
  `${bureauKey}/${year}/v${version}`;
export const issueRef = (bureauKey: string, year: number, number: number): string => `${bureauKey}/${year}#${number}`;
