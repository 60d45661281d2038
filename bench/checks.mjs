// All checks over a report, beside the time that reading the same report takes, in the same run.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runChecks } from '../dist/checks/run-checks.js';
import { readDocument } from '../dist/parsing/intake/read-document.js';
import { sourceFile } from '../dist/parsing/intake/source-file.js';
import { parseReport } from '../dist/parsing/parse-report.js';

const rounds = 9;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const since = (from) => performance.now() - from;

/** Prints one line a report: milliseconds to read it, to check it, and their share (warm, median). */
export async function benchChecks(folders) {
  console.log('\nAll checks, against reading the same report (ms, warm, median)\n  reading   checks   share');
  const sums = { reading: 0, checking: 0 };
  for (const path of folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  )) {
    if (!/\.(pdf|txt|md|html|docx|doc|xlsx)$/.test(path)) continue;
    const file = sourceFile(basename(path), readFileSync(path));
    const [reading, checking] = [[], []];
    try {
      for (let round = 0; round <= rounds; round++) {
        const start = performance.now();
        const report = parseReport(await readDocument(file));
        const read = performance.now();
        runChecks({ report });
        if (round > 0) {
          reading.push(read - start);
          checking.push(since(read));
        }
      }
    } catch {
      continue; // not a report: nothing to compare
    }
    const [r, c] = [median(reading), median(checking)];
    sums.reading += r;
    sums.checking += c;
    console.log(
      `${r.toFixed(1).padStart(9)}${c.toFixed(1).padStart(9)}${`${((100 * c) / r).toFixed(1)} %`.padStart(8)}  ${basename(path)}`,
    );
  }
  console.log(`  together: ${((100 * sums.checking) / sums.reading).toFixed(1)} % (wanted: at most 10 %)`);
}
