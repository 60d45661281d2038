import { expect, test } from 'vitest';
import { readPdf } from '../../../src/parsing/readers/pdf.ts';
import { pdfFile, stream } from '../../documents/pdf.ts';

const prose = Array.from({ length: 4 }, (_, i) => ({
  text: '本机关认真贯彻落实条例各项规定，扎实推进信息公开工作。',
  x: 80,
  y: 120 + 16 * i,
}));
type Objects = Record<number, string | Buffer>;

/** A map of codes to letters, as a font brings it. */
const map = (letters: Record<string, string>, range = '<00> <ff>') =>
  stream(
    `begincmap 1 begincodespacerange ${range} endcodespacerange ${Object.keys(letters).length} beginbfchar ` +
      `${Object.entries(letters)
        .map(([code, letter]) => `<${code}> <${letter}>`)
        .join(' ')} endbfchar endcmap`,
  );
/** A font of one byte a letter, which names its letters by code. */
const simple = (names: string, letters?: Record<string, string>, base = 'Helvetica'): Objects => ({
  500: `<< /Type /Font /Subtype /Type1 /BaseFont /${base} ${names && `/Encoding << /Differences [${names}] >>`} ${letters ? '/ToUnicode 501 0 R' : ''} >>`,
  501: map(letters ?? {}),
});
/** A font of two bytes a letter, whose numbers mean nothing by themselves. */
const numbered = (letters?: Record<string, string>): Objects => ({
  500: `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Times /Encoding /Identity-H /DescendantFonts [502 0 R] ${letters ? '/ToUnicode 501 0 R' : ''} >>`,
  501: map(letters ?? {}, '<0000> <ffff>'),
  502: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Times /DW 500 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
});
/** A font whose letters are little drawings. */
const drawn = (names: string, letters?: Record<string, string>): Objects => ({
  500:
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 49 /LastChar 50 /Widths [500 500] ` +
    `/CharProcs << /one 502 0 R /two 502 0 R /a1 502 0 R /a2 502 0 R >> /Encoding << /Differences [49 ${names}] >> /Resources << >> ${letters ? '/ToUnicode 501 0 R' : ''} >>`,
  501: map(letters ?? {}),
  502: stream('500 0 0 0 500 700 d1 200 0 100 700 re f'),
});

/** What these codes read as in this font, and how many places are in doubt. */
async function read(objects: Objects, codes: string) {
  const operators = `BT /G 10 Tf 230 578 Td <${codes}> Tj ET`;
  const texts = [...prose, { text: '行政处罚', x: 90, y: 264 }];
  const page = { texts, operators, resources: '/Font << /F 3 0 R /G 500 0 R >>' };
  const { lines, doubtful = [] } = await readPdf(pdfFile([page], undefined, { objects }));
  const line = lines.find(({ text }) => text.includes('行政处罚'))!.text.replace('行政处罚', '');
  return { text: line.replace(/\s/g, ''), doubted: doubtful.length > 0 };
}

const told: Record<string, [font: Objects, codes: string, text: string]> = {
  'told by its codes': [simple(''), '3334', '34'],
  'told by names alone': [simple('56 /three /four'), '3839', '34'],
  'told by names and map': [simple('1 /three /four', { '01': '0033', '02': '0034' }), '0102', '34'],
  'told by a map, whatever the names': [simple('1 /g17 /g18', { '01': '0033', '02': '0034' }), '0102', '34'],
  'numbered, with a map': [numbered({ '0016': '0033', '0017': '0034' }), '00160017', '34'],
  'drawn, with names': [drawn('/one /two'), '3132', '12'],
  'drawn, with a map': [drawn('/a1 /a2', { 31: '0031', 32: '0032' }), '3132', '12'],
};
test.each(Object.entries(told))('digits %s are read', async (_, [font, codes, text]) => {
  expect(await read(font, codes)).toEqual({ text, doubted: false });
});

const lies: Record<string, [font: Objects, codes: string, text: string]> = {
  'said to be others than their names': [simple('1 /three', { '01': '0038' }), '0101', '88'],
  'said to be others than their codes': [simple('', { 33: '0038' }), '3333', '88'],
  'said to be two at once': [simple('', { 33: '00310032' }), '33', '12'],
  'of which two are said to be one': [simple('1 /g3 /g8', { '01': '0038', '02': '0038' }), '0102', '88'],
  'said to be blanks': [simple('', { 33: '0020' }), '3334', '4'],
  'said to be nothing': [simple('1 /g3 /g4', { '01': '200B', '02': '0034' }), '0102', '4'],
  'of a font of ticks': [simple('', undefined, 'ZapfDingbats'), '3334', '34'],
  'numbered, and nothing says what they are': [numbered(), '00330034', '34'],
  'drawn, and nothing says what they are': [drawn('/a1 /a2'), '3132', '12'],
};
test.each(Object.entries(lies))('digits %s are in doubt', async (_, [font, codes, text]) => {
  expect(await read(font, codes)).toEqual({ text, doubted: true });
});
