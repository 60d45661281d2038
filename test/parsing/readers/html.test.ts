import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/parsing/readers/html.ts';

const read = (html: string) => readHtml(Buffer.from(html));
const texts = (html: string) => read(html).lines.map((line) => line.text);
const grid = (table: string) =>
  read(table).grids.map(({ cells, rows, columns }) => ({ cells: cells.map((cell) => cell.text), rows, columns }));

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
];
const sections = headings.map((heading) => `<p><b>${heading}</b></p><p>见下表。</p>`).join('');

describe('a government page', () => {
  const page = `<html><head><title>年报_演示县</title><meta name="ArticleTitle" content="演示县林业局2023年政府信息公开工作年度报告">
    <style>p{margin:1 2 3}</style><script>var a="5 6 7"</script></head>
    <body><div class="nav"><a>首页</a><ul>${headings.map((h) => `<li><a href="#">${h}</a></li>`).join('')}</ul></div>
    <div>当前位置：首页 &gt; 政府信息公开年报</div>
    <h1>演示县林业局2023年<br>政府信息公开工作年度报告</h1><h2>演示县林业局2023年政府信息公开工作年度报告</h2><p>发布时间：2024-01-20</p>
    <div id="zoom"><p>现发布本报告。</p>${sections}<table><tr><td>规章</td><td></td></tr></table><p>完。</p><p style="display:none">88</p></div>
    <div class="more"><a>演示县林业局2022年政府信息公开工作年度报告</a></div><div>ICP备 05001234号</div></body></html>`;

  test('gives the report without the site around it', () => {
    const lines = texts(page);
    expect(lines[0]).toBe('演示县林业局2023年政府信息公开工作年度报告');
    expect(lines.slice(1, 4)).toEqual(['发布时间：2024-01-20', '现发布本报告。', '一、总体情况']);
    expect(lines.slice(-2)).toEqual(['规章\t', '完。']);
    expect(read(page).declaredTitle).toBe('演示县林业局2023年政府信息公开工作年度报告');
  });
});

test('paragraphs end paragraphs, a line break does not', () => {
  const { lines } = read('<p>一是<span>44</span>件；<br>二是　6件。</p>\n<p>完</p>');
  expect(lines.map(({ text, endsParagraph }) => [text, endsParagraph])).toEqual([
    ['一是44件；', false],
    ['二是　6件。', true],
    ['完', true],
  ]);
});

test('spans of cells are kept, blank cells too, with their place', () => {
  const { grids, lines } = read(
    '<table><tr><th rowspan="2">申请人</th><th colspan="2">法人</th></tr><tr><td>商业<br>企业</td><td>&nbsp;</td></tr></table>',
  );
  expect(grids[0]).toMatchObject({ rows: 2, columns: 3, source: 'html' });
  expect(grids[0]!.cells).toEqual([
    { text: '申请人', r0: 0, r1: 1, c0: 0, c1: 0, place: { table: 1, row: 1, column: 1 } },
    { text: '法人', r0: 0, r1: 0, c0: 1, c1: 2, place: { table: 1, row: 1, column: 2 } },
    { text: '商业企业', r0: 1, r1: 1, c0: 1, c1: 1, place: { table: 1, row: 2, column: 2 } },
    { text: '', r0: 1, r1: 1, c0: 2, c1: 2, place: { table: 1, row: 2, column: 3 } },
  ]);
  expect(lines.map((line) => [line.text, line.grid])).toEqual([
    ['申请人\t法人', 0],
    ['商业企业\t', 0],
  ]);
});

test('two numbers in one cell never become one', () => {
  const apart = '<b style="display:block">12</b><i style="margin-left:-200px">5</i>';
  expect(grid(`<table><tr><td>规章</td><td>${apart}</td></tr></table>`)[0]!.cells).toEqual(['规章', '12 5']);
  expect(
    grid('<table><tr><td><p>12</p><p>5</p></td><td>44<sup>1</sup></td><td><s>7</s>8</td></tr></table>')[0]!.cells,
  ).toEqual(['12 5', '44¹', '8']);
});

test.each([
  ['struck out by style', '<span style="text-decoration: line-through">44</span>45', '45'],
  ['too small to see', '44<span style="font-size:0">1</span>', '44'],
  ['next to nothing', '44<span style="font-size: 0.1px">1</span>', '44'],
  ['too faint to see', '44<span style="opacity:.01">1</span>', '44'],
  ['moved off the page', '<span style="position:absolute; left:-9999px">1</span>44', '44'],
  ['cut away', '<span style="clip: rect(0, 0, 0, 0)">1</span>44', '44'],
  ['hidden by the page’s style sheet', '44<i class="tip">1</i>', '44'],
  ['hidden on phones only', '4<i class="wide">4</i>', '44'],
  ['hidden only in print', '4<i class="screen">4</i>', '44'],
  ['lowered', '44<sub>1</sub>', '44¹'],
])('what is %s adds nothing to the number of its cell', (_, inner, number) => {
  const style =
    '<style>.tip, .x::before { display: none } @media print { .screen { display: none } } @media (max-width: 600px) { .wide { display: none } }</style>';
  expect(grid(`${style}<table><tr><td>规章</td><td>${inner}</td></tr></table>`)[0]!.cells).toEqual(['规章', number]);
});

