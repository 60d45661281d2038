#!/usr/bin/env node
import { UsageError } from './cli/usage.ts';
import { GovinfoError } from './errors.ts';

/** A word of the command line: takes what follows it, returns the exit status. */
type Subcommand = (args: string[]) => Promise<number>;

/** Loaded only when it is called, so that each starts as fast as it can. */
const subcommands: Record<string, () => Promise<Subcommand>> = {
  check: async () => (await import('./cli/check.ts')).check,
  import: async () => (await import('./cli/import.ts')).importPaths,
  trace: async () => (await import('./cli/trace.ts')).trace,
  ask: async () => (await import('./cli/ask.ts')).ask,
  export: async () => (await import('./cli/export.ts')).exportFiles,
  roster: async () => (await import('./cli/roster.ts')).roster,
  backup: async () => (await import('./cli/backup.ts')).backupStore,
  restore: async () => (await import('./cli/backup.ts')).restoreStore,
};

const usage = `govinfo reads, checks and answers from annual reports on government information disclosure.
政府信息公开工作年度报告：读取、核对、查询。

  govinfo check [--json] FILE…   读取并核对，不入库 / read and check, keep nothing
  govinfo trace [--pictures FOLDER] FILE   逐步说明每个数怎样读出 / how each number was read
  govinfo import PATH…           读入库：文件、文件夹、压缩包 / into the store: files, folders, archives
                                 没写明或说法不一的，用 --bureau 机关 --year 年度 指明 / say so for unclear ones
  govinfo ask [--json] TEXT      问库 / what /govinfo TEXT would answer; --lang en
  govinfo export [--format csv|xlsx|json] [--to FOLDER] [TEXT]   导出 / files of what TEXT asks for
  govinfo roster FILE            应报机关名单，供“缺报”用 / bureaus that owe a report, for “missing”
  govinfo backup FILE            备份全库，可在运行中做 / everything stored, also while running
  govinfo restore FILE           从备份恢复到空库 / into an empty store

退出码 exit status: 0 无不符 no error · 1 有不符 errors found · 2 读不了或用法不对 unreadable, or bad usage
`;

async function main([word, ...rest]: string[]): Promise<number> {
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    process.stdout.write(usage);
    return word === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(subcommands, word) ? subcommands[word] : undefined;
  if (!load) throw new UsageError(`unknown command: ${word}`);
  const subcommand = await load();
  return subcommand(rest);
}

// A reader that closes the pipe early (`| head`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`govinfo: ${error.message}\n\n${usage}`);
  else if (error instanceof GovinfoError)
    process.stderr.write(`govinfo: ${error.words.zh} / ${error.words.en}　${error.code}\n`);
  else console.error(error);
  process.exitCode = 2;
}
