/** A row of a table, or any other line, and the printed line it begins on. */
export interface TextLine {
  text: string;
  line: number;
}

/** As many lines of nothing but a tab make a pasted table. */
const fewest = 8;
const tabAlone = /^[^\S\t]*(?<tabs>\t[\t\u00A0 ]*)$/u;

/**
 * Text copied from a web page in a browser has each paragraph of a cell on a line of its own, and between two cells a line
 * with nothing but a tab. There the cells of a row become one line again, parted by tabs; a row ends where no tab stands
 * between two texts, or where it leaves more room than elsewhere.
 */
export function pastedRows(texts: readonly string[], from: number): TextLine[] {
  const own = texts.map((text, at) => ({ text, line: from + at }));
  const tabs = texts.flatMap((text, at) => (tabAlone.test(text) ? [at] : []));
  if (tabs.length < fewest) return own;
  const room = { before: roomOf(texts, tabs, -1), after: roomOf(texts, tabs, 1) };
  const rows: TextLine[] = [];
  // Whether a tab was met after the last text, and how many empty lines since the text or the tab.
  let open = false;
  let empty = 0;
  for (const { text, line } of own) {
    const tab = tabAlone.exec(text)?.groups?.tabs;
    if (text === '') {
      empty++;
      continue;
    }
    const row = rows.at(-1);
    const added = tab?.replace(/[^\t]/gu, '');
    // A blank cell may leave a line or two between its tabs.
    const most = tab === undefined ? room.after : open ? room.after + room.before + 2 : room.before;
    const goesOn = (open || tab !== undefined) && empty <= most;
    if (row && goesOn) row.text += added ?? text.trim();
    else rows.push({ text: added ?? text, line });
    open = tab !== undefined;
    empty = 0;
  }
  return rows;
}

/** How many empty lines stand between a lone tab and the text before or after it where they are fewest. */
function roomOf(texts: readonly string[], tabs: readonly number[], step: 1 | -1): number {
  return tabs.reduce((least, at) => {
    let room = 0;
    while (room < least && texts[at + (room + 1) * step] === '') room++;
    return Math.min(least, room);
  }, texts.length);
}
