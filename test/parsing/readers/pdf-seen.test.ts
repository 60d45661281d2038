import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/parsing/readers/pdf.ts';
import { type MoreObjects, type PdfPage, pdfFile, stream } from '../../documents/pdf.ts';

const prose = Array.from({ length: 4 }, (_, i) => ({
  text: '本机关认真贯彻落实条例各项规定，扎实推进信息公开工作。',
  x: 80,
  y: 120 + 16 * i,
}));
const texts = [
  { text: '演示县林业局2023年政府信息公开工作年度报告', x: 120, y: 80, size: 14 },
  ...prose,
  { text: '信息内容', x: 90, y: 216 },
  { text: '本年处理决定数量', x: 190, y: 216 },
  { text: '行政许可', x: 90, y: 240 },
  { text: '12', x: 230, y: 240 },
  { text: '行政处罚', x: 90, y: 264 },
];
const lines: PdfPage['lines'] = [
  ...[200, 224, 248, 272].map((y): [number, number, number, number] => [80, y, 300, y]),
  ...[80, 180, 300].map((x): [number, number, number, number] => [x, 200, x, 272]),
];

/** What the file holds in the last cell, a box from 180, 570 to 300, 594 in the measure of the file; 44 begins at 230, 578. */
interface Held extends Pick<PdfPage, 'operators' | 'first' | 'resources' | 'entries'>, MoreObjects {
  picture?: true;
}

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
const shown = (text: string, { before = '', x = 230, y = 578, size = 10 } = {}) =>
  `BT ${before} /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`;
const number = shown('44');
const box = (colour: string, x = 228, width = 16) => `${colour} ${x} 574 ${width} 14 re f`;
const form = (content: string, dictionary = '', size = '595 842') =>
  Buffer.from(
    stream(content)
      .toString('latin1')
      .replace(
        '<<',
        `<< /Type /XObject /Subtype /Form /BBox [0 0 ${size}] /Resources << /Font << /F 3 0 R >> >> ${dictionary}`,
      ),
    'latin1',
  );
const states =
  '/ExtGState << /None << /ca 0 /CA 0 >> /Third << /ca 0.3 >> /Half << /ca 0.5 >> /Most << /ca 0.8 >> /Over << /BM /Multiply >> >>';
const layers: MoreObjects = {
  catalog: '/OCProperties << /OCGs [500 0 R 501 0 R] /D << /OFF [500 0 R] >> >>',
  objects: { 500: '<< /Type /OCG /Name (off) >>', 501: '<< /Type /OCG /Name (on) >>' },
};
const layered = '/Properties << /Off 500 0 R /On 501 0 R >>';
const drawnForm = (object: Buffer, operators = '/X Do', resources = ''): Held => ({
  operators,
  resources: `${resources} /XObject << /X 510 0 R >>`,
  ...layers,
  objects: { ...layers.objects, 510: object },
});
const note = (subtype: string, content: string): Held => ({
  entries: '/Annots [520 0 R]',
  objects: {
    520: `<< /Type /Annot /Subtype /${subtype} /Rect [225 572 260 592] /F 4 /AP << /N 521 0 R >> >>`,
    521: form(content, '', '35 20'),
  },
});

async function read({ picture, catalog = '', objects = {}, ...page }: Held) {
  const small = picture ? { picture: [2, 2] as [number, number], pictureAt: [500, 800, 5, 5] as const } : {};
  const own = {
    texts,
    lines,
    ...page,
    ...small,
    ...(small.pictureAt && { pictureAt: [...small.pictureAt] }),
  } as PdfPage;
  const document = await readPdf(pdfFile([own], undefined, { catalog, objects }));
  const row = document.lines.find(({ text }) => text.includes('行政处罚'))!.text;
  return {
    cell: document.grids[0]!.cells.at(-1)!.text,
    line: row.replace('行政处罚', '').trim(),
    rows: document.grids[0]!.rows,
    unseen: (document.unseen ?? []).map(({ text }) => text),
    doubtful: (document.doubtful ?? []).map(({ text }) => text),
  };
}

