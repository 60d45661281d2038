/** Rows that are worked on at one go: a few milliseconds. */
const atOneGo = 500;

/** What `make` makes of each slice of the items, in order; others get their turn between two of them. */
async function* slices<T, R>(items: readonly T[], make: (item: T) => R): AsyncGenerator<R[]> {
  for (let from = 0; from < items.length; from += atOneGo) {
    if (from > 0) await new Promise(setImmediate);
    yield items.slice(from, from + atOneGo).map(make);
  }
}

/** What `make` makes of each item, without holding anybody up, however many there are. */
export async function inTurns<T, R>(items: readonly T[], make: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  for await (const slice of slices(items, make)) made.push(...slice);
  return made;
}

/** A text of items as bytes, without holding anybody up. */
export async function bytesInTurns<T>(items: readonly T[], write: (item: T) => string, between = ''): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const slice of slices(items, write))
    parts.push(Buffer.from(`${parts.length > 0 ? between : ''}${slice.join(between)}`, 'utf8'));
  return Buffer.concat(parts);
}
