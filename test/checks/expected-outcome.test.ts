import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { review } from '../../src/review.ts';

/** What a careful reader of these real reports would say of each: `check severity`, nothing more and nothing less. */
const expected: Record<string, readonly string[]> = {
  '000_f5b491c861a0fe44.txt': ['basis-missing note', 'contact-missing note'],
  '001_69cc14a885013a2f.txt': ['licences-zero note', 'row-label note', 'row-shifted note'],
  '002_46832cd4adf57c74.txt': [
    'citation-number note',
    'licences-zero note',
    'numbering-gap note',
    'other-matters-off-topic note',
    'text-cut-off note',
    'typing-slip note',
  ],
  '003_6b82844896c800e4.txt': [
    'basis-missing note',
    'contact-missing note',
    'period-missing note',
    'publication-count-missing note',
  ],
  '004_93ae09122aa543fb.txt': ['citation-issuer note', 'row-shifted note'],
  'hongze-2023.pdf': [
    'assessment-results-missing note',
    'disputes-total error',
    'disputes-total error',
    'form-mixed warning',
    'row-label note',
  ],
  'huaian-2024.pdf': [],
  'kewei-2024.md': [
    'heading-not-found note',
    'heading-order note',
    'narrative-all-concluded warning',
    'narrative-parts warning',
    // labels and values came apart in this conversion: what was placed by order alone is to be confirmed
    'reading-doubtful warning',
    'total-blank warning',
  ],
  'shanghai-office-2019.html': [
    'cell-blank note',
    'cell-blank note',
    'narrative-all-upheld warning',
    'narrative-outcomes warning',
    'narrative-percentage warning',
    'problems-without-measures note',
    'total-blank warning',
  ],
  'suqian-2023.txt': ['basis-missing note', 'contact-missing note', 'period-missing note'],
};

const folder = resolve(process.env.GOVINFO_REPORTS ?? join(import.meta.dirname, '../../../shared/reports'));

describe.skipIf(!existsSync(folder))('real reports', () => {
  for (const [name, says] of Object.entries(expected))
    test(`${basename(name)}: ${says.length} findings`, async () => {
      const { findings } = await review(sourceFile(name, readFileSync(join(folder, name))));
      expect(findings.map(({ check, severity }) => `${check} ${severity}`).sort()).toEqual([...says].sort());
    });
});