test.each([
  ['@media screen', true],
  ['@media only screen and (min-width: 768px)', true],
  ['@media (min-width: 48em)', true],
  ['@media print, screen', true],
  ['@media not print', true],
  ['@supports (display: grid)', true],
  ['@media screen and (max-width: 767px)', false],
  ['@media (min-width: 2560px)', false],
  ['@media (width <= 600px)', false],
  ['@media print', false],
  ['@media not screen', false],
  ['@media (prefers-reduced-motion: reduce)', false],
  ['@media screen { @media print', false],
  ['@font-face', false],
])('what a style sheet hides under %s on a desktop screen: %s', (rule, hides) => {
  const end = '}'.repeat(rule.split('{').length);
  const style = `<style>@import "a.css"; ${rule} { td .note { color: red; display: none } ${end} .seen { color: red }</style>`;
  const cells = grid(`${style}<table><tr><td>规章</td><td>4<i class="note seen">4</i></td></tr></table>`)[0]!.cells;
  expect(cells).toEqual(['规章', hides ? '4' : '44']);
});

test('a rule nested in another one does not hide what the outer one stands for', () => {
  const style = '<style>.note { color: red; .tip { display: none } }</style>';
  expect(grid(`${style}<table><tr><td>规章</td><td>4<i class="note">4</i></td></tr></table>`)[0]!.cells[1]).toBe('44');
});

test('every rule that hides counts, however many there are; a sheet for paper does not', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `.hide-${at}`).join(', ');
  const style = `<style>${many}, .note { display: none }</style><style media="print">.seen { display: none }</style>`;
  const cells = grid(
    `${style}<table><tr><td>规章</td><td>4<i class="note">4</i><i class="seen">5</i></td></tr></table>`,
  );
  expect(cells[0]!.cells).toEqual(['规章', '45']);
});

test.each([
  ['a field that was filled in', '<input value=" 44 ">', '44'],
  ['a choice', '<select><option>1</option><option selected>44</option></select>', '44'],
  ['a longer field', '<div><textarea>44</textarea></div>', '44'],
  ['a picture', '<p><img src="44.png" alt=""></p>', '〔图〕'],
  ['an empty field', '<input type="text">', ''],
  ['a button', '<input type="button" value="44">', ''],
  ['a spacer', '<img src="x.gif" width="1">', ''],
  ['a number beside an icon', '44<img src="new.gif">', '44'],
])('a cell with %s', (_, inner, text) => {
  expect(grid(`<table><tr><td>规章</td><td>${inner}</td></tr></table>`)[0]!.cells[1]).toBe(text);
});

test('a table that lays out the page is no table of figures', () => {
  const { grids, lines } = read(
    '<table><tr><td>目录</td><td><p>规章</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
  );
  expect(grids).toHaveLength(1);
  expect(lines.map((line) => line.text)).toEqual(['目录', '规章', '1\t2']);
});

test('absurd spans and nesting are refused, small ones corrected', () => {
  const row = (cell: string) => `<table><tr>${cell}<td>1</td></tr></table>`;
  expect(grid(row('<td rowspan="0" colspan="-3">规章</td>'))).toEqual([{ cells: ['规章', '1'], rows: 1, columns: 2 }]);
  expect(() =>
    read(`<table>${`<tr>${'<td colspan="99999" rowspan="99999">1</td>'.repeat(9)}</tr>`.repeat(300)}</table>`),
  ).toThrow(/E-TABLE-SIZE/);
  expect(() => read('<div>'.repeat(5000))).toThrow(/E-HTML-DAMAGED/);
});

test('Markdown that begins with a tag keeps its lines', () => {
  expect(texts('<table><tr><td>规章</td></tr></table>\n一、总体情况\n收到 12 件。')).toEqual([
    '规章',
    '一、总体情况',
    '收到 12 件。',
  ]);
});

test('a table in every cell of a table belongs to its cell; a table in a box of the page stays a table of its own', () => {
  const framed = (text: string) => `<td><table><tr><td>${text}</td></tr></table></td>`;
  const table = `<table>${[
    ['行政处罚', '12', ''],
    ['行政强制', '', '3'],
  ]
    .map((row) => `<tr>${row.map(framed).join('')}</tr>`)
    .join('')}</table>`;
  expect(grid(table)).toEqual([{ cells: ['行政处罚', '12', '', '行政强制', '', '3'], rows: 2, columns: 3 }]);
  const boxed = `<table><tr><td>首页</td></tr><tr><td><p>报告</p>${table}</td></tr></table>`;
  expect(grid(boxed)).toEqual(grid(table));
});

test('rows of blocks keep their blank cells; paragraphs beside each other are no row', () => {
  expect(
    texts('<div><div>行政许可</div><div></div></div><div><div>规章</div><div>1</div><div></div><div>/</div></div>'),
  ).toEqual(['行政许可\t', '规章\t1\t\t/']);
  expect(texts('<div><div>规章</div><div>1</div><div></div><div>/ 22</div></div>')).toEqual(['规章\t1\t\t/ 22']);
  // the values of table 四 have no label; one of them may be lost, or too many
  for (const count of [14, 15, 16]) {
    const values = Array.from({ length: count }, (_, at) => (at === 10 ? '' : String(at)));
    expect(texts(`<ul>${values.map((value) => `<li>${value}</li>`).join('')}</ul>`)).toEqual([values.join('\t')]);
  }
  expect(texts('<div><p>公开情况</p><p>全年公开信息 12 条。</p></div>')).toEqual(['公开情况', '全年公开信息 12 条。']);
});

test('rules nested as deep as nobody writes them hide nothing, and the page is read', () => {
  const style = `<style>${'a{'.repeat(50_000)}display:none${'}'.repeat(50_000)} .tip { display: none }</style>`;
  const table = '<table><tr><td>规章</td><td>44<i class="tip">1</i></td></tr></table>';
  expect(grid(style + table)[0]!.cells).toEqual(['规章', '44']);
});
