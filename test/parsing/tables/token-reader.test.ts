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

  test('a head that begins above the first line of its table is one of its words', () => {
    const made = page(labels.map((label, row) => ({ label, values: full(row).map((v, at) => (at === 3 ? '' : v)) })));
    const box: [number, number, number, number] = [50, 24, 400, 12];
    const tokens = made.tokens.map((token) => (token.text === '社会' ? { ...token, y: 12 } : token));
    const lines = [...made.lines, { text: '自然人', place: { page: 1, box } }];
    const spans = [{ ...section[0]!, end: 2 }];
    const cells = readTokenTables({ ...made, lines, tokens }, spans)[0]!.cells;
    expect(cells['applications.received.welfare']).toMatchObject({ state: 'blank' });
  });

  test.each([
    ['right', (token: Token, edge: number) => ({ ...token, x: edge + 60 - token.width })],
    ['left', (token: Token, edge: number) => ({ ...token, x: edge })],
  ] as const)('set to the %s, with a column that is blank', (_, flush) => {
    // Short numbers under long heads: their middles tell nothing.
    const long = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const wide = (column: number): number => 230 + column * 64;
    const rows = labels.flatMap((label, row) => [
      word(label.slice(0, 12), 50, 60 + row * 20),
      ...full(row).flatMap((value, column) =>
        column === 6 ? [] : [flush(word(row % 2 ? value : value.slice(-1), 0, 60 + row * 20), wide(column))],
      ),
    ]);
    const printed = { ...page([]), tokens: [...long.map((text, at) => flush(word(text, 0, 20), wide(at))), ...rows] };
    const cells = read(printed)!.cells;
    for (const [row, id] of ids.entries())
      for (const [column, applicant] of applicantColumns.entries()) {
        const value = row % 2 ? figure(row, column) : figure(row, column).slice(-1);
        expect(cells[`applications.${id}.${applicant}`]?.raw).toBe(column === 6 ? '' : value);
      }
  });

  test('two numbers in one cell stand between two columns: no value of their row is sure', () => {
    const long = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const left = (column: number): number => 230 + column * 64;
    const rows = (received: Token[]) =>
      labels.flatMap((label, row) => {
        const y = 60 + row * 20;
        const own = full(row).map((value, column) => word(value, left(column) + 58 - 15, y));
        return [word(label.slice(0, 12), 50, y), ...(row ? own : received)];
      });
    const sure = (received: Token[]): number => {
      const heads = long.map((text, at) => word(text, left(at), 20));
      const found = read({ ...page([]), tokens: [...heads, ...rows(received)] });
      const own = Object.keys(found?.cells ?? {}).filter((address) => address.startsWith('applications.received.'));
      return own.filter((address) => !found!.doubtful.some((other) => other === address)).length;
    };
    const values = ['96', '72', '92', '45', '31', '93', '429'];
    const apart = values.map((text, at) => word(text, left(at) + 58 - text.length * 5, 60));
    expect(sure(apart)).toBe(7);
    // 96 and 72 in the second cell, at its left; the first one is blank
    expect(sure([word('96', left(1), 60), word('72', left(1) + 15, 60), ...apart.slice(2)])).toBe(0);
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

  test('a row with its label and nothing beside it is blank; its neighbours stay where they are', () => {
    for (const bare of [0, 9, 23, 24]) {
      const values = (row: number) => (row === bare ? [] : full(row));
      const cells = read(page(labels.map((label, row) => ({ label, values: values(row) }))))!.cells;
      expect(cells[`applications.${ids[bare]!}.total`], ids[bare]).toMatchObject({ value: null, state: 'blank' });
      expect(Object.values(cells).filter(({ state }) => state === 'number')).toHaveLength(168);
    }
  });

  test('values at the last line of their label, the end of a bracket or a note: the row is not blank', () => {
    for (const end of ['）', '（本年首次）']) {
      const wrapped = (label: string, y: number): Token[] =>
        label.startsWith('（二）')
          ? ['（二）部分公开（区', '分处理的，只计这一', '情形，不计其他情形', end].map((text, at) =>
              word(text, 50, y - 30 + at * 10),
            )
          : [word(label, 50, y)];
      const found = read(
        page(
          labels.map((label, row) => ({ label, values: full(row) })),
          wrapped,
        ),
      );
      const doubtful = new Set<string>(found!.doubtful);
      expect([end, found!.cells['applications.partlyGranted.person']?.state]).not.toEqual([end, 'blank']);
      if (end === '）') expect(found!.cells['applications.partlyGranted.person']).toMatchObject({ value: 121 });
      const wrong = ids.flatMap((id, row) =>
        applicantColumns.filter((applicant, column) => {
          const address = `applications.${id}.${applicant}` as const;
          const cell = found!.cells[address];
          return cell && !doubtful.has(address) && cell.raw !== figure(row, column);
        }),
      );
      expect(wrong).toEqual([]);
    }
  });

  test('words that come behind the values they stand beside: no label is sure', () => {
    const document = page(labels.map((label, row) => ({ label, values: full(row) })));
    const isWord = ({ text }: Token) => labels.some((label) => label === text);
    const late: Token[] = [];
    for (const token of document.tokens) {
      const at = late.findLastIndex((other) => isWord(other) && other.y === token.y);
      if (at >= 0 && late.length - at === applicantColumns.length) late.push(token, ...late.splice(at, 1));
      else late.push(token);
    }
    const found = read({ ...document, tokens: late });
    const doubtful = new Set<string>(found?.doubtful);
    expect(Object.keys(found?.cells ?? {}).filter((address) => !doubtful.has(address))).toEqual([]);
  });

  test('heads set to the left, values to the right: columns by the values, from one head to the end of the next', () => {
    const document = page(labels.map((label, row) => ({ label, values: full(row) })));
    const aside = document.tokens.map((token) => (/^\d+$/u.test(token.text) ? { ...token, x: token.x + 20 } : token));
    const cells = read({ ...document, tokens: aside })!.cells;
    expect(cells['applications.received.person']).toMatchObject({ value: 100 });
    expect(cells['applications.carriedOut.total']).toMatchObject({ value: 274 });
    // one column is blank: nothing tells which
    const lacking = aside.filter(({ x, text }) => !/^\d+$/u.test(text) || Math.abs(x - middles[3]! - 20) > 15);
    expect(read({ ...document, tokens: lacking })?.cells).toEqual({});
  });

  test('a column of notes behind the last one, and one of the form blank: nothing tells which', () => {
    const document = page(labels.map((label, row) => ({ label, values: ['', ...full(row).slice(1)] })));
    const aside = document.tokens.map((token) => (/^\d+$/u.test(token.text) ? { ...token, x: token.x + 20 } : token));
    const notes = labels.map((_, row) => centred(String(900 + row), 560, 60 + row * 40));
    const tokens = [
      ...heads,
      ...labels.flatMap((_, row) => [...aside.filter(({ y }) => y === 60 + row * 40), notes[row]!]),
    ];
    expect(read({ ...document, tokens })?.cells).toEqual({});
  });

  test('two numbers that come as one over both their columns are no number', () => {
    const document = page(labels.map((label, row) => ({ label, values: full(row) })));
    const glued = document.tokens.filter(({ text }) => text !== figure(5, 3));
    const at = glued.findIndex(({ text }) => text === figure(5, 2));
    glued[at] = { ...glued[at]!, text: figure(5, 2) + figure(5, 3), width: 60 };
    const cells = read({ ...document, tokens: glued })?.cells ?? {};
    expect(cells['applications.denied.otherLaws.research']).toBeUndefined();
    expect(cells['applications.denied.otherLaws.welfare']).toBeUndefined();
  });

  test('values of two rows that follow each other without words are taken for neither', () => {
    const document = page(labels.map((label, row) => ({ label, values: full(row) })));
    const isValueOf = (row: number) => (token: Token) => full(row).includes(token.text);
    const [upper, lower] = [document.tokens.filter(isValueOf(3)), document.tokens.filter(isValueOf(4))];
    const kept = [upper[6]!, lower[0]!];
    const rest = document.tokens.filter((token) => !upper.includes(token) && !lower.includes(token));
    const at = rest.findIndex(({ text }) => text === labels[5]);
    const cells = read({ ...document, tokens: [...rest.slice(0, at), ...kept, ...rest.slice(at)] })!.cells;
    expect(cells['applications.partlyGranted.total']).toBeUndefined();
    expect(cells['applications.denied.stateSecret.person']).toBeUndefined();
  });

  test('a row of values printed twice, one below the other, is no row of broken numbers', () => {
    const rows = labels.map((label, row) => ({ label, values: full(row).map((value) => value.slice(-1)) }));
    const twice = (values: string[]): string[][] => values.map((value) => [value, value]);
    const doubled = rows.map(({ label, values }, row) => ({ label, values: row === 5 ? twice(values) : values }));
    expect(read(page(rows))!.cells['applications.denied.otherLaws.total']?.raw).toBe(rows[5]!.values[6]);
    expect(read(page(doubled))!.cells['applications.denied.otherLaws.total']).toBeUndefined();
  });

  test('columns of another width under a repeated head; without the head they are taken for nothing', () => {
    const rows = labels.map((label, row) => ({ label, values: full(row) }));
    const one = page(rows);
    // Half the rows stand on a page where the table lies one column further left, one value left of the first head.
    const moved = one.tokens.map((token) =>
      token.y < 60 + 12 * 40 ? token : { ...token, page: 2, x: token.x > 200 ? token.x - 40 : token.x - 45 },
    );
    const blank = moved.filter(({ text }) => !(Number(text) >= 100 && (Number(text) - 100) % 7 === 2));
    const firstMoved = blank.findIndex(({ page }) => page === 2);
    const repeated = heads.map((head) => ({ ...head, page: 2, x: head.x - 40, y: 500 }));
    const withHead = read({
      ...one,
      tokens: [...blank.slice(0, firstMoved), ...repeated, ...blank.slice(firstMoved)],
    })!;
    expect(withHead.cells['applications.carriedOut.person']?.raw).toBe(figure(24, 0));
    expect(withHead.cells['applications.carriedOut.research']?.state).toBe('blank');
    const without = read({ ...one, tokens: blank });
    expect(without?.cells['applications.carriedOut.business']?.raw).not.toBe(figure(24, 2));
  });

  test('heads that stand so close that they come as one word', () => {
    const document = page(
      labels.map((label, row) => ({ label, values: full(row).map((v, at) => (at === 2 ? '' : v)) })),
    );
    const glued = { ...heads[0]!, text: '商业企业科研机构社会公益组织法律服务机构其他', x: 275, width: 190 };
    const tokens = [heads[0]!, glued, heads[6]!, ...document.tokens.slice(heads.length)];
    const narrow = [250, 292, 327, 370, 422, 457, 490];
    const placed = tokens.map((token) => {
      const at = Number(token.text) >= 100 ? (Number(token.text) - 100) % 7 : -1;
      return at < 0 ? token : centred(token.text, narrow[at]!, token.y);
    });
    const cells = read({ ...document, tokens: placed })!.cells;
    expect(cells['applications.received.research']).toMatchObject({ value: null, state: 'blank' });
    expect(cells['applications.received.welfare']?.raw).toBe(figure(0, 3));
  });
});

