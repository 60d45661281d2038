import { expect, test } from 'vitest';
import { readDocx } from '../../../src/parsing/readers/docx.ts';
import { docxFile, zipFile } from '../../documents/zip.ts';

const paragraph = (text: string, properties = '') => `<w:p><w:r>${properties}<w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text ? paragraph(text) : '<w:p/>'}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

test('paragraphs and tables with merged and blank cells', async () => {
  const body =
    paragraph('演示县林业局2023年政府信息公开工作年度报告') +
    table(
      cell('三、本年度办理结果', '<w:vMerge w:val="restart"/>') + cell('（一）予以公开') + cell('12') + cell(''),
      cell('', '<w:vMerge/>') + cell('（七）总计', '<w:gridSpan w:val="2"/>') + cell('12'),
    );
  const document = await readDocx(await docxFile(body));
  expect(document.lines.map((line) => line.text)).toEqual([
    '演示县林业局2023年政府信息公开工作年度报告',
    '三、本年度办理结果\t（一）予以公开\t12\t',
    '（七）总计\t12',
  ]);
  expect(document.grids[0]).toMatchObject({ rows: 2, columns: 4, source: 'docx' });
  expect(document.grids[0]!.cells.map(({ r0, r1, c0, c1 }) => [r0, r1, c0, c1])).toEqual([
    [0, 1, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 2, 2],
    [0, 0, 3, 3],
    [1, 1, 1, 2],
    [1, 1, 3, 3],
  ]);
});

test('a note mark is not part of the number, and struck text is gone', async () => {
  const raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
  const struck = '<w:rPr><w:strike/></w:rPr>';
  const body = `<w:p><w:r>${struck}<w:t>7</w:t></w:r><w:r><w:t>44</w:t></w:r><w:r>${raised}<w:t>1</w:t></w:r></w:p>`;
  expect((await readDocx(await docxFile(body))).lines[0]!.text).toBe('44¹');
});

test.each([
  ['hidden', '<w:vanish/>'],
  ['hidden', '<w:vanish w:val="true"/>'],
  ['struck out twice', '<w:dstrike/>'],
])('text set as %s is not read: %s', async (_, mark) => {
  const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const shown = mark.replace('/>', ' w:val="false"/>').replace('w:val="true" ', '');
  const body = `<w:p>${run('4', '')}${run('7', mark)}${run('4', shown)}</w:p>`;
  expect((await readDocx(await docxFile(body))).lines[0]!.text).toBe('44');
});

test('a hidden row of a table is not read', async () => {
  const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('规章')}${cell('9')}</w:tr>`;
  const body = table(cell('规章') + cell('3')).replace('</w:tbl>', `${hidden}</w:tbl>`);
  expect((await readDocx(await docxFile(body))).lines.map(({ text }) => text)).toEqual(['规章\t3']);
});

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

test.each([
  ['a sum worked out by Word', `<w:fldSimple w:instr="=SUM(LEFT)">${run('44')}</w:fldSimple>`, '44'],
  ['a direction of writing', `<w:bdo w:val="ltr">${run('44')}</w:bdo>`, '44'],
  [
    'a reading over the number',
    `<w:r><w:ruby><w:rt>${run('1')}</w:rt><w:rubyBase>${run('44')}</w:rubyBase></w:ruby></w:r>`,
    '44',
  ],
  [
    'a formula',
    `<m:oMathPara ${math}><m:oMath><m:r><m:t>4</m:t></m:r><m:r><m:t>4</m:t></m:r></m:oMath></m:oMathPara>`,
    '44',
  ],
  [
    'a fraction',
    `<m:oMath ${math}><m:f><m:num><m:r><m:t>4</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>`,
    '4 4',
  ],
  ['a line break of the old kind', `${run('4')}<w:r><w:cr/></w:r>${run('4')}`, '4 4'],
  ['a mark that was lifted by hand', `${run('44')}${run('1', '<w:position w:val="12"/>')}`, '44¹'],
  ['a number that was moved as a whole', run('44', '<w:position w:val="-4"/>'), '44'],
])('%s is read as it is shown', async (_, inner, text) => {
  const value = `<w:tc><w:p>${inner}</w:p></w:tc>`;
  const { grids } = await readDocx(await docxFile(table(cell('规章') + value)));
  expect(grids[0]!.cells.map((each) => each.text)).toEqual(['规章', text]);
});

test('a row that begins later, and cells merged in the old way, keep their columns', async () => {
  const tc = (text: string, properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
  const late = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('5')}</w:tr>`;
  const merged = `<w:tr>${tc('规章', '<w:hMerge w:val="restart"/>')}${tc('', '<w:hMerge/>')}${cell('3')}</w:tr>`;
  const body = table(cell('一') + cell('二') + cell('三')).replace('</w:tbl>', `${late}${merged}</w:tbl>`);
  const { grids } = await readDocx(await docxFile(body));
  expect(grids[0]!.cells.filter(({ text }) => text).map(({ text, c0, c1 }) => [text, c0, c1])).toEqual([
    ['一', 0, 0],
    ['二', 1, 1],
    ['三', 2, 2],
    ['5', 2, 2],
    ['规章', 0, 1],
    ['3', 2, 2],
  ]);
});

test('what the file points to outside itself is not fetched', async () => {
  const link = 'http://127.0.0.1:9/secret.png';
  const body = `${paragraph('规章 3')}<w:p><w:r><w:drawing><a:blip r:link="r9"/></w:drawing></w:r></w:p>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${link}" TargetMode="External"/></Relationships>`;
  const document = await readDocx(await docxFile(body, { 'word/_rels/document.xml.rels': relations }));
  expect(document.lines.map((line) => line.text)).toEqual(['规章 3']);
});

test('a Word file of pictures only, a broken one, and one that unpacks to too much', async () => {
  await expect(readDocx(await docxFile('<w:p/>'))).rejects.toMatchObject({ code: 'E-SCAN' });
  await expect(readDocx(await zipFile([['word/document.xml', '<w:document>']]))).rejects.toMatchObject({
    code: 'E-DOCX-DAMAGED',
  });
  const huge = await docxFile(paragraph('1'), { 'word/media/zero.bin': '\0'.repeat(110_000_000) });
  expect(huge.length).toBeLessThan(200_000);
  await expect(readDocx(huge)).rejects.toMatchObject({ code: 'E-BOMB' });
});
