import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/parsing/readers/pdf.ts';
import { type PdfPage, pdfFile } from '../../documents/pdf.ts';

const title = { text: '演示县林业局2023年政府信息公开工作年度报告', x: 120, y: 80, size: 14 };
const prose = Array.from({ length: 4 }, (_, i) => ({
  text: '本机关认真贯彻落实条例各项规定，扎实推进信息公开工作。',
  x: 80,
  y: 120 + 16 * i,
}));

/** 信息内容 | 本年处理决定数量, two rows, drawn with lines; the left column is 100 wide. */
const table: PdfPage = {
  lines: [
    ...[200, 224, 248, 272].map((y): [number, number, number, number] => [80, y, 300, y]),
    ...[80, 180, 300].map((x): [number, number, number, number] => [x, 200, x, 272]),
  ],
  texts: [
    { text: '信息内容', x: 90, y: 216 },
    { text: '本年处理决定数量', x: 190, y: 216 },
    { text: '行政许可', x: 90, y: 240 },
    { text: '12', x: 230, y: 240 },
    { text: '行政处罚', x: 90, y: 264 },
  ],
};
const page = (folio: string, ...parts: PdfPage[]): PdfPage => ({
  texts: [{ text: folio, x: 290, y: 800 }, ...parts.flatMap((part) => part.texts ?? [])].reverse(),
  lines: parts.flatMap((part) => part.lines ?? []),
});

describe('a PDF whose Chinese font is not embedded', async () => {
  const document = await readPdf(pdfFile([page('- 1 -', { texts: [title, ...prose] }, table)]));

  test('gives its text, each line with page and box', () => {
    const line = document.lines.find(({ text }) => text.includes('演示县'))!;
    expect(line.text).toBe(title.text);
    expect(line.place).toMatchObject({ page: 1, box: [120, 68.1, 294, 14] });
  });

  test('gives its ruled table as cells, blank ones too', () => {
    expect(document.grids).toHaveLength(1);
    const rows = [0, 1, 2].map((r) =>
      document.grids[0]!.cells.filter((cell) => cell.r0 === r).map((cell) => cell.text),
    );
    expect(rows).toEqual([
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '12'],
      ['行政处罚', ''],
    ]);
    expect(document.grids[0]!.cells[3]!.place).toEqual({ page: 1, box: [180, 224, 120, 24] });
  });

  test('parts a label from the number of the next column that comes with it as one piece', async () => {
    const texts = [...(table.texts ?? []), { text: '规范性文件12', x: 60, y: 500 }];
    const { tokens } = await readPdf(pdfFile([page('- 1 -', { texts: [title, ...prose] }, { ...table, texts })]));
    const [label, number] = tokens.filter(({ y }) => y > 480 && y < 510);
    expect([label?.text, number?.text]).toEqual(['规范性文件', '12']);
    expect(number!.x).toBeGreaterThanOrEqual(label!.x + label!.width - 0.1);
  });

  test('keeps a small raised digit behind a number as a note mark', async () => {
    // As office programs set it, and as browsers do.
    for (const size of [6, 8.4]) {
      const texts = (table.texts ?? []).flatMap((text) =>
        text.text === '12' ? [{ text: '1', x: 240, y: 236, size }, text] : [text],
      );
      const { grids, lines, tokens } = await readPdf(
        pdfFile([page('- 1 -', { texts: [title, ...prose] }, { ...table, texts })]),
      );
      expect(grids[0]!.cells.map(({ text }) => text)).toContain('12¹');
      expect(lines.map(({ text }) => text).join()).not.toContain('121');
      expect(tokens.map(({ text }) => text)).toContain('¹');
    }
  });

  test('says which lines stand in the table', () => {
    expect(document.lines.filter((line) => line.grid === 0).map((line) => line.text.trim())).toContain('行政处罚');
    expect(document.lines.find((line) => line.text === title.text)!.grid).toBeUndefined();
  });

  test('leaves the page number out of lines and tokens', () => {
    expect(document.lines.map((line) => line.text).join()).not.toContain('- 1 -');
    expect(document.tokens.map((token) => token.text)).not.toContain('1');
    expect(document.tokens).toContainEqual({ text: '12', page: 1, x: 230, y: 231.5, width: 10, height: 10 });
  });
});

test('a bare page number goes only where it counts up', async () => {
  const pages = ['1', '2', '3'].map((folio) => page(folio, { texts: prose }));
  const single = [page('7', { texts: prose })];
  const last = async (content: PdfPage[]) => (await readPdf(pdfFile(content))).lines.map((line) => line.text.trim());
  expect(await last(pages)).not.toContain('2');
  expect(await last(single)).toContain('7');
});

test('pages of pictures are a scan, also with an address at the edge', async () => {
  const picture: [number, number] = [60, 80];
  for (const texts of [[], [{ text: 'https://www.example.cn/t1.html', x: 20, y: 830 }]]) {
    await expect(readPdf(pdfFile([{ picture, texts }]))).rejects.toMatchObject({ code: 'E-SCAN' });
  }
});

test('text of lost letters is not believed', async () => {
  const texts = [{ text: '\ue000\ue001\ue002行政处罚', x: 80, y: 80 }, ...prose];
  await expect(readPdf(pdfFile([{ texts }]))).rejects.toMatchObject({ code: 'E-TEXT-DAMAGED' });
});

