import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/parsing');

/** Every refusal in the code as a row of the table in docs/reading.md; what is filled in stands as `…`. */
function rows(): string[] {
  const refusal =
    /new GovinfoError\(\s*'(?<code>E-[A-Z-]+)',\s*\{\s*zh:\s*(?<q1>[`'])(?<zh>.*?)\k<q1>,\s*en:\s*(?<q2>[`'])(?<en>.*?)\k<q2>/gs;
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(source, name), 'utf8').matchAll(refusal)].map(({ groups }) => {
      const [zh, en] = [groups!.zh!, groups!.en!].map((words) => words.replace(/\$\{[^}]*\}/g, '…'));
      return `| \`${groups!.code}\` | ${zh} | ${en} |`;
    }),
  );
}

test('docs/reading.md lists every reason why a file is not read, in the words that people see', () => {
  const printed = readFileSync(join(root, 'docs/reading.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `E-'));
  // Never shown: it only says that a second try is of no use.
  const told = rows().filter((row) => !row.includes('E-NO-RECOGNITION'));
  expect(printed.toSorted()).toEqual(told.toSorted());
  expect(told.length).toBeGreaterThan(25);
});
