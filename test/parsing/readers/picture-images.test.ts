import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { docxPictures } from '../../../src/parsing/readers/docx.ts';
import type { GreyImage } from '../../../src/parsing/readers/scan/grey-image.ts';
import { pictureImages } from '../../../src/parsing/readers/scan/picture-images.ts';
import { readScan } from '../../../src/parsing/readers/scan.ts';
import { docxFile } from '../../documents/zip.ts';

/** A picture of a table of five rows and four columns; its height says which one it is. */
function table(height: number, type: 'image/png' | 'image/jpeg' = 'image/png'): Buffer {
  const context = createCanvas(800, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 800, height);
  context.fillStyle = '#000';
  for (let row = 0; row <= 5; row++) context.fillRect(60, 100 + 60 * row, 643, 3);
  for (let column = 0; column <= 4; column++) context.fillRect(60 + 160 * column, 100, 3, 303);
  context.font = '28px sans-serif';
  for (let row = 0; row < 5; row++)
    for (let column = 0; column < 4; column++) context.fillText('8', 130 + 160 * column, 142 + 60 * row);
  return type === 'image/png' ? context.canvas.toBuffer('image/png') : context.canvas.toBuffer('image/jpeg');
}

async function images(...files: Uint8Array[]): Promise<GreyImage[]> {
  const pages: GreyImage[] = [];
  for await (const page of pictureImages(files)) pages.push(page);
  return pages;
}

test.each(['image/png', 'image/jpeg'] as const)('%s is taken for a page, its table found', async (type) => {
  const { grids } = await readScan(pictureImages([table(1100, type)]), 'image', async () => '8');
  expect(grids.map(({ rows, columns, cells }) => [rows, columns, cells.every(({ text }) => text === '8')])).toEqual([
    [5, 4, true],
  ]);
});

test('a picture without a table is not recognised at all', async () => {
  const photo = createCanvas(400, 300).toBuffer('image/png');
  const never = () => Promise.reject(new Error('recognised'));
  await expect(readScan(pictureImages([photo]), 'image', never)).rejects.toMatchObject({ code: 'E-NOT-A-REPORT' });
});

test('a picture that declares too many pixels is not unpacked', async () => {
  const bomb = table(1100);
  bomb.writeUInt32BE(100_000, 16);
  bomb.writeUInt32BE(100_000, 20);
  await expect(images(bomb)).rejects.toMatchObject({ code: 'E-PICTURE-SIZE' });
});

test('pictures that cannot be opened', async () => {
  await expect(images(Buffer.from('not a picture'))).rejects.toMatchObject({ code: 'E-PICTURE-DAMAGED' });
  const tiff = Buffer.from(
    '49492a000800000002000001040001000000640000000101040001000000640000000000000000000000000000000000',
    'hex',
  );
  await expect(images(tiff)).rejects.toMatchObject({ code: 'E-PICTURE-FORMAT' });
});

test('the pictures of a Word file, in the order in which they stand', async () => {
  const parts = { 'word/media/b.png': table(900), 'word/media/a.png': table(1200) };
  const relation = (id: string, name: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/>`;
  const shown = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
  const drawing = (id: string) =>
    shown(id).replace(
      /<a:blip.*\/>/,
      (blip) =>
        `<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>${blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>`,
    );
  const file = await docxFile(drawing('r1') + drawing('r2'), {
    ...parts,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'b.png')}${relation('r2', 'a.png')}</Relationships>`,
  });
  const pages = await images(...(await docxPictures(file)));
  expect(pages.map(({ height, width }) => height > width * 1.4)).toEqual([false, true]);
});
