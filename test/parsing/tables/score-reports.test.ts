import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import type { Address } from '../../../src/report/report.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/reports');
const documents = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(txt|md)$/.test(name) && !name.endsWith('README.md'),
    )
  : [];

interface Truth {
  cells: Record<string, number | null>;
  states?: Record<string, string>;
  unjudged?: string[];
}

test.skipIf(documents.length === 0)('real reports in text: every cell right, none missing, none invented', async () => {
  for (const name of documents) {
    const path = join(folder, name);
    const truth = JSON.parse(readFileSync(path.replace(/\.[^.]+$/, '.truth.json'), 'utf8')) as Truth;
    const report = parseReport(await readDocument(sourceFile(name, readFileSync(path))));
    const judged = (address: string) => !(truth.unjudged ?? []).some((start) => address.startsWith(`${start}.`));
    const read = Object.fromEntries(
      Object.entries(report.cells)
        .filter(([address]) => judged(address))
        .map(([address, { value, state }]) => [address, truth.states?.[address] ? state : value]),
    );
    const wanted = Object.fromEntries(
      Object.entries(truth.cells).map(([address, value]) => [address, truth.states?.[address] ?? value]),
    );
    expect(read, name).toEqual(wanted);
    const doubted = Object.entries(report.tables.disclosures ? report.cells : {}).filter(
      ([address, { trust }]) => address.startsWith('disclosures.') && trust === 'low',
    );
    expect(doubted, name).toEqual([]);
  }
});

test.skipIf(documents.length === 0)('every number stands on the line it says', async () => {
  for (const name of documents.filter((document) => /^00\d_/.test(document))) {
    const bytes = readFileSync(join(folder, name));
    const lines = bytes.toString('utf8').split(/\r\n|[\n\r\f]/);
    const report = parseReport(await readDocument(sourceFile(name, bytes)));
    const places = Object.entries(report.cells).map(([address, cell]) => [address as Address, cell] as const);
    expect(places).toHaveLength(200);
    for (const [address, { raw, place }] of places) expect(lines[place.line! - 1], `${name} ${address}`).toContain(raw);
  }
});
