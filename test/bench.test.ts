import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const scripts = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.mjs'));

test.each(scripts)('bench/%s imports what the built program exports', async (script) => {
  const code = readFileSync(join(root, 'bench', script), 'utf8');
  for (const [, names, file] of code.matchAll(/import \{([^}]+)\} from '\.\.\/dist\/([^']+)\.js'/g)) {
    const source = join(root, 'src', `${file}.ts`);
    const built = await import(/* @vite-ignore */ source);
    for (const name of names!.split(',')) expect(Object.keys(built)).toContain(name.trim().split(' as ')[0]);
  }
});
