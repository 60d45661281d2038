import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src may import besides itself. The top files (app, cli, review, config, errors, heap) are parts of their own. */
const allowed: Record<string, readonly string[]> = {
  errors: [],
  heap: [],
  config: ['errors'],
  report: ['errors'],
  naming: ['report', 'errors'],
  parsing: ['report', 'naming', 'errors'],
  checks: ['report', 'errors'],
  store: ['report', 'errors'],
  review: ['report', 'parsing', 'checks', 'errors'],
  views: ['report', 'checks', 'errors'],
  casework: ['naming', 'report', 'store', 'errors'],
  commands: ['naming', 'report', 'checks', 'store', 'views', 'errors'],
  slack: [
    'naming',
    'report',
    'parsing',
    'checks',
    'store',
    'casework',
    'views',
    'commands',
    'review',
    'config',
    'errors',
  ],
  workspace: ['config', 'errors'],
  cli: [
    'version',
    'naming',
    'report',
    'parsing',
    'checks',
    'store',
    'views',
    'commands',
    'casework',
    'review',
    'config',
    'errors',
  ],
  app: [
    'version',
    'report',
    'naming',
    'parsing',
    'checks',
    'store',
    'views',
    'commands',
    'slack',
    'workspace',
    'review',
    'config',
    'errors',
    'heap',
  ],
};

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const partOf = (file: string) => file.split(sep)[0]!.replace(/\.ts$/, '');
/** What a file imports of ours, from `src`. */
const importsOf = (file: string): string[] => {
  const code = readFileSync(join(src, file), 'utf8');
  const paths = [...code.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((m) => m[1]!);
  return paths.map((path) => relative(src, resolve(src, dirname(file), path)));
};

test('imports go one way only', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => partOf(target) !== partOf(file) && !allowed[partOf(file)]?.includes(partOf(target)))
      .map((target) => `${file} must not import ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others, types included', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const seen = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of imports.get(file) ?? []) follow(target, [...way, file]);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

test('only the store knows Keyv, only slack and app run Bolt', () => {
  const users = (library: string) =>
    files
      .filter((file) => new RegExp(`(from|import\\() ?'${library}`).test(readFileSync(join(src, file), 'utf8')))
      .map(partOf);
  expect(new Set([...users('keyv'), ...users('@keyv/')])).toEqual(new Set(users('keyv').length ? ['store'] : []));
  for (const part of users('@slack/bolt')) expect(['slack', 'app']).toContain(part);
});
