import { buffer } from 'node:stream/consumers';
import { type Options, ZipFile } from 'yazl';

/** A ZIP of these entries; a name may be given as bytes in any encoding. */
export async function zipFile(
  entries: Iterable<readonly [name: string, content: string | Buffer, options?: Partial<Options>]>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, options] of entries) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return await buffer(zip.outputStream);
}

/** A Word document with this body, in WordprocessingML. */
export const docxFile = (body: string, parts: Record<string, string | Buffer> = {}) =>
  zipFile(
    Object.entries({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ...parts,
    }),
  );

/** A workbook of one sheet, in SpreadsheetML. */
export const xlsxFile = (sheet: string, strings: string[] = [], parts: Record<string, string | Buffer> = {}) =>
  zipFile(
    Object.entries({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      'xl/workbook.xml':
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="年报" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
      ...parts,
    }),
  );
