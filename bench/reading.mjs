// Reading, beside what it is compared with: pdf-parse's bare getText on the same PDFs, in the same run.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { readDocument } from '../dist/parsing/intake/read-document.js';
import { sourceFile } from '../dist/parsing/intake/source-file.js';
import { parseReport } from '../dist/parsing/parse-report.js';

const rounds = 9;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const wholeReading = async (file) => parseReport(await readDocument(file));
const textAlone = async (file) => {
  const parser = new PDFParse({ data: new Uint8Array(file.bytes) });
  await parser.getText();
  await parser.destroy();
};

/** Rounds that only warm up: until then the engine still compiles what it runs, which counts as processor time too. */
const warmUp = 12;

/**
 * Milliseconds of each way on one file, by the clock and of processor time (which other programs do not lengthen),
 * taking turns, medians over the rounds behind those that warm up.
 */
async function timed(file, ways) {
  const taken = ways.map(() => ({ wall: [], cpu: [] }));
  for (let round = 1 - warmUp; round <= rounds; round++) {
    for (const [i, way] of ways.entries()) {
      const [from, used] = [performance.now(), process.cpuUsage()];
      await way(file);
      const { user, system } = process.cpuUsage(used);
      if (round <= 0) continue;
      taken[i].wall.push(performance.now() - from);
      taken[i].cpu.push((user + system) / 1000);
    }
  }
  return taken.map(({ wall, cpu }) => ({ wall: median(wall), cpu: median(cpu) }));
}

/** As `warmUp`, for texts: a round is short, and what reads them goes on getting faster until about the fortieth. */
const warmUpOfTexts = 40;

/**
 * Medians for each of these files, read in turn as different files come in: what was remembered of a file's own lines
 * when it came before is long forgotten. Files that are no reports are left out.
 */
async function inTurn(paths) {
  const files = [];
  for (const path of paths) {
    const file = load(path);
    const isReport = await wholeReading(file).then(
      () => true,
      () => false,
    );
    if (isReport) files.push({ path, file, wall: [], cpu: [] });
  }
  for (let round = 1 - warmUpOfTexts; round <= rounds; round++)
    for (const { file, wall, cpu } of files) {
      const [from, used] = [performance.now(), process.cpuUsage()];
      await wholeReading(file);
      const { user, system } = process.cpuUsage(used);
      if (round <= 0) continue;
      wall.push(performance.now() - from);
      cpu.push((user + system) / 1000);
    }
  return files.map(({ path, wall, cpu }) => ({ path, wall: median(wall), cpu: median(cpu) }));
}

/** Most megabytes that a fresh process held while it ran this program on a file. */
function peak(program, path) {
  const measured = `${program}; console.log(process.resourceUsage().maxRSS / 1024)`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', measured, resolve(path)], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  return Number(run.stdout.trim().split('\n').at(-1));
}
const open = "import { readFileSync } from 'node:fs'; const bytes = readFileSync(process.argv[1]);";
const peakOfText = (path) =>
  peak(
    `${open} import { PDFParse } from 'pdf-parse'; await new PDFParse({ data: new Uint8Array(bytes) }).getText()`,
    path,
  );
const peakOfReading = (path) =>
  peak(
    `${open} import { readDocument } from '../dist/parsing/intake/read-document.js'; import { sourceFile } from '../dist/parsing/intake/source-file.js';
     import { parseReport } from '../dist/parsing/parse-report.js'; parseReport(await readDocument(sourceFile('x', bytes)))`,
    path,
  );

const isScan = (path) =>
  readDocument(load(path)).then(
    () => false,
    ({ code }) => code === 'E-SCAN',
  );
const load = (path) => sourceFile(basename(path), readFileSync(path));
const ms = (n) => n.toFixed(1).padStart(9);
const ratio = (a, b) => (a / b).toFixed(2).padStart(8);

/** Prints two tables over the reports in these folders. */
export async function benchReading(folders) {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  console.log(
    'PDF: all readers and the report, against pdf-parse getText alone (ms, warm, median; peak MB, fresh process)',
  );
  console.log('  reading  getText   ratio      cpu  getText   ratio  peak MB  getText   ratio');
  for (const path of paths.filter((name) => name.endsWith('.pdf'))) {
    if (await isScan(path)) continue;
    const [reading, text] = await timed(load(path), [wholeReading, textAlone]);
    const [most, mostText] = [peakOfReading(path), peakOfText(path)];
    console.log(
      `${ms(reading.wall)}${ms(text.wall)}${ratio(reading.wall, text.wall)}${ms(reading.cpu)}${ms(text.cpu)}${ratio(reading.cpu, text.cpu)}${ms(most)}${ms(mostText)}${ratio(most, mostText)}  ${basename(path)}`,
    );
  }
  console.log('\nText and Markdown, one after another in every round (ms and processor ms, warm, median)');
  const texts = await inTurn(paths.filter((name) => /\.(txt|md)$/.test(name)));
  for (const { path, wall, cpu } of texts) console.log(`${ms(wall)}${ms(cpu)}  ${basename(path)}`);
  const slowest = (by) => Math.max(...texts.map((text) => text[by])).toFixed(1);
  console.log(`  slowest: ${slowest('wall')} ms, ${slowest('cpu')} of processor time (wanted: at most 15 ms for each)`);
  console.log('\nOther formats (ms and processor ms, warm, median)');
  for (const path of paths.filter((name) => /\.(html|docx|doc|xlsx)$/.test(name))) {
    const taken = await timed(load(path), [wholeReading]).catch(() => null);
    if (taken) console.log(`${ms(taken[0].wall)}${ms(taken[0].cpu)}  ${basename(path)}`);
  }
}