test('a file that broke off, or is no PDF inside', async () => {
  const whole = pdfFile([page('1', { texts: prose })]);
  await expect(readPdf(whole.subarray(0, whole.length - 200))).rejects.toMatchObject({ code: 'E-PDF-TRUNCATED' });
  await expect(readPdf(Buffer.from('%PDF-1.4\nnothing else\n%%EOF'))).rejects.toMatchObject({ code: 'E-PDF-DAMAGED' });
});

test('a book is refused by its number of pages', async () => {
  await expect(readPdf(pdfFile(Array.from({ length: 300 }, () => table)))).rejects.toMatchObject({
    code: 'E-PDF-PAGES',
    words: { zh: expect.stringContaining('300 页') },
  });
});

test('invisible text over a picture of the page is recognised text, visible text is not', async () => {
  const texts = [...prose, ...prose.map((line) => ({ ...line, y: line.y + 100 }))];
  const scanned = (unseen?: true) =>
    readPdf(pdfFile([{ picture: [100, 140], texts: texts.map((line) => ({ ...line, ...(unseen && { unseen }) })) }]));
  expect(await scanned(true)).toMatchObject({ recognised: true, lines: { length: texts.length } });
  expect(await scanned()).toMatchObject({ recognised: false, lines: { length: texts.length } });
});

test('text with a picture painted over it is not seen, so it counts as recognised; a stamp, or one beside it, hides none', async () => {
  const texts = [...prose, ...prose.map((line) => ({ ...line, y: line.y + 100 }))];
  const under = async (picture: PdfPage) =>
    (await readPdf(pdfFile([{ texts, picture: [100, 140], pictureOnTop: true, ...picture }]))).recognised;
  expect(await under({})).toBe(true);
  expect(await under({ pictureAt: [40, 90, 520, 200] })).toBe(true);
  expect(await under({ pictureOnTop: undefined })).toBe(false);
  expect(await under({ pictureSheer: true })).toBe(false);
  expect(await under({ pictureAt: [40, 400, 520, 400] })).toBe(false);
  expect(await under({ pictureAt: [40, 90, 520, 50] })).toBe(false);
});

test('a note typed over a cell and a filled field count as printed there, what is not shown does not', async () => {
  const at = (text: string, more = {}) => ({ text, x: 185, y: 252, width: 60, height: 16, ...more });
  const cells = async (...typed: NonNullable<PdfPage['typed']>) => {
    const { grids, lines } = await readPdf(
      pdfFile([{ texts: [title, ...prose, ...table.texts!], lines: table.lines!, typed }]),
    );
    const line = lines.find(({ text }) => text.includes('行政处罚'))!.text;
    return [grids[0]!.cells.at(-1)!.text, line.replace(/\s+/g, ' ')];
  };
  expect(await cells()).toEqual(['', '行政处罚']);
  expect(await cells(at('7'))).toEqual(['7', '行政处罚 7']);
  expect(await cells(at('44', { field: true }))).toEqual(['44', '行政处罚 44']);
  expect(await cells(at('7', { unseen: true }))).toEqual(['', '行政处罚']);
  // typed over a number that is printed there: nobody can say which one counts
  const both = await cells(at('7'), at('9', { x: 240 }));
  expect(both).toEqual(['7 9', '行政处罚 7 9']);
});

test('a watermark across the table is no part of it, a page laid askew is', async () => {
  const turned = (degrees: number, x: number, y: number, text: string) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
    return `BT /F 12 Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${842 - y} Tm <${codes}> Tj ET`;
  };
  const read = async (operators: string) =>
    (
      await readPdf(pdfFile([{ texts: [title, ...prose, ...table.texts!], lines: table.lines!, operators }]))
    ).grids[0]!.cells.at(-1)!.text;
  expect(await read(turned(45, 190, 270, '44'))).toBe('');
  expect(await read(turned(-30, 190, 262, '44'))).toBe('');
  expect(await read(turned(2, 190, 264, '44'))).toBe('44');
});

test('a piece that is printed twice to look bold counts once, two equal numbers count twice', async () => {
  const read = async (...texts: NonNullable<PdfPage['texts']>) => {
    const pages = [{ texts: [title, ...prose, ...table.texts!, ...texts], lines: table.lines! }];
    return (await readPdf(pdfFile(pages))).grids[0]!.cells.at(-1)!.text;
  };
  const at = (text: string, x: number, y = 264) => ({ text, x, y });
  expect(await read(at('44', 190), at('44', 190.3))).toBe('44');
  expect(await read(at('4', 190), at('4', 190.4, 264.4), at('5', 195), at('5', 195.4, 264.4))).toBe('45');
  expect(await read(at('4', 190), at('4', 195))).toBe('44');
});

test('a cell that holds a picture is not blank, one below a seal is', async () => {
  const read = async (operators: string) => {
    const pages = [
      {
        texts: [title, ...prose, ...table.texts!],
        lines: table.lines!,
        picture: [2, 2] as [number, number],
        operators,
      },
    ];
    return (await readPdf(pdfFile(pages))).grids[0]!.cells.at(-1)!.text;
  };
  expect(await read('q 20 0 0 12 190 576 cm /Im Do Q')).toBe('〔图〕');
  expect(await read('q 90 0 0 90 150 540 cm /Im Do Q')).toBe('');
});
