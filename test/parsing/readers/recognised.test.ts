import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { pageImages } from '../../../src/parsing/readers/scan/page-images.ts';
import { loadRecogniser } from '../../../src/parsing/readers/scan/recogniser.ts';
import { recogniseReport } from '../../../src/parsing/recognise-report.ts';
import type { Address } from '../../../src/report/report.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../samples/演示县教育局2023（扫描件）.pdf'));

/** The first page of the sample that table 二 stands on, as a picture file. */
async function picture(): Promise<Buffer> {
  for await (const { width, height, data } of pageImages(sample)) {
    const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
    for (let i = 0; i < data.length; i++) rgba.fill(data[i]!, 4 * i, 4 * i + 3);
    const context = createCanvas(width, height).getContext('2d');
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
    return context.canvas.toBuffer('image/png');
  }
  throw new Error('no page');
}

describe.skipIf(!(await loadRecogniser()))('where recognition is installed', () => {
  test('a scan: every number right, and every number marked', { timeout: 180_000 }, async () => {
    const { bureau, year, cells, source } = await recogniseReport(sourceFile('a.pdf', sample));
    expect({ bureau, year, source }).toEqual({
      bureau: '演示县教育局',
      year: 2023,
      source: { format: 'pdf', pages: 2, recognised: true },
    });
    const values = Object.fromEntries(Object.entries(cells).map(([address, cell]) => [address, cell.value]));
    expect(values).toMatchObject({ 'disclosures.licences.decisions': 26, 'disclosures.penalties.decisions': 3 });
    const requests = Object.entries(values).filter(([address]) => !address.startsWith('disclosures.'));
    expect(requests).toHaveLength(190);
    expect(requests.filter(([, value]) => value !== 0)).toEqual([]);
    expect(Object.values(cells).filter(({ trust, place }) => trust !== 'low' || place.reader !== 'ocr')).toEqual([]);
  });

  test('a picture of a page', { timeout: 120_000 }, async () => {
    const { cells, source } = await recogniseReport(sourceFile('a.png', await picture()));
    expect(source).toEqual({ format: 'image', pages: 1, recognised: true });
    expect(cells['disclosures.licences.decisions' as Address]).toMatchObject({ value: 26, trust: 'low' });
  });
});
