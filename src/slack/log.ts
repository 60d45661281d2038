import { type Logger, LogLevel } from '@slack/bolt';
import pino, { type Logger as Log } from 'pino';

export type { Log };

/** Structured lines on standard error. Never given tokens, message text or file addresses; these keys are blotted out all the same. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['token', 'text', '*.token', '*.text', '*.headers', '*.url_private', '*.url_private_download'],
    },
    pino.destination(2),
  );

/** Bolt's own log, from warnings up: below that it prints whole payloads, with what people wrote. */
export const boltLog = (log: Log): Logger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...message: unknown[]) => log.warn({ from: 'bolt' }, sentence(message)),
  error: (...message: unknown[]) => log.error({ from: 'bolt' }, sentence(message)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});

const sentence = (message: unknown[]): string =>
  message
    .filter((part) => typeof part === 'string' || part instanceof Error)
    .map((part) => (part instanceof Error ? part.message : part))
    .join(' ');
