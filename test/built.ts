import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..');
const output = join(root, 'test-output');
mkdirSync(output, { recursive: true });
// The program finds these beside the folder it was compiled to.
for (const name of ['package.json', 'manifest.yml', 'samples'])
  if (!existsSync(join(output, name))) symlinkSync(join('..', name), join(output, name));

/** Folder with the compiled program, made for the test file that imports this, and removed after it. */
export const built = mkdtempSync(join(output, 'built-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const compile = [join(typescript, 'bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--outDir', built];
execFileSync(process.execPath, compile);
