import { type ChildProcess, fork } from 'node:child_process';
import { GovinfoError } from '../../errors.ts';
import { limits } from './limits.ts';
import { residentBytes } from './resident-bytes.ts';

export interface PoolOptions {
  /** Module that answers each message with one message. */
  module: URL;
  /** Children at work at the same time. */
  size: number;
  milliseconds?: number;
  residentBytes?: number;
}

interface Job {
  message: object;
  settle: { resolve: (answer: unknown) => void; reject: (error: Error) => void };
}

/** A child that held more than this after its work is replaced: a normal file leaves it at half of it. */
const worn = 384 * 1024 * 1024;
const pollMilliseconds = 50;

/**
 * Child processes that do one job at a time, each under limits of time and memory. A child is kept for the next job
 * while it behaves, and does not keep its parent alive when it has nothing to do. `run` gives the child's answer, or
 * throws `E-TIME-LIMIT`, `E-MEMORY-LIMIT`, or `E-READER-STOPPED` where the child died by itself.
 */
export function childPool({
  module,
  size,
  milliseconds = limits.process.milliseconds,
  residentBytes: most = limits.process.residentBytes,
}: PoolOptions) {
  const idle: ChildProcess[] = [];
  const waiting: Job[] = [];
  let busy = 0;

  function next() {
    if (busy >= size) return;
    const job = waiting.shift();
    if (!job) return;
    busy++;
    const child = idle.pop() ?? start();
    work(child, job).finally(() => {
      busy--;
      next();
    });
  }

  function start(): ChildProcess {
    const { PATH = '', SystemRoot = '' } = process.env; // no token reaches the process that opens other people's files
    const child = fork(module, { execArgv: [], env: { PATH, SystemRoot }, serialization: 'advanced', stdio: 'ignore' });
    child.once('exit', () => {
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
    });
    return child;
  }

  async function work(child: ChildProcess, { message, settle }: Job): Promise<void> {
    hold(child, true);
    const watch = new AbortController();
    try {
      settle.resolve(await Promise.race([answer(child, message, watch.signal), breach(child, watch.signal)]));
      const held = await residentBytes(child.pid!);
      if (held !== null && held < worn) {
        idle.push(child);
        hold(child, false);
      } else child.kill('SIGKILL');
    } catch (error) {
      child.kill('SIGKILL');
      settle.reject(error as Error);
    } finally {
      watch.abort();
    }
  }

  /** Settles never unless a limit is passed. */
  function breach(child: ChildProcess, signal: AbortSignal): Promise<never> {
    return new Promise((_, reject) => {
      const clock = setTimeout(() => reject(timeLimit(milliseconds)), milliseconds);
      const scales = setInterval(async () => {
        const held = await residentBytes(child.pid!);
        if (held !== null && held > most) reject(memoryLimit(most));
      }, pollMilliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(clock);
        clearInterval(scales);
      });
    });
  }

  return {
    run: (message: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.push({ message, settle: { resolve, reject } });
        next();
      }),
  };
}

function answer(child: ChildProcess, message: object, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(stopped());
    child.once('message', resolve);
    child.once('exit', onExit);
    child.once('error', reject);
    signal.addEventListener('abort', () => {
      child.off('message', resolve);
      child.off('exit', onExit);
      child.off('error', reject);
    });
    child.send(message, (error) => error && reject(stopped(error)));
  });
}

/** Whether the parent waits for this child before it ends. */
function hold(child: ChildProcess, wait: boolean) {
  const change = wait ? 'ref' : 'unref';
  child[change]();
  child.channel?.[change]();
}

const timeLimit = (milliseconds: number) =>
  new GovinfoError('E-TIME-LIMIT', {
    zh: `读取超过 ${milliseconds / 1000} 秒，已停止`,
    en: `reading took more than ${milliseconds / 1000} seconds and was stopped`,
  });

const memoryLimit = (bytes: number) =>
  new GovinfoError('E-MEMORY-LIMIT', {
    zh: `读取占用内存超过 ${Math.round(bytes / 1024 / 1024)} MB，已停止`,
    en: `reading took more than ${Math.round(bytes / 1024 / 1024)} MB of memory and was stopped`,
  });

const stopped = (cause?: Error) =>
  new GovinfoError(
    'E-READER-STOPPED',
    { zh: '读取这个文件时程序中断，文件可能有害', en: 'the reader broke down on this file; it may be harmful' },
    { cause },
  );
