// Compiles src/ to dist/ so that `npx govinfo` and `npm start` work right after `npm ci`.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const tsc = (project) =>
  execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', join(root, project)], {
    cwd: root,
    stdio: 'inherit',
  });

rmSync(join(root, 'dist'), { recursive: true, force: true });
tsc('tsconfig.build.json');
await import('./build-page.mjs');
const command = join(root, 'dist/cli.js');
if (existsSync(command)) chmodSync(command, 0o755);