describe('table 四 without any value, by the position of its words', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const spans = [{ ...section[0]!, id: 'disputes' as const, heading: '四、', end: 2 }];
  const disputes = (tokens: Token[], next: number) => {
    const made = page([]);
    const box: [number, number, number, number] = [50, next, 200, 10];
    const lines = [...made.lines, { text: '', place: { page: 1 } }, { text: '五、', place: { page: 1, box } }];
    return readTokenTables({ ...made, lines, tokens: [...tokens, word('五、存在的主要问题', 50, next)] }, spans)[0];
  };
  const oneRow = [
    ...kinds.map((text, at) => centred(text, 150 + at * 200, 20)),
    ...kinds.flatMap((_, kind) => outcomes.map((text, at) => centred(text, 60 + (kind * 5 + at) * 45, 40))),
  ];
  const states = (found: ReturnType<typeof disputes>) => Object.values(found?.cells ?? {}).map(({ state }) => state);

  test('fifteen columns and room for a row below: fifteen blanks', () => {
    expect(states(disputes(oneRow, 75))).toEqual(new Array(15).fill('blank'));
  });

  test('no room for a row below the head: nothing was printed', () => {
    expect(states(disputes(oneRow, 55))).toEqual([]);
  });

  test('a head that is not whole tells nothing', () => {
    expect(states(disputes(oneRow.slice(0, -1), 75))).toEqual([]);
  });

  test('three rows with a label each: fifteen blanks', () => {
    const rows = kinds.map((text, at) => word(text, 50, 40 + at * 20));
    const tokens = [...outcomes.map((text, at) => centred(text, 200 + at * 60, 20)), ...rows];
    expect(states(disputes(tokens, 100))).toEqual(new Array(15).fill('blank'));
    expect(states(disputes(tokens.slice(0, -1), 100))).toEqual([]);
  });
});

