import { describe, expect, test } from 'vitest';
import type { Document, Token } from '../../../src/parsing/document.ts';
import { readTokenTables } from '../../../src/parsing/tables/token-reader.ts';
import { applicantColumns, formOf } from '../../../src/report/forms/index.ts';

const size = 10;
const word = (text: string, x: number, y: number): Token => ({
  text,
  page: 1,
  x,
  y,
  width: [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? size : size / 2), 0),
  height: size,
});
const centred = (text: string, middle: number, y: number): Token => {
  const token = word(text, 0, y);
  return { ...token, x: middle - token.width / 2 };
};

const middles = [250, 290, 330, 370, 410, 450, 490];
const heads = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计'].map((text, at) =>
  centred(text, middles[at]!, 20),
);

interface Row {
  label: string;
  values: readonly (string | readonly string[])[];
}

/** Table 三 on one page: label left, values centred in their columns, pieces of one value below each other. */
function page(
  rows: readonly Row[],
  labelTokens = (label: string, y: number): Token[] => [word(label, 50, y)],
): Document {
  const tokens = rows.flatMap(({ label, values }, at) => {
    const y = 60 + at * 40;
    const cells = values.flatMap((value, column) =>
      [value].flat().flatMap((piece, line) => (piece === '' ? [] : [centred(piece, middles[column]!, y + line * 12)])),
    );
    return [...labelTokens(label, y), ...cells];
  });
  const lines = [
    {
      text: '三、收到和处理政府信息公开申请情况',
      place: { page: 1, box: [50, 0, 200, 10] as [number, number, number, number] },
    },
  ];
  return {
    format: 'pdf',
    pageCount: 1,
    recognised: false,
    lines,
    grids: [],
    tokens: [...heads, ...tokens],
    declaredTitle: null,
  };
}

const section = [{ id: 'applications' as const, start: 0, end: 1, body: 1, heading: '三、', numeral: '三' }];
const labels = formOf('2021').applications.rows.flatMap((row) => ('group' in row ? [] : [row[1]]));
const ids = formOf('2021').applications.rows.flatMap((row) => ('group' in row ? [] : [row[0]]));
const figure = (row: number, column: number): string => String(100 + row * 7 + column);
const full = (row: number): string[] => applicantColumns.map((_, column) => figure(row, column));
const read = (document: Document) => readTokenTables(document, section)[0];

describe('table 三 by the position of its words', () => {
  test('every number in its column', () => {
    const cells = read(page(labels.map((label, row) => ({ label, values: full(row) }))))!.cells;
    expect(Object.keys(cells)).toHaveLength(175);
    for (const [row, id] of ids.entries())
      for (const [column, applicant] of applicantColumns.entries())
        expect(cells[`applications.${id}.${applicant}`]?.raw).toBe(figure(row, column));
  });

  test('a column without any value is blank, not closed up', () => {
    const cells = read(
      page(labels.map((label, row) => ({ label, values: full(row).map((v, at) => (at === 3 ? '' : v)) }))),
    )!.cells;
    expect(cells['applications.received.welfare']).toMatchObject({ value: null, state: 'blank' });
    expect(cells['applications.carriedOut.total']?.value).toBe(Number(figure(24, 6)));
  });

  test('a number broken inside its cell is one number; two numbers that only stand below each other are none', () => {
    const rows = labels.map((label, row): Row => ({ label, values: full(row) }));
    rows[4] = { label: labels[4]!, values: [['952', '6'], ...full(4).slice(1)] };
    rows[7] = { label: labels[7]!, values: [['1', '2'], ...full(7).slice(1)] };
    const cells = read(page(rows))!.cells;
    expect(cells['applications.denied.stateSecret.person']?.value).toBe(9526);
    expect(cells['applications.denied.thirdParty.person']).toBeUndefined();
  });

  test('list numbers that stand alone are no values', () => {
    const alone = (label: string, y: number): Token[] => {
      const list = /^(\d)\.(.*)$/u.exec(label);
      return list ? [word(list[1]!, 50, y), word('、', 58, y), word(list[2]!, 69, y)] : [word(label, 50, y)];
    };
    const table = read(
      page(
        labels.map((label, row) => ({ label, values: full(row) })),
        alone,
      ),
    )!;
    expect(Object.keys(table.cells)).toHaveLength(175);
    expect(table.form).toBe('2021');
  });
});
