import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../src/parsing/document.ts';
import { gridRows } from '../../../src/parsing/tables/grid-rows.ts';
import { readApplications } from '../../../src/parsing/tables/read-applications.ts';
import { readDisclosures } from '../../../src/parsing/tables/read-disclosures.ts';
import { readDisputes } from '../../../src/parsing/tables/read-disputes.ts';

/** A grid from rows of texts; `n*text` spans n columns. */
function grid(...rows: string[][]): Grid {
  const cells = rows.flatMap((texts, row) => {
    let column = 0;
    return texts.map((printed) => {
      const [, span, text] = /^(?:(\d)\*)?(.*)$/u.exec(printed)!;
      const c0 = column;
      column += Number(span ?? 1);
      return { text: text!, r0: row, r1: row, c0, c1: column - 1, place: { table: 1, row: row + 1, column: c0 + 1 } };
    });
  });
  const columns = Math.max(...cells.map(({ c1 }) => c1)) + 1;
  return { cells, rows: rows.length, columns, source: 'html', place: { table: 1 } };
}

const values = (read: { cells: Record<string, { value: number | null; state: string }> } | null) =>
  Object.fromEntries(Object.entries(read?.cells ?? {}).map(([address, { value, state }]) => [address, value ?? state]));
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉'];

describe('table 三', () => {
  test('an empty cell between label and values is no value', () => {
    const read = readApplications(
      gridRows([
        grid(
          ['3*', ...applicants],
          ['3*一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
          ['3*二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0'],
          ['三、本年度办理结果', '（一）予以公开', '', '7', '', '', '1', '', '', '8'],
        ),
      ]),
      'grid',
    );
    expect(values(read)).toMatchObject({
      'applications.received.other': 6,
      'applications.granted.person': 7,
      'applications.granted.business': 'blank',
      'applications.granted.total': 8,
    });
  });

  test('cells of Word 97, counted from the left: a group before the label moves no value of its row', () => {
    const table = grid(
      ['', ...applicants],
      ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
      ['二、上年结转政府信息公开申请数量', '3', '0', '1', '0', '0', '3', '7'],
      ['三、本年度办理结果', '（一）予以公开', '9', '', '', '', '', '', ''],
      ['（二）部分公开', '', '', '4', '', '', '', ''],
    );
    const read = readApplications(gridRows([{ ...table, source: 'tab' }]), 'grid');
    expect(values(read)).toMatchObject({
      'applications.granted.person': 9,
      'applications.granted.total': 'blank',
      'applications.partlyGranted.research': 4,
    });
    expect(read?.doubtful).toEqual([]);
  });

  test('a row cut by the end of a page keeps its label; a repeated head is no row', () => {
    const read = readApplications(
      gridRows([
        grid(['3*', ...applicants], ['3*一、本年新收政府信息公开申请数量', '', '', '', '', '', '', '']),
        grid(['3*', '1', '2', '3', '4', '5', '6', '21'], ['3*', ...applicants]),
        grid(['3*二、上年结转政府信息公开申请数量', '7', '0', '0', '0', '0', '0', '7']),
      ]),
      'grid',
    );
    expect(values(read)).toMatchObject({ 'applications.received.total': 21, 'applications.carriedIn.person': 7 });
  });

  test('a row cut by the end of a page whose label stands on the next: its values, in doubt', () => {
    const head = ['', '', ...applicants];
    const group = (text: string): string[][] => [
      [text, '1.本机关不掌握相关政府信息', '9', '0', '0', '0', '0', '0', '9'],
      ['', '', '1', '2', '3', '4', '5', '6', '21'],
    ];
    const below = ['', '2.没有现成信息需要另行制作', '', '', '', '', '', '', ''];
    const onPage = (page: number, ...rows: string[][]): Grid => {
      const made = grid(...rows);
      return { ...made, cells: made.cells.map((cell) => ({ ...cell, place: { page } })) };
    };
    const upper = onPage(1, head, ...group('（四）无法提供'));
    const tall = upper.cells.flatMap((cell) => {
      if (cell.c0 > 0 || cell.r0 === 0) return [cell];
      return cell.r0 === 1 ? [{ ...cell, r1: 2 }] : [];
    });
    for (const first of [upper, { ...upper, cells: tall }]) {
      const read = readApplications(gridRows([first, onPage(2, below)]), 'grid');
      expect(values(read)).toMatchObject({ 'applications.unavailable.needsMaking.total': 21 });
      expect(read!.doubtful.filter((address) => address.includes('needsMaking'))).toHaveLength(7);
    }
    const begun = onPage(1, head, ...group('（三）不予公开').slice(0, 1), [
      '（四）无法提供',
      '',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '21',
    ]);
    expect(values(readApplications(gridRows([begun, onPage(2, below)]), 'grid'))).toMatchObject({
      'applications.unavailable.needsMaking.total': 21,
    });
    // On one page the label above may be lost as well: the values are nobody's, and the blanks are not sure.
    const read = readApplications(gridRows([{ ...upper, cells: tall }, onPage(1, below)]), 'grid');
    expect(values(read)).toMatchObject({ 'applications.unavailable.needsMaking.total': 'blank' });
    expect(read!.doubtful.filter((address) => address.includes('needsMaking'))).toHaveLength(7);
  });

  test('one number merged over all columns gives no cell', () => {
    const read = readApplications(
      gridRows([
        grid(
          ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
          ['二、上年结转政府信息公开申请数量', '7*0'],
        ),
      ]),
      'grid',
    );
    expect(Object.keys(read!.cells).filter((address) => address.includes('carriedIn'))).toEqual([]);
    expect(read!.rows.find(({ id }) => id === 'carriedIn')?.tokens).toEqual(['0']);
  });
});

test('table 二 with blocks of both forms is mixed, and a local row maps to no cell', () => {
  const read = readDisclosures(
    gridRows([
      grid(
        ['4*第二十条第（一）项'],
        ['信息内容', '本年新', '本年新', '对外公开总数量'],
        ['规章（设区的市应提供）', '1', '2', '3'],
        ['规范性文件', '4', '5', '6（其中修订1件）'],
        ['其他主动公开文件', '7', '8', '9'],
        ['4*第二十条第（五）项'],
        ['信息内容', '3*本年处理决定数量'],
        ['行政许可', '3*10'],
      ),
    ]),
    'grid',
  );
  expect(read?.form).toBe('mixed');
  expect(values(read)).toEqual({
    'disclosures.regulations.newlyMade': 1,
    'disclosures.regulations.newlyDisclosed': 2,
    'disclosures.regulations.totalDisclosed': 3,
    'disclosures.normativeDocuments.newlyMade': 4,
    'disclosures.normativeDocuments.newlyDisclosed': 5,
    'disclosures.normativeDocuments.totalDisclosed': 6,
    'disclosures.licences.decisions': 10,
  });
  expect(read?.rows.find(({ id }) => id === null)).toMatchObject({
    label: '其他主动公开文件',
    tokens: ['7', '8', '9'],
  });
});

describe('table 四', () => {
  const figures = Array.from({ length: 15 }, (_, at) => String(at + 1));
  const expected = Object.fromEntries(
    ['reconsideration', 'litigation', 'litigationAfterReconsideration'].flatMap((row, r) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((column, c) => [
        `disputes.${row}.${column}`,
        r * 5 + c + 1,
      ]),
    ),
  );

  test.each([
    [
      'one row of fifteen',
      grid(['5*行政复议', '5*未经复议直接起诉', '5*复议后起诉'], [...outcomes, ...outcomes, ...outcomes], figures),
    ],
    [
      'three rows of five',
      grid(['', ...outcomes], ...kinds.map((kind, r) => [kind, ...figures.slice(r * 5, r * 5 + 5)])),
    ],
    [
      'lying on its side',
      grid(['', ...kinds], ...outcomes.map((outcome, c) => [outcome, figures[c]!, figures[5 + c]!, figures[10 + c]!])),
    ],
  ])('%s', (_, table) => {
    expect(values(readDisputes(gridRows([table]), 'grid', true))).toEqual(expected);
  });

  test('fourteen values give no cell, and stay as printed', () => {
    const read = readDisputes(
      gridRows([grid(['5*行政复议', '5*未经复议直接起诉', '5*复议后起诉'], figures.slice(1))]),
      'grid',
      true,
    );
    expect(read?.cells).toEqual({});
    expect(read?.rows[0]?.tokens).toEqual(figures.slice(1));
  });
});
