import { rowsOfFrame } from './frame.ts';
import type { TextLine } from './pasted-rows.ts';

/**
 * Tables in a frame of `+`, `-` and `|` or of box characters (┌─┬─┐), whose cells may have several lines and reach over rows and
 * columns. They become rows between bars, one to a row of the frame; a cell that reaches further leaves blanks behind it.
 * A frame whose lines do not meet stays as it is.
 */
export function framedRows(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => corner.test(text))) return lines;
  const rows: TextLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    if (corner.test(lines[at]!.text)) while (end < lines.length && inFrame.test(lines[end]!.text)) end++;
    const block = lines.slice(at, end);
    // In a Chinese text a box character is mostly as wide as a Han character.
    const framed = block.length > 2 ? (rowsOfFrame(block, false) ?? rowsOfFrame(block, true)) : null;
    for (const row of framed ?? lines.slice(at, Math.max(end, at + 1))) rows.push(row);
    at = Math.max(end - 1, at);
  }
  return rows;
}

const corner = /^ *[+┌┏╔╒╓][-=─━═]/u;
const inFrame = /^ *[+|\u2500-\u257F].*[+|\u2500-\u257F] *$/u;
