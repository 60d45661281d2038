import type { Token } from '../document.ts';
import { byLine } from './by-line.ts';
import { touchesDigits } from './joined-lines.ts';
import type { Box } from './pdf/box.ts';

/**
 * The text of a table cell from the words inside it. Lines of a cell are joined without a blank, so that `952` above `6`
 * in a narrow cell is 9526. Two numbers that stand apart, or above each other where there was room to go on, stay apart.
 */
export function cellText(words: readonly Token[], cell: Box): string {
  const lines = wordLines(words);
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1];
    const apart = before && touchesDigits(text, line.text) && hadRoom(before, cell);
    return text + (apart ? ' ' : '') + line.text;
  }, '');
}

interface WordLine {
  text: string;
  left: number;
  right: number;
  characterWidth: number;
}

function wordLines(words: readonly Token[]): WordLine[] {
  return byLine(words).map((row) => {
    const text = row.reduce((sum, word, i) => {
      const before = row[i - 1];
      const gap = before ? word.x - before.x - before.width : 0;
      return sum + (gap > 0.3 * word.height && touchesDigits(sum, word.text) ? ' ' : '') + word.text;
    }, '');
    const last = row.at(-1)!;
    return { text, left: row[0]!.x, right: last.x + last.width, characterWidth: last.width / [...last.text].length };
  });
}

/** Whether one more character would have gone into the line: then the next line is not a continued number. */
const hadRoom = (line: WordLine, [, , width]: Box) => width - (line.right - line.left) > line.characterWidth + 16;
