import { basename } from 'node:path';
import { inOrder } from '../parsing/in-order.ts';
import { unescapeText } from '../views/escape.ts';
import { issuesMessage, openIssues } from '../views/report/issues.ts';
import { summaryMessage } from '../views/report/summary.ts';
import { unreadableMessage } from '../views/report/unreadable.ts';
import { type Examined, examine } from './examine.ts';
import { parseOptions, UsageError } from './usage.ts';

/**
 * `govinfo check [--json] FILE…`: reads each file and says what it found, in the order given. Keeps nothing. Returns 0
 * where no finding is an error, 1 where one is, 2 where a file could not be read.
 */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('check: name at least one file');
  let status = 0;
  for await (const examined of inOrder(positionals, examine)) {
    process.stdout.write(values.json ? `${JSON.stringify(asJson(examined))}\n` : `${asText(examined)}\n`);
    status = Math.max(status, statusOf(examined));
  }
  return status;
}

function statusOf({ entry }: Examined): number {
  if (!entry) return 2;
  return entry.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const asJson = ({ file, sha256, entry, error }: Examined) => ({
  file,
  sha256,
  report: entry?.report ?? null,
  findings: entry?.findings ?? [],
  notAssessed: entry?.notAssessed ?? [],
  error: error && { code: error.code, message: error.words },
});

/** What Slack would say of the file: the summary and, where there is something to check, the issues. */
function asText({ file, entry, error }: Examined): string {
  const name = basename(file);
  if (!entry) return unescapeText(unreadableMessage(name, error, 'zh').text);
  const caseFile = { entry, file: { name }, version: 1 };
  const issues = openIssues(entry.findings);
  const said = [summaryMessage(caseFile, 'zh'), ...(issues.length > 0 ? [issuesMessage(caseFile, issues, 'zh')] : [])];
  return `${said.map(({ text }) => unescapeText(text)).join('\n\n')}\n`;
}