test('values of two rows without words between, a label without values behind them: its blanks are not sure', () => {
  const of = (second: string[], third: string[]) => {
    const rows = labels.map((label, row): Row => ({ label, values: full(row) }));
    rows[6] = { label: '', values: second };
    rows[7] = { label: labels[7]!, values: third };
    const { cells, doubtful } = read(page(rows, (label, y) => (label ? [word(label, 50, y)] : [])))!;
    const own = Object.keys(cells).filter((address) => address.startsWith(`applications.${ids[7]}.`));
    return own.filter((address) => !doubtful.some((other) => other === address));
  };
  expect(of(full(6), [])).toEqual([]);
  expect(of(full(6), full(7))).toHaveLength(7);
});

test('values at the end of a page below a label, the next label on the next page: neither row is sure', () => {
  const sureAt = (down: number): string[] => {
    const rows = labels.map((label, row): Row => ({ label, values: row === 6 ? [] : full(row) }));
    const made = page(rows);
    const tokens = made.tokens.map((token) => (token.y >= 60 + 6 * 40 ? { ...token, page: 2 } : token));
    const last = tokens.findLastIndex((token) => token.page === 1);
    const [first, values] = [tokens.slice(0, last - 6), tokens.slice(last - 6, last + 1)];
    const lower = values.map((token) => ({ ...token, y: token.y + down }));
    const { cells, doubtful } = read({ ...made, tokens: [...first, ...lower, ...tokens.slice(last + 1)] })!;
    const sure = Object.keys(cells).filter((address) => !doubtful.some((other) => other === address));
    return [5, 6].filter((row) => sure.includes(`applications.${ids[row]}.person`)).map((row) => ids[row]!);
  };
  expect(sureAt(0)).toEqual([ids[5], ids[6]]);
  expect(sureAt(14)).toEqual([]);
});

