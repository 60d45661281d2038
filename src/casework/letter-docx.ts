import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';

/** Characters that no Word file may hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A letter as a Word file: its first line is the title, every other line a paragraph as typed. */
export async function letterDocx(text: string): Promise<Uint8Array> {
  const [title = '', ...lines] = text.replace(forbidden, '').split(/\r?\n/);
  const run = (words: string, bold = false): TextRun =>
    new TextRun({ text: words, bold, size: bold ? 36 : 32, font: { eastAsia: bold ? '方正小标宋简体' : '仿宋' } });
  const document = new Document({
    creator: 'govinfo',
    title,
    sections: [
      {
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 400 }, children: [run(title, true)] }),
          ...lines.map((line) => new Paragraph({ spacing: { line: 560 }, children: [run(line)] })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
