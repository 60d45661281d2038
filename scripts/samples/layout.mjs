// Lays a report out as a list of headings, paragraphs and tables; every format is printed from this one list.
import { formOf } from '../../dist/report/forms/index.js';

const cell = (text, { cols = 1, rows = 1 } = {}) => ({ text: String(text), cols, rows });

/** Table 二: each block is its item line, its column headers and its rows. */
function disclosures(form, figures) {
  const width = Math.max(...form.disclosures.blocks.map((block) => block.columns.length)) + 1;
  const fill = (cells) => {
    const last = cells.at(-1);
    last.cols += width - cells.reduce((sum, each) => sum + each.cols, 0);
    return cells;
  };
  return form.disclosures.blocks.flatMap((block) => [
    [cell(block.item, { cols: width })],
    fill([cell('信息内容'), ...block.columns.map(([, header]) => cell(header))]),
    ...block.rows
      .filter(([id]) => figures[id] !== null)
      .map(([id, label]) => fill([cell(label), ...figures[id].map((value) => cell(value))])),
  ]);
}

/** Table 三: group headings stand beside their rows as merged cells. */
function applications(form, figures) {
  const { columns, corner, above } = form.applications;
  const head = [
    [cell(corner, { cols: 3, rows: 3 }), cell(above[0], { cols: 7 })],
    [cell(columns[0][1], { rows: 2 }), cell(above[1], { cols: 5 }), cell(columns[6][1], { rows: 2 })],
    columns.slice(1, 6).map(([, header]) => cell(header)),
  ];
  const entries = form.applications.rows;
  const isGroup = (entry) => !Array.isArray(entry);
  const isTop = (label) => /^[一二三四]、/.test(label);
  const isMiddle = (label) => /^（.）/.test(label);
  const results = entries.filter((entry) => !isGroup(entry) && !isTop(entry[1])).length;
  const body = [];
  let waiting = [];
  entries.forEach((entry, index) => {
    if (isGroup(entry)) {
      const next = entries.slice(index + 1);
      const end = next.findIndex((each) => isGroup(each) || !/^\d/.test(each[1]));
      waiting.push(isTop(entry.group) ? cell(entry.group, { rows: results }) : cell(entry.group, { rows: end }));
      return;
    }
    const [id, label] = entry;
    const values = figures[id] ?? [0, 0, 0, 0, 0, 0];
    const total = values.length > 6 ? values[6] : values.reduce((sum, value) => sum + value, 0);
    const printed = [...values.slice(0, 6), total].map((value) => cell(value));
    const labelCell = cell(label, { cols: isTop(label) ? 3 : isMiddle(label) ? 2 : 1 });
    body.push([...waiting, labelCell, ...printed]);
    waiting = [];
  });
  return [...head, ...body];
}

/** Table 四: one line of fifteen numbers under three levels of headers. */
function disputes(form, values) {
  const { rows, columns, above } = form.disputes;
  const names = columns.map(([, header]) => cell(header));
  return [
    [cell(rows[0][1], { cols: 5 }), cell(above[0], { cols: 10 })],
    [
      ...columns.map(([, header]) => cell(header, { rows: 2 })),
      cell(rows[1][1], { cols: 5 }),
      cell(rows[2][1], { cols: 5 }),
    ],
    [...names, ...names.map((each) => ({ ...each }))],
    values.map((value) => cell(value)),
  ];
}

export function layout(report) {
  const form = formOf(report.form);
  const p = (text) => ({ kind: 'paragraph', text });
  const h = (text) => ({ kind: 'heading', text });
  const t = (rows) => ({ kind: 'table', rows });
  return [
    { kind: 'title', text: `${report.bureau}${report.year}年政府信息公开工作年度报告` },
    p(report.preamble),
    p(report.contact),
    h('一、总体情况'),
    ...report.overview.map(p),
    h('二、主动公开政府信息情况'),
    t(disclosures(form, report.disclosures)),
    h('三、收到和处理政府信息公开申请情况'),
    t(applications(form, report.applications)),
    h('四、政府信息公开行政复议、行政诉讼情况'),
    t(disputes(form, report.disputes)),
    h('五、存在的主要问题及改进情况'),
    ...report.problems.map(p),
    h('六、其他需要报告的事项'),
    ...report.other.map(p),
  ];
}

/** A table as a plain matrix: a merged cell's text stands in its first place, the others it covers are empty. */
export function matrix(rows) {
  const grid = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const each of row) {
      while (grid[r][c] !== undefined) c += 1;
      for (let y = 0; y < each.rows; y += 1)
        for (let x = 0; x < each.cols; x += 1)
          if (grid[r + y]) grid[r + y][c + x] = { text: y || x ? '' : each.text, first: !y && !x, each };
      c += each.cols;
    }
  });
  return grid;
}
