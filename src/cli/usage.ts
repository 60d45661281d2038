import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line was not understood; the message says what was wrong with it. */
export class UsageError extends Error {}

/** `parseArgs` of Node, with its complaints as `UsageError`. */
export function parseOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
