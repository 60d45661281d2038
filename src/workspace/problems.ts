/** Collects what is wrong with blocks, each as `place: what`. Lengths count characters as people do, not UTF-16 units. */
export class Problems {
  readonly found: string[] = [];

  add(at: string, what: string) {
    this.found.push(`${at}: ${what}`);
  }

  atMost(at: string, count: number, most: number, of: string) {
    if (count > most) this.add(at, `${count} ${of}, at most ${most}`);
  }

  between(at: string, count: number, least: number, most: number, of: string) {
    if (count < least) this.add(at, `needs at least ${least} ${of}`);
    this.atMost(at, count, most, of);
  }

  /** A string of 1 to `most` characters. */
  text(at: string, value: unknown, most: number) {
    if (typeof value !== 'string') this.add(at, 'is required');
    else this.between(at, [...value].length, 1, most, 'characters');
  }

  /** A `plain_text` or `mrkdwn` object. */
  textObject(at: string, value: unknown, most: number) {
    if (!isObject(value) || (value.type !== 'plain_text' && value.type !== 'mrkdwn'))
      return this.add(at, 'must be a plain_text or mrkdwn object');
    this.text(`${at}.text`, value.text, most);
  }

  plainText(at: string, value: unknown, most: number) {
    if (!isObject(value) || value.type !== 'plain_text') return this.add(at, 'must be a plain_text object');
    this.text(`${at}.text`, value.text, most);
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The `text` of a text object, or ''. */
export const textOf = (value: unknown): string => (isObject(value) && typeof value.text === 'string' ? value.text : '');
