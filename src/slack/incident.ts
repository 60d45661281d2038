import { randomBytes } from 'node:crypto';
import type { Fault } from '../checks/run-checks.ts';
import type { Words } from '../errors.ts';
import type { Log } from './log.ts';

/** An error that is nobody's fault but ours: the log has it in full, people get its number. */
export interface Incident {
  reference: string;
  words: Words;
}

/** Records an unexpected error and returns what to say of it; never a stack. */
export function recordIncident(log: Log, error: unknown, where: Record<string, unknown>): Incident {
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference, ...where }, 'unexpected error');
  return {
    reference,
    words: {
      zh: `处理出错，已记录（编号 ${reference}），请稍后重试`,
      en: `Something went wrong and was recorded (reference ${reference}); please try again later`,
    },
  };
}

/** A check that broke down: nobody is kept from anything, so it is logged under the reference that people see. */
export const logFault = (log: Log, { check, reference, error }: Fault): void =>
  log.error({ err: error, check, reference }, 'a check broke down');
