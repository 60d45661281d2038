import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/parsing/readers/pdf/box.ts';
import { isDash } from '../../../src/parsing/readers/scan/dash.ts';
import { findRulings } from '../../../src/parsing/readers/scan/find-rulings.ts';
import { type GreyImage, inkLines, isDark } from '../../../src/parsing/readers/scan/grey-image.ts';
import { enlargement, pageImages } from '../../../src/parsing/readers/scan/page-images.ts';
import { rightWayUp, turned, turnedBack } from '../../../src/parsing/readers/scan/right-way-up.ts';
import { skewOf } from '../../../src/parsing/readers/scan/skew.ts';
import { isSlash } from '../../../src/parsing/readers/scan/slash.ts';
import { withoutSpecks } from '../../../src/parsing/readers/scan/specks.ts';
import { thrifty } from '../../../src/parsing/readers/scan/thrifty.ts';
import { readScan } from '../../../src/parsing/readers/scan.ts';
import { blackBox } from '../../documents/jpeg2000.ts';
import { pdfFile } from '../../documents/pdf.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../samples/演示县教育局2023（扫描件）.pdf'));

/** A white picture with these filled boxes, each turned clockwise around the corner by an angle in degrees. */
function drawn(boxes: [x: number, y: number, width: number, height: number][], degrees = 0): GreyImage {
  const image = { width: 600, height: 400, data: new Uint8Array(600 * 400).fill(255) };
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (const [x, y, width, height] of boxes) {
    for (let px = x; px < x + width; px++) {
      for (let py = y; py < y + height; py++) image.data[(py + Math.round(px * slope)) * 600 + px] = 0;
    }
  }
  return image;
}

test('lines of a table are found, strokes and bars are not', () => {
  const frame: [number, number, number, number][] = [
    [50, 50, 300, 2],
    [50, 150, 300, 2],
    [50, 50, 2, 102],
    [348, 50, 2, 102],
  ];
  const rulings = findRulings(drawn([...frame, [100, 80, 30, 3], [400, 50, 100, 40]]), 1);
  expect(rulings.every(({ at, from, to }) => at >= 50 && at < 350 && from >= 50 && to <= 350)).toBe(true);
  for (const [upright, at] of [
    [false, 50],
    [false, 150],
    [true, 50],
    [true, 348],
  ] as const) {
    expect(rulings).toContainEqual(expect.objectContaining({ upright, at }));
  }
});

test('a single low row keeps its upright lines, a stroke in the open is none', () => {
  const row: [number, number, number, number][] = [
    [50, 50, 300, 2],
    [50, 80, 300, 2],
    [200, 50, 2, 32],
    [500, 50, 2, 32],
  ];
  const upright = findRulings(drawn(row), 1).filter((line) => line.upright);
  expect(new Set(upright.map(({ at }) => at))).toEqual(new Set([200, 201]));
});

test('how far a page was turned', () => {
  const lines: [number, number, number, number][] = [50, 120, 190, 260].map((y) => [20, y, 500, 2]);
  for (const degrees of [-1.2, 0, 0.4, 1.5]) {
    expect((skewOf(drawn(lines, degrees)) * 180) / Math.PI).toBeCloseTo(degrees, 0.9);
  }
});

test('a level line that goes down in steps is found to its end', () => {
  const steps: [number, number, number, number][] = [
    [50, 50, 300, 2],
    [350, 51, 40, 2],
  ];
  const reach = findRulings(drawn([...steps, [100, 200, 40, 2]]), 1).map(({ to }) => to);
  expect(Math.max(...reach)).toBe(390);
  expect(findRulings(drawn([[100, 200, 40, 2]]), 1)).toEqual([]);
});

test('a slash is told from a one and a seven', () => {
  const stroke = Array.from({ length: 24 }, (_, i): [number, number, number, number] => [
    60 - Math.round(i / 2),
    40 + i,
    3,
    1,
  ]);
  const area = { x0: 49, y0: 40, x1: 63, y1: 64 };
  expect(isSlash(drawn(stroke), area, '1')).toBe(true);
  expect(isSlash(drawn(stroke), area, '4')).toBe(false);
  const one: [number, number, number, number][] = [
    [56, 40, 3, 24],
    [52, 43, 4, 2],
    [51, 62, 13, 2],
  ];
  expect(isSlash(drawn(one), { x0: 51, y0: 40, x1: 64, y1: 64 }, '1')).toBe(false);
  const seven = [...stroke, [46, 40, 16, 3] as [number, number, number, number]];
  expect(isSlash(drawn(seven), { ...area, x0: 46 }, '7')).toBe(false);
});

