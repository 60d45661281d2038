import { WebAPIPlatformError } from '@slack/web-api';
import type { Locale } from '../views/message.ts';
import type { Clients } from './clients.ts';
import type { Log } from './log.ts';

export interface Person {
  name: string;
  locale: Locale;
  /** Guests and people of other organisations read only. */
  guest: boolean;
  admin: boolean;
  /** Has left the workspace, or is a program. */
  gone: boolean;
}

const day = 24 * 3600 * 1000;

/** Who the people of the workspace are, asked once a day each. */
export class People {
  readonly #known = new Map<string, { person: Person; until: number }>();

  constructor(
    readonly clients: Clients,
    readonly log: Log,
    readonly now: () => number,
  ) {}

  /** Somebody who was looked up before, without a request: for windows, whose right to open lasts seconds. */
  known(user: string): Person | undefined {
    return this.#known.get(user)?.person;
  }

  async get(user: string): Promise<Person> {
    const known = this.#known.get(user);
    if (known && known.until > this.now()) return known.person;
    try {
      const { user: found } = await this.clients.fast.users.info({ user, include_locale: true });
      const person: Person = {
        name: found?.profile?.display_name || found?.real_name || found?.name || user,
        locale: !found?.locale || found.locale.startsWith('zh') ? 'zh' : 'en',
        guest: !!(found?.is_restricted || found?.is_ultra_restricted || found?.is_stranger),
        admin: !!(found?.is_admin || found?.is_owner),
        gone: !!(found?.deleted || found?.is_bot),
      };
      if (this.#known.size >= 5000) this.#known.clear();
      this.#known.set(user, { person, until: this.now() + day });
      return person;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && unknown.has(error.data.error)) {
        const person = { ...(known?.person ?? stranger(user)), gone: true, guest: true, admin: false };
        this.#known.set(user, { person, until: this.now() + day });
        return person;
      }
      this.log.warn({ err: error, user }, 'users.info failed; taken for a Chinese-speaking guest');
      return known?.person ?? stranger(user);
    }
  }
}

/** What Slack answers of somebody who is not, or no longer, in the workspace. */
const unknown = new Set(['user_not_found', 'user_not_visible', 'account_inactive']);

/** Somebody of whom nothing is known may look, and nothing else. */
const stranger = (user: string): Person => ({ name: user, locale: 'zh', guest: true, admin: false, gone: false });
