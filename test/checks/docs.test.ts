import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { renderDocs } from '../../src/checks/render-docs.ts';

test('docs/checks.md is what the checks say (npm run docs writes it)', async () => {
  await expect(renderDocs()).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/checks.md'));
});