test('table 二, words behind the values they stand beside, or on the next page: no label is sure', () => {
  const span = [{ ...section[0]!, id: 'disclosures' as const, heading: '二、', numeral: '二' }];
  const head = [word('信息内容', 50, 20), word('本年处理决定数量', 250, 20)];
  const rows = ['行政处罚', '行政强制'].map((label, row) => [
    word(label, 50, 60 + row * 40),
    word(`${row + 1}2`, 280, 60 + row * 40),
  ]);
  const sure = (tokens: Token[]) => {
    const found = readTokenTables({ ...page([]), tokens: [...head, ...tokens] }, span)[0];
    return Object.keys(found?.cells ?? {}).filter((address) => !found!.doubtful.some((other) => other === address));
  };
  expect(sure(rows.flat())).toHaveLength(2);
  expect(sure(rows.flatMap((row) => row.toReversed()))).toEqual([]);
  // 12 at the end of a page, below the label of another row; its own label on the next page
  const [[penalties], [measures]] = [rows[0]!, rows[1]!];
  expect(sure([penalties!, word('12', 280, 74), { ...measures!, page: 2 }])).toEqual([]);
});

describe('table 四 by the position of its values', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const spans = [{ ...section[0]!, id: 'disputes' as const, heading: '四、', end: 2 }];
  const middle = (column: number): number => 60 + column * 45;
  const top = kinds.map((text, at) => centred(text, 150 + at * 200, 20));
  const head = kinds.flatMap((_, kind) =>
    outcomes.map((text, at) => centred(text, middle(kind * 5 + at), 40 + (kind === 0 ? 0 : 4))),
  );
  const values = Array.from({ length: 15 }, (_, at) => centred(String(10 + at), middle(at), 60));
  const read = (tokens: Token[]) => {
    const made = page([]);
    const lines = [...made.lines, { text: '', place: { page: 1 } }];
    return readTokenTables({ ...made, lines, tokens: [...top, ...tokens] }, spans)[0];
  };
  const sure = (tokens: Token[]): string[] => {
    const found = read(tokens);
    const doubted = new Set<string>(found?.doubtful);
    return Object.keys(found?.cells ?? {}).filter((address) => !doubted.has(address));
  };
  /** The fourth value beside the third. */
  const moved = values.map((token, at) => (at === 3 ? centred(token.text, middle(2) + 14, 60) : token));

  test('a value under each head is sure, and so are values as far apart as columns where the heads are lost', () => {
    expect(sure([...head, ...values])).toHaveLength(15);
    expect(sure(values)).toHaveLength(15);
  });

  test('two values under one head and none under the next: no value of the row is sure', () => {
    expect(sure([...head, ...moved])).toEqual([]);
    expect(sure(moved)).toEqual([]);
  });

  test('values beside their heads, not under them: no value of a row with blanks is sure', () => {
    const narrow = head.map((token) => centred(token.text.slice(-2), token.x + token.width / 2, token.y));
    const some = values.filter((_, at) => at !== 7);
    expect(sure([...narrow, ...some])).toHaveLength(15);
    expect(sure([...narrow, ...some.map((token) => ({ ...token, x: token.x + 20 }))])).toEqual([]);
  });

  test('a number cut or glued, or with a sign run together, is a value that cannot be read, and no end of the row', () => {
    for (const text of ['/0', '1,29', ',295', '79-71']) {
      const tokens = values.map((token, at) => (at === 3 ? centred(text, middle(3), 60) : token));
      const cells = read([...head, ...tokens])!.cells;
      expect(cells['disputes.reconsideration.pending']).toMatchObject({ state: 'unreadable', raw: text });
      expect(cells['disputes.reconsideration.total']).toMatchObject({ value: 14 });
    }
  });
});