describe('a number that nobody sees is not read', () => {
  const kinds: Record<string, Held> = {
    'white on white': { operators: `1 g ${number}` },
    'white, told in inks': { operators: `0 0 0 0 k ${number}` },
    'all but white': { operators: `0.96 g ${number}` },
    'neither filled nor drawn': { operators: shown('44', { before: '3 Tr' }) },
    'without alpha': { operators: `/None gs ${number}`, resources: states },
    'in a group without alpha': drawnForm(form(number, '/Group << /S /Transparency >>'), '/None gs /X Do', states),
    'cut away': { operators: `q 0 0 50 50 re W n ${number} Q` },
    'outside of its form': drawnForm(form(number, '', '100 100')),
    'in a layer that is off': { operators: `/OC /Off BDC ${number} EMC`, resources: layered, ...layers },
    'in a form of a layer that is off': drawnForm(form(number, '/OC 500 0 R')),
    'too small to be seen': { operators: shown('44', { size: 0.4 }) },
    'too narrow to be seen': { operators: shown('44', { before: '1 Tz' }) },
    'under a white box': { operators: `${number} ${box('1 g')}` },
    'under a white box just as large': { operators: `${number} 1 g 229.5 577.5 11 8 re f` },
    'under a white note': { operators: number, ...note('Square', '1 g 0 0 35 20 re f') },
    'struck by a line': { operators: `${number} 0.5 w 229 581.3 m 241 581.3 l S` },
    'struck by a thin box in two pieces': { operators: `${number} 229 581.2 6 0.6 re f 235 581.2 6 0.6 re f` },
  };
  test.each(Object.entries(kinds))('%s', async (_, held) => {
    expect(await read(held)).toEqual({ cell: '', line: '', rows: 3, unseen: ['44'], doubtful: [] });
  });

  test('off the page', async () => {
    expect(await read({ operators: shown('44', { x: 700 }) })).toMatchObject({ cell: '', line: '' });
  });

  test('and what stands beside it, or over it, is', async () => {
    expect(
      await read({ operators: `${shown('44', { x: 205 })} 204 581.2 12 0.6 re f ${shown('57', { x: 240 })}` }),
    ).toEqual({
      ...{ cell: '57', line: '57', rows: 3, unseen: ['44'], doubtful: [] },
    });
    expect(await read({ operators: `${number} ${box('1 g')} 0 g ${shown('57')}` })).toMatchObject({
      ...{ cell: '57', line: '57', unseen: ['44'] },
    });
  });
});

describe('a number that one sees is read', () => {
  const kinds: Record<string, Held> = {
    'white on blue': { operators: `0.1 0.2 0.6 rg 181 571 118 22 re f 1 g ${number}` },
    'white on blue that was painted first': {
      first: '0.1 0.2 0.6 rg 181 571 118 22 re f 0 g',
      operators: `1 g ${number}`,
    },
    grey: { operators: `0.6 g ${number}` },
    'drawn and not filled': { operators: shown('44', { before: '1 Tr 0.3 w' }) },
    'white with a dark outline': { operators: `1 g 0 G ${shown('44', { before: '2 Tr 0.3 w' })}` },
    'letting some of the page through': { operators: `/Third gs ${number}`, resources: states },
    'cut to its cell': { operators: `q 181 571 118 22 re W n ${number} Q` },
    'in a layer that is on': { operators: `/OC /On BDC ${number} EMC`, resources: layered, ...layers },
    'in a form': drawnForm(form(number, '/Matrix [1 0 0 1 20 0]'), 'q 1 0 0 1 -20 0 cm /X Do Q'),
    'on a white box': { operators: `${box('1 g')} 0 g ${number}` },
    'under a sheer colour': { operators: `${number} /Half gs ${box('1 1 0 rg')}`, resources: states },
    'marked with a pen': { operators: `${number} /Over gs ${box('1 1 0 rg')}`, resources: states },
    'in a frame': {
      operators: `${number} 226 573 m 246 573 l 246 590 l 226 590 l h 227 574 m 245 574 l 245 589 l 227 589 l h f*`,
    },
    small: { operators: shown('44', { size: 4 }) },
    'of a negative size': { operators: `BT /F -10 Tf -1 0 0 -1 230 578 Tm <${hex('44')}> Tj ET` },
    'a digit at a time': { operators: `${shown('4')} ${shown('4', { x: 235 })}` },
    'beside the edge of a picture': { operators: `${number} q 40 0 0 14 241 574 cm /Im Do Q`, picture: true },
  };
  test.each(Object.entries(kinds))('%s', async (_, held) => {
    expect(await read(held)).toMatchObject({ cell: '44', unseen: [], doubtful: [] });
  });

  test('with a line of the table through it, or a line below it', async () => {
    expect((await read({ operators: shown('44', { y: 568 }) })).cell).toBe('44');
    expect((await read({ operators: `${number} 229 576.5 12 0.6 re f` })).cell).toBe('44');
  });
});

