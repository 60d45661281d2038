/** How the rows of the form's table 三 begin: 一、 （一） 1. */
const label =
  /^(?:[一二三四五六七八九][、．.]|[（(][一二三四五六七八九][）)]|\d{1,2}\s*[、．.](?!\d))\s*\p{Script=Han}/u;
/** A word of a table's head; values that are words stand apart. */
const word = /^(?!不适用|未涉及|没有)\p{Script=Han}{2}/u;
/** Seven kinds of applicants. */
const applicants = 7;

/**
 * The table rows in a run of cells of a Word 97 text, every cell ended by a tab. Rows usually end in a line break. Rows
 * with merged cells run together: their end is one more, empty, field, and merged cells are empty. Such rows are parted
 * again by their labels, or where fifteen values follow a head; what does not fit that pattern stays one row.
 */
export function tabRows(run: string): string[][] {
  const fields = run
    .replace(/\t$/, '')
    .split('\t')
    .map((field) => field.trim());
  const labels = fields.flatMap((field, i) => (label.test(field) ? [i] : []));
  return labels.length ? labelledRows(fields, labels).filter(isPrinted) : valuesBelowHead(fields);
}

const isPrinted = (row: string[]): boolean => row.some(Boolean);

function labelledRows(fields: string[], labels: number[]): string[][] {
  const rows = [fields.slice(0, labels[0])];
  let first = labels[0]!;
  for (const [i, at] of labels.entries()) {
    const next = labels[i + 1] ?? fields.length + 1;
    if (next === at + 1) continue; // the label of a group, before the row's own
    const end = at + 1 + applicants;
    const fits = end <= fields.length && fields.slice(end, next).every((field) => !field);
    rows.push(fields.slice(first, fits ? end : next));
    first = next;
  }
  return rows;
}

function valuesBelowHead(fields: string[]): string[][] {
  const last = fields.findLastIndex((field) => word.test(field));
  const head = fields.slice(0, last + 1);
  const [rowEnd, ...values] = fields.slice(last + 1);
  if (head.filter((field) => word.test(field)).length < 5 || rowEnd !== '' || values.length < 15)
    return [fields].filter(isPrinted);
  const rest = values.slice(15);
  // Too few for a row of its own behind the field that ends this one: the row has a cell too many, and which one is open.
  if (rest.length > 1 && rest.length < 15) return [head, values];
  // The row of values stands there even where all of them are blank.
  return [head, values.slice(0, 15), ...[rest].filter(isPrinted)];
}