test('a dash alone in a cell is told from dust, from a wall and from a one', () => {
  const cell = { x0: 100, y0: 100, x1: 180, y1: 150 };
  const ink = (x: number, y: number, width: number, height: number) =>
    isDash(drawn([[x, y, width, height]]), { x0: x, y0: y, x1: x + width, y1: y + height }, cell);
  expect([ink(128, 126, 24, 1), ink(130, 125, 20, 3), ink(136, 126, 7, 1)]).toEqual([true, true, true]);
  expect([ink(140, 112, 3, 26), ink(138, 126, 3, 1), ink(100, 126, 60, 1), ink(105, 148, 30, 2)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('lines of ink inside a cell', () => {
  const image = drawn([
    [30, 20, 40, 12],
    [30, 40, 20, 12],
  ]);
  expect(inkLines(image, { x0: 10, y0: 10, x1: 200, y1: 100 }, 3)).toEqual([
    { x0: 30, y0: 20, x1: 70, y1: 32 },
    { x0: 30, y0: 40, x1: 50, y1: 52 },
  ]);
});

describe('a page full of dust', () => {
  const words: [number, number, number, number][] = [
    [30, 100, 200, 20],
    [30, 200, 150, 20],
  ];
  const specks = Array.from({ length: 400 }, (_, i): [number, number, number, number] => [
    (i * 197) % 590,
    (i * 61) % 390,
    2,
    2,
  ]).filter(([, y]) => words.every(([, top, , height]) => y + 3 < top || y > top + height));
  const whole = { x0: 0, y0: 0, x1: 600, y1: 400 };

  test('has its lines of text found as if it were clean', () => {
    expect(inkLines(drawn([...words, ...specks]), whole, 4).length).not.toBe(2);
    expect(inkLines(withoutSpecks(drawn([...words, ...specks])), whole, 4)).toEqual([
      { x0: 30, y0: 100, x1: 230, y1: 120 },
      { x0: 30, y0: 200, x1: 180, y1: 220 },
    ]);
  });

  test('a clean page keeps its points and commas', () => {
    const clean = drawn([...words, [240, 116, 3, 3]]);
    expect(withoutSpecks(clean)).toBe(clean);
  });

  test('costs no more than a page may, and what was not read is unreadable', async () => {
    let columns = 0;
    const nextPage = thrifty(async (_, { x0, x1, y0, y1 }) => {
      columns += ((x1 - x0) * 48) / (y1 - y0);
      return '7';
    });
    const read = nextPage();
    const image = drawn([]);
    const texts: string[] = [];
    for (let y = 0; y < 4000; y++) texts.push(await read(image, { x0: 0, y0: y * 20, x1: 600, y1: y * 20 + 20 }));
    expect(columns).toBeLessThanOrEqual(300_000);
    expect(texts[0]).toBe('7');
    expect(new Set(texts.slice(-1000))).toEqual(new Set(['?']));
    expect(await read(image, { x0: 0, y0: 0, x1: 600, y1: 20 })).toBe('7');
    expect(await nextPage()(image, { x0: 0, y0: 0, x1: 600, y1: 20 })).toBe('7');
    expect(await nextPage()(image, { x0: 0, y0: 0, x1: 600, y1: 3 })).toBe('?');
  });
});

describe('a page scanned upside down or on its side', () => {
  const page = drawn([
    [20, 20, 200, 12],
    [20, 60, 200, 12],
    [20, 100, 200, 12],
  ]);
  const whole = ({ width, height }: GreyImage) => ({ x0: 0, y0: 0, x1: width, y1: height });
  const linesOn = (image: GreyImage) => inkLines(image, whole(image), 4);
  /** Reads words where the first line of the page stands at its top left, and strokes anywhere else. */
  const reader = () => async (image: GreyImage) =>
    image.width === 600 && image.data[25 * 600 + 25] === 0 ? '收到政府信息公开申请' : '乂〢ヒ丅';

  test.each([0, 1, 2, 3] as const)('turned by %i quarters, it is read the right way up', async (quarters) => {
    const scanned = { ...turned(page, quarters), quarters: 0 as const };
    const image = await rightWayUp(scanned, linesOn, reader);
    expect([image.width, image.height]).toEqual([600, 400]);
    const [x0, y0, x1, y1] = [20, 60, 220, 72];
    expect(linesOn(image)[1]).toEqual({ x0, y0, x1, y1 });
    // Its places are told as it lies in the file.
    const [x, y, width, height] = turnedBack([x0, y0, x1 - x0, y1 - y0], image.quarters, image.width, image.height);
    expect(isDark(scanned, x, y) && isDark(scanned, x + width - 1, y + height - 1)).toBe(true);
    expect([width, height].toSorted((a, b) => a - b)).toEqual([12, 200]);
  });

  test('without words of the form it stays as it is', async () => {
    const scanned = turned(page, 1);
    expect(await rightWayUp(scanned, linesOn, () => async () => '乂〢ヒ丅')).toBe(scanned);
  });
});

describe('a scanned report', () => {
  test('its tables are found, whatever is written in them', async () => {
    const document = await readScan(pageImages(sample), 'pdf', async () => '0');
    expect(document.recognised).toBe(true);
    const rows = (columns: number) =>
      document.grids.filter((grid) => grid.columns === columns).reduce((sum, grid) => sum + grid.rows, 0);
    expect([rows(4), rows(10), rows(15)]).toEqual([14, 25, 4]);
    const cells = document.grids.flatMap((grid) => grid.cells);
    expect(cells.every((cell) => cell.place.page && cell.place.box)).toBe(true);
  });

  test('a page that declares no size of paper is painted as wide as A4, and its places are told in its own points', async () => {
    expect([595, 842, 420, 1191].map((width) => enlargement({ width, height: width * Math.SQRT2 }))).toEqual([
      1,
      1,
      1,
      595 / 1191,
    ]);
    expect(enlargement({ width: 2480, height: 3508 })).toBeCloseTo(595 / 2480);
    expect(enlargement({ width: 298, height: 421 })).toBeCloseTo(595 / 298);
    expect(enlargement({ width: 3508, height: 2480 })).toBeCloseTo(842 / 3508);
    const whole = await readScan(pageImages(sample), 'pdf', async () => '0');
    const enlarged = async function* () {
      for await (const image of pageImages(sample)) yield { ...image, enlarged: 2 };
    };
    const told = await readScan(enlarged(), 'pdf', async () => '0');
    const [x, y, width, height] = whole.grids[0]!.cells[5]!.place.box!;
    expect(told.grids[0]!.cells[5]!.place.box!.map((n) => Math.round(n))).toEqual(
      [x, y, width, height].map((n) => Math.round(n / 2)),
    );
  });

  test('a page as small as a postcard is painted like any other', async () => {
    const small = pdfFile([{}]).toString('latin1').replace('[0 0 595 842]', '[0 0 298 421]');
    const widths: number[] = [];
    for await (const { width } of pageImages(Buffer.from(small, 'latin1'))) widths.push(width);
    expect(widths).toEqual([1653]);
  });

  test('a page scanned as JPEG 2000 is seen', async () => {
    const head = `<< /Type /XObject /Subtype /Image /Width 48 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode /Length ${blackBox.length} >>\nstream\n`;
    const picture = Buffer.concat([Buffer.from(head), blackBox, Buffer.from('\nendstream')]);
    const file = pdfFile([{ picture: [48, 64] }], undefined, { objects: { 12: picture } });
    const { value: page } = await pageImages(file).next();
    const ink = inkLines(page!, { x0: 0, y0: 0, x1: page!.width, y1: page!.height }, 3);
    expect(ink).toHaveLength(1);
    expect(ink[0]!.y0 / page!.height).toBeCloseTo(16 / 64, 1);
    expect(ink[0]!.x1 / page!.width).toBeCloseTo(40 / 48, 1);
  });

  test('pages scanned upside down are turned, and their places told as they lie in the file', async () => {
    const scanned = async function* () {
      for await (const image of pageImages(sample)) yield { ...turned(image, 2), quarters: 0 as const };
    };
    const words = async ({ quarters }: GreyImage) => (quarters === 2 ? '本年新收政府信息公开申请数量' : '乂〢');
    const [upright, found] = [
      await readScan(pageImages(sample), 'pdf', async () => '本年新收政府信息公开申请数量'),
      await readScan(scanned(), 'pdf', words),
    ];
    expect(found.grids.map(({ rows, columns }) => [rows, columns])).toEqual(
      upright.grids.map(({ rows, columns }) => [rows, columns]),
    );
    const [[x, y, width, height], box] = [upright, found].map(({ grids }) => grids[0]!.cells[0]!.place.box!) as [
      Box,
      Box,
    ];
    for (const [at, wanted] of [595 - x - width, 842 - y - height, width, height].entries())
      expect(Math.abs(box[at]! - wanted)).toBeLessThan(3);
  });

  test('what stands above the first table is read first, whatever the rest costs', async () => {
    const tops: number[] = [];
    await readScan(pageImages(sample), 'pdf', async (_, { y0 }) => {
      tops.push(y0);
      return '本年新收政府信息公开申请数量';
    });
    // A few lines were looked at to know which way up the page is.
    const first = tops.findIndex((top) => top < 300);
    expect(first).toBeLessThan(9);
    expect(tops.slice(first, first + 5)).toEqual(tops.slice(first, first + 5).toSorted((a, b) => a - b));
  });
});
