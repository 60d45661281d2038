import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { govinfo } from './govinfo.ts';

const folder = mkdtempSync(join(tmpdir(), 'govinfo-'));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('check --json prints one object a file, in the order given, and exits 2 for what cannot be read', async () => {
  const paths = [file('b.bin', '\0\x01\x02'), join(folder, 'absent.pdf'), file('a.bin', '')];
  const { stdout, status } = await govinfo('check', '--json', ...paths);
  const objects = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map((object) => object.file)).toEqual(paths);
  for (const object of objects) {
    expect(object.report).toBeNull();
    expect(object.error.code).toMatch(/^E-/);
    expect(object.error.message).toEqual({ zh: expect.any(String), en: expect.any(String) });
  }
  expect(objects[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(objects[1].sha256).toBeNull();
  expect(status).toBe(2);
});

test('what is not understood is told on standard error with the usage', async () => {
  const { stdout, stderr, status } = await govinfo('chekc', 'x');
  expect(stdout).toBe('');
  expect(stderr).toContain('unknown command: chekc');
  expect(stderr).toContain('govinfo check');
  expect(status).toBe(2);
  expect((await govinfo('check')).status).toBe(2);
  expect((await govinfo('check', '--nonsense')).stderr).toContain('--nonsense');
});
