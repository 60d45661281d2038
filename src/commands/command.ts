import type { Words } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { Locale, Message } from '../views/message.ts';
import type { Directory } from './names/directory.ts';
import type { Question } from './question/question.ts';

/** Who asks, and where: decides what may be shown and in which language. */
export interface Asker {
  locale: Locale;
  team?: string;
  user?: string;
  channel?: string;
  thread?: string;
  /** What people are called, where ids of people mean something. */
  names?(users: readonly string[]): Promise<(user: string) => string>;
  /** Tells the asker, privately, that the answer takes a while. */
  busy?(sentence: string): Promise<void>;
  /** Whether the asker may see reports of this origin. */
  maySee(origin: { scope: string; channel?: string; user?: string }): boolean | Promise<boolean>;
}

export interface CommandContext {
  store: Store;
  asker: Asker;
  /** The moment of asking; commands never read the clock. */
  now: Date;
}

/** A question that was understood, and everything its asker may see. */
export interface Asked extends CommandContext {
  question: Question;
  directory: Directory;
}

/**
 * One kind of question and its answer. No Slack inside. The first command of the list that suits a question answers
 * it; its usage and examples are what 帮助 shows.
 */
export interface Command {
  id: string;
  usage: Words;
  examples: readonly string[];
  suits(question: Question): boolean;
  /** Whether its answer keeps to 超过 30; any other says that it did not. */
  bounded?: boolean;
  /** Whether its answer keeps to 本周; any other says that it did not. */
  dated?(question: Question): boolean;
  run(asked: Asked): Message | Promise<Message>;
}

export const defineCommand = (command: Command): Command => command;
