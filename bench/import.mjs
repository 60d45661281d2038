// Bulk import of mixed files: all cores against one, progress on standard error, memory over time.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const cli = join(import.meta.dirname, '../dist/cli.js');
const sources = [join(import.meta.dirname, '../samples'), join(import.meta.dirname, '../test/fixtures')];

/** Files of every format in turn; those of text and PDF differ in their last bytes, so that each is new. */
function fill(folder, count) {
  const files = sources.flatMap((source) =>
    readdirSync(source)
      .filter((name) => !name.endsWith('.json') && !name.includes('扫描件'))
      .map((name) => [extname(name), readFileSync(join(source, name))]),
  );
  for (let i = 0; i < count; i++) {
    const [extension, bytes] = files[i % files.length];
    const end =
      { '.html': `<!-- ${i} -->`, '.pdf': `% ${i}\n`, '.txt': `\n${i}号\n`, '.md': `\n${i}号\n` }[extension] ?? '';
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}${extension}`), Buffer.concat([bytes, Buffer.from(end)]));
  }
}

/** What a process and those it started have together, by the name `ps` has for it; nothing where the system does not tell. */
function together(pid, column) {
  const of = ['--pid', String(pid), '--ppid', String(pid)];
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, ...of], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').reduce((sum, line) => sum + Number(line), 0);
}

/** Seconds for the import by the clock and of processor time, lines of progress, and megabytes held at each tenth of it. */
function imported(folder, count, before = []) {
  const store = mkdtempSync(join(tmpdir(), 'govinfo-bench-'));
  const from = performance.now();
  const [command, ...args] = [...before, process.execPath, cli, 'import', folder];
  const child = spawn(command, args, {
    env: { ...process.env, GOVINFO_STORE: store },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const memory = [];
  let lines = 0;
  let [used, until] = [0, from];
  child.stderr.on('data', (data) => {
    lines += data.toString().split('\n').length - 1;
    if (lines < (memory.length + 1) * (count / 10)) return;
    memory.push(together(child.pid, 'rss') / 1024);
    used = together(child.pid, 'cputimes');
    until = performance.now();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      rmSync(store, { recursive: true });
      const cores = (1000 * used) / (until - from);
      resolve({ seconds: (performance.now() - from) / 1000, cores, lines, memory });
    });
  });
}

/** Prints how long an import of so many files takes with every core, and a fifth of them with every core and with one. */
export async function benchImport(count) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-bench-'));
  fill(folder, count);
  console.log(`\nImport of ${count} mixed files`);
  const all = await imported(folder, count);
  const half = Math.floor(all.memory.length / 2);
  const most = (numbers) => Math.max(...numbers).toFixed(0);
  console.log(
    `${all.seconds.toFixed(1)} s on ${availableParallelism()} cores, ${((1000 * all.seconds) / count).toFixed(0)} ms a file, ${all.cores.toFixed(2)} cores in use, ${all.lines} lines of progress`,
  );
  console.log(
    `memory of all its processes: ${most(all.memory.slice(0, half))} MB in the first half, ${most(all.memory.slice(half))} MB in the second`,
  );
  rmSync(folder, { recursive: true });
  if (spawnSync('taskset', ['--version']).status === 0) await benchCores(Math.ceil(count / 5));
}

/** The same files with one reading process and with as many as there are cores: held to one core, the program starts one. */
async function benchCores(count) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-bench-'));
  fill(folder, count);
  const one = await imported(folder, count, ['taskset', '-c', '0']);
  const all = await imported(folder, count);
  rmSync(folder, { recursive: true });
  const ratio = (a, b) => (a / b).toFixed(2);
  console.log(
    `${count} of them: ${one.seconds.toFixed(1)} s with one reading process, ${all.seconds.toFixed(1)} s with all; ratio ${ratio(one.seconds, all.seconds)}`,
  );
  console.log(
    `cores in use: ${one.cores.toFixed(2)} with one, ${all.cores.toFixed(2)} with all; ratio ${ratio(all.cores, one.cores)}`,
  );
}
