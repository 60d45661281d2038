import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../src/parsing/parse-report.ts';
import type { Address, Cell } from '../../src/report/report.ts';

const folder = join(import.meta.dirname, '../fixtures');
const documents = readdirSync(folder).filter((name) => !name.endsWith('.json'));
/** What is printed in every fixture: a blank is an empty text. */
const printed = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Record<Address, string | number>;

const shown = ({ value, state }: Cell) => (state === 'number' ? value : state);

describe.each(documents)('%s', async (name) => {
  const report = parseReport(await readDocument(sourceFile(name, readFileSync(join(folder, name)))));

  test('every cell is what is printed', () => {
    const cells = Object.entries(report.cells).map(([address, cell]) => [address, shown(cell)]);
    const wanted = Object.entries(printed).map(([address, text]) => [
      address,
      text === '' ? 'blank' : text === '/' ? 'placeholder' : Number(text),
    ]);
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(wanted));
  });

  test('a change in reading shows as a change of the expected report', async () => {
    const { title, bureau, bureauKey, region, year, period, forms, facts, source } = report;
    const cells = Object.entries(report.cells).map(([address, { trust, raw, place }]) => [
      address,
      `${raw} | ${trust} | ${Object.entries(place)
        .map(([part, at]) => `${part} ${at}`)
        .join(' ')}`,
    ]);
    const said = facts.map(({ subject, value, unit, section }) => ({ subject, value, unit, section }));
    const read = { title, bureau, bureauKey, region, year, period, forms, source, facts: said };
    const json = JSON.stringify({ ...read, cells: Object.fromEntries(cells) }, null, 2);
    await expect(`${json}\n`).toMatchFileSnapshot(join(folder, `${name}.json`));
  });
});
