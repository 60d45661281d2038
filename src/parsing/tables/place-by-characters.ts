import { type FormId, formOf, forms } from '../../report/forms/index.ts';
import { alignCharacters } from './align-characters.ts';
import { hanOf } from './labels.ts';
import type { PlacedRows } from './place-rows.ts';
import { isBlank, type ValueRow } from './value-row.ts';

/** Longer texts are no table 三 with its labels and are not aligned. */
const longest = 4000;

/** A row is known by this share of its label: parts of most labels are found in other words too. */
const wellFound = 0.75;

/** All that table 三 prints in words, in order, and for each character the row it is the label of, or -1. */
interface PrintedWords {
  text: string;
  owners: number[];
}

const printedWords = new Map(forms.map(({ id }) => [id as FormId, wordsOf(id)]));

function wordsOf(form: FormId): PrintedWords {
  const { corner, above, columns, rows } = formOf(form).applications;
  const head = hanOf([corner, ...above, ...columns.map(([, header]) => header)].join(''));
  let text = head;
  const owners = new Array<number>(head.length).fill(-1);
  let at = 0;
  for (const row of rows) {
    const words = hanOf('group' in row ? row.group : row[1]);
    text += words;
    owners.push(...new Array<number>(words.length).fill('group' in row ? -1 : at));
    if (!('group' in row)) at++;
  }
  return { text, owners };
}

/**
 * A second way to know which row of table 三 the values belong to: the words of the whole section are laid against the
 * words of the whole form, and values belong to the row that owns the nearest character found before them, or after
 * them where labels stand there. For each printed row the row of the form; -1 where a head or group, nothing, or two
 * printed rows claim it, and everywhere in a text too long for a table.
 */
export function placeByCharacters(rows: readonly ValueRow[], form: FormId, labels: PlacedRows['labels']): number[] {
  const pieces = rows.map(({ before }) => hanOf(before.join('')));
  const text = pieces.join('') + hanOf(rows.at(-1)?.after.join('') ?? '');
  if (text.length > longest) return rows.map(() => -1);
  const { text: wanted, owners } = printedWords.get(form)!;
  const found = alignCharacters(text, wanted);
  const matched = shareFound(owners, found);
  let end = 0;
  const slots = rows.map((row, at) => {
    end += pieces[at]!.length;
    const nearest =
      labels === 'before'
        ? found.subarray(0, end).findLast((character) => character >= 0)
        : found.subarray(end).find((character) => character >= 0);
    const owner = isBlank(row) || nearest === undefined ? -1 : owners[nearest]!;
    return owner >= 0 && matched[owner]! >= wellFound ? owner : -1;
  });
  return slots.map((slot) => (slot >= 0 && slots.indexOf(slot) === slots.lastIndexOf(slot) ? slot : -1));
}

/** For each row of the form the share of its label's characters that were found. */
function shareFound(owners: readonly number[], found: Int32Array): number[] {
  const [all, seen]: [number[], number[]] = [[], []];
  const characters = new Set(found);
  for (const [at, owner] of owners.entries()) {
    if (owner < 0) continue;
    all[owner] = (all[owner] ?? 0) + 1;
    seen[owner] = (seen[owner] ?? 0) + (characters.has(at) ? 1 : 0);
  }
  return all.map((count, owner) => seen[owner]! / count);
}
