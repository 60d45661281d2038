// All checks over a report, beside what reading the same report takes, document by document, in processor time.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runChecks } from '../dist/checks/run-checks.js';
import { readDocument } from '../dist/parsing/intake/read-document.js';
import { sourceFile } from '../dist/parsing/intake/source-file.js';
import { parseReport } from '../dist/parsing/parse-report.js';

const rounds = 15;
/** Rounds that only warm up: the engine still compiles what it runs, which counts as processor time too. */
const warmUp = 12;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds of processor time that some work takes: other programs on the machine do not count. */
async function spent(work) {
  const from = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(from);
  return [(user + system) / 1000, made];
}

function* documentsIn(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* documentsIn(path);
    else if (/\.(pdf|txt|md|html|docx|doc|xlsx)$/.test(path)) yield path;
  }
}

/** Prints one line a report: milliseconds to read it, to check it, and their share (warm, median). */
export async function benchChecks(folders) {
  console.log('\nAll checks, against reading the same report (ms of processor time, warm, median)');
  console.log('  reading   checks   share');
  const sums = { reading: 0, checking: 0 };
  for (const path of folders.flatMap((folder) => [...documentsIn(folder)])) {
    const file = sourceFile(basename(path), readFileSync(path));
    const [reading, checking] = [[], []];
    try {
      for (let round = 0; round < rounds + warmUp; round++) {
        const [read, report] = await spent(async () => parseReport(await readDocument(file)));
        const [checked] = await spent(() => runChecks({ report }));
        if (round < warmUp) continue;
        reading.push(read);
        checking.push(checked);
      }
    } catch {
      continue; // not a report: nothing to compare
    }
    const [r, c] = [median(reading), median(checking)];
    sums.reading += r;
    sums.checking += c;
    const share = `${((100 * c) / r).toFixed(1)} %`;
    console.log(`${r.toFixed(1).padStart(9)}${c.toFixed(2).padStart(9)}${share.padStart(8)}  ${basename(path)}`);
  }
  console.log(`  together: ${((100 * sums.checking) / sums.reading).toFixed(1)} % (wanted: at most 10 %, on each)`);
}
