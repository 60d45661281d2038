import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { built } from '../built.ts';

interface Run {
  stdout: string;
  stderr: string;
  status: number;
}

/** Runs the compiled command line as a user would, in a process of its own. */
export function govinfoIn(env: Record<string, string>, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
    execFile(process.execPath, [join(built, 'cli.js'), ...args], options, (error, stdout, stderr) =>
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 }),
    );
  });
}

export const govinfo = (...args: string[]) => govinfoIn({}, ...args);