describe('a number of which one cannot say is in doubt', () => {
  const kinds: Record<string, [Held, cell?: string]> = {
    pale: [{ operators: `0.85 g ${number}` }],
    'cut across': [{ operators: `q 181 581 118 22 re W n ${number} Q` }],
    'with its end cut off': [{ operators: `q 181 571 54 22 re W n ${shown('4567')} Q` }, '4'],
    'with its end under a box': [{ operators: `${shown('4567')} ${box('1 g', 235, 30)}` }, '4'],
    'under a shape that is no box': [
      { operators: `${number} 1 g 228 574 m 244 574 l 244 588 l 236 590 232 590 228 588 c f` },
    ],
    'under a box that is all but opaque': [{ operators: `${number} /Most gs ${box('1 g')}`, resources: states }],
    'under a small picture': [{ operators: `${number} q 16 0 0 14 228 574 cm /Im Do Q`, picture: true }],
    'not painted, over a picture': [
      { operators: `q 16 0 0 14 228 574 cm /Im Do Q ${shown('44', { before: '3 Tr' })}`, picture: true },
    ],
    'a stencil for what follows': [{ operators: shown('44', { before: '7 Tr' }) }],
    'of two colours': [{ operators: `0.7 g ${shown('9')} 0 g ${shown('17', { x: 235 })}` }, '917'],
    'as in a mirror': [{ operators: `BT /F 10 Tf -1 0 0 1 240 578 Tm <${hex('44')}> Tj ET` }],
  };
  test.each(Object.entries(kinds))('%s', async (_, [held, cell = '44']) => {
    expect(await read(held)).toMatchObject({ cell, doubtful: [cell] });
  });
});

describe('a cell in which something stands that is no text is not blank', () => {
  const kinds: Record<string, [Held, sign: string]> = {
    'a number under a black box': [{ operators: `${number} ${box('0 g')}` }, '〔涂〕'],
    'black on black': [{ operators: `${box('0 g')} ${number}` }, '〔涂〕'],
    'a digit drawn as a shape': [
      { operators: '230 578 m 234 580 236 584 234 588 c 232 586 231 582 230 578 c f' },
      '〔图〕',
    ],
    'digits as pictures of one kind': [
      { operators: [0, 5, 10, 15].map((x) => `q 4 0 0 8 ${230 + x} 576 cm /Im Do Q`).join('\n'), picture: true },
      '〔图〕',
    ],
    'a stamp with a number': [note('Stamp', 'BT /F 10 Tf 5 6 Td <00340034> Tj ET'), '〔图〕'],
  };
  test.each(Object.entries(kinds))('%s', async (_, [held, sign]) => {
    expect(await read(held)).toMatchObject({ cell: sign });
  });
});

test('labels cut away in part stay whole', async () => {
  const operators = `q 181 571 40 22 re W n ${shown('行政处罚行政强制', { x: 190 })} Q`;
  expect(await read({ operators })).toMatchObject({ cell: '行政处罚行政强制', unseen: [] });
});
