// All checks over a report, beside what reading the same report takes, document by document: in processor time, and by
// the clock beside reading as the app does it, in a process of its own.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runChecks } from '../dist/checks/run-checks.js';
import { readDocument } from '../dist/parsing/intake/read-document.js';
import { sourceFile } from '../dist/parsing/intake/source-file.js';
import { parseReport } from '../dist/parsing/parse-report.js';
import { readReport } from '../dist/parsing/read-report.js';

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

/** Milliseconds by the clock. */
async function timed(work) {
  const from = performance.now();
  const made = await work();
  return [performance.now() - from, made];
}

/** Medians of reading and checking one file, each time a fresh report; `undefined` where it is none. */
async function measured(file, read, clock) {
  const [reading, checking] = [[], []];
  try {
    for (let round = 0; round < rounds + warmUp; round++) {
      const [r, report] = await clock(() => read(file));
      const [c] = await clock(() => runChecks({ report }));
      if (round < warmUp) continue;
      reading.push(r);
      checking.push(c);
    }
  } catch {
    return undefined;
  }
  return { reading: median(reading), checking: median(checking) };
}

const shareOf = ({ reading, checking }) => `${((100 * checking) / reading).toFixed(1)} %`;
const columns = (taken) =>
  `${taken.reading.toFixed(1).padStart(9)}${taken.checking.toFixed(2).padStart(9)}${shareOf(taken).padStart(8)}`;
const sum = (all) =>
  all.reduce((a, b) => ({ reading: a.reading + b.reading, checking: a.checking + b.checking }), {
    reading: 0,
    checking: 0,
  });

/** Prints one line a report: milliseconds to read it, to check it, and their share (warm, median). */
export async function benchChecks(folders) {
  console.log('\nAll checks, against reading the same report (ms, warm, median)');
  console.log('       processor time           as the app reads, by the clock');
  console.log('  reading   checks   share    reading   checks   share');
  const all = { spent: [], timed: [] };
  for (const path of folders.flatMap((folder) => [...documentsIn(folder)])) {
    const file = sourceFile(basename(path), readFileSync(path));
    const here = await measured(file, async (one) => parseReport(await readDocument(one)), spent);
    const inApp = here && (await measured(file, readReport, timed));
    if (!inApp) continue; // not a report: nothing to compare
    all.spent.push(here);
    all.timed.push(inApp);
    console.log(`${columns(here)}  ${columns(inApp)}  ${basename(path)}`);
  }
  console.log(`${columns(sum(all.spent))}  ${columns(sum(all.timed))}  together (wanted: at most 10 %, on each)`);
}
