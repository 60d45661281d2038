import { expect, test } from 'vitest';
import { readPdf } from '../../../src/parsing/readers/pdf.ts';
import { type PdfPage, pdfFile } from '../../documents/pdf.ts';

/** Pages of many operators, which come in pieces; those that come first must outlast those behind them. */
const report = (name: string): Buffer | Uint8Array => {
  const pages = [1, 2].map((number): PdfPage => {
    const lines = Array.from({ length: 41 }, (_, i): [number, number, number, number] => [
      80,
      90 + 16 * i,
      480,
      90 + 16 * i,
    ]);
    const walls = Array.from({ length: 9 }, (_, i): [number, number, number, number] => [
      80 + 50 * i,
      90,
      80 + 50 * i,
      730,
    ]);
    const texts = Array.from({ length: 320 }, (_, i) => ({
      text: `${name}${number}${i}`,
      x: 84 + 50 * (i % 8),
      y: 102 + 16 * Math.floor(i / 8),
      size: 7,
    }));
    return {
      texts: [{ text: `${name}县${'信息公开工作年度报告'.repeat(6)}`, x: 20, y: 60, size: 8 }, ...texts],
      lines: [...lines, ...walls],
    };
  });
  return pdfFile(pages);
};

test('PDFs read at the same time come out whole, each with its own letters and lines', async () => {
  const names = ['甲', '乙', '丙'];
  const documents = await Promise.all(names.map((name) => readPdf(report(name))));
  for (const [at, { grids, lines, doubtful, unseen }] of documents.entries()) {
    const name = names[at]!;
    expect(
      lines.every(({ text }) => text.includes(name) && !names.some((other) => other !== name && text.includes(other))),
    ).toBe(true);
    expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([
      [40, 8],
      [40, 8],
    ]);
    expect(grids[1]!.cells.map(({ text }) => text)).toEqual(Array.from({ length: 320 }, (_, i) => `${name}2${i}`));
    expect([doubtful, unseen]).toEqual([undefined, undefined]);
  }
});

test('a PDF that is read twice gives the same', async () => {
  const bytes = report('丁');
  expect(await readPdf(bytes)).toEqual(await readPdf(bytes));
});
