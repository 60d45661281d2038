// Compiles the page of the local workspace to dist/workspace/page, or the folder given, beside its HTML, styles and icon.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const from = join(root, 'src/workspace/page');
const to = resolve(root, process.argv[2] ?? 'dist/workspace/page');
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

mkdirSync(to, { recursive: true });
execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', from, '--outDir', to], { stdio: 'inherit' });
for (const name of readdirSync(from)) if (/\.(html|css|svg)$/.test(name)) cpSync(join(from, name), join(to, name));
