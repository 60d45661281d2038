import { limits } from './limits.ts';
import { isObject, list, type Problems, textOf } from './problems.ts';

type Block = Record<string, unknown>;

export function checkTable(problems: Problems, at: string, block: Block) {
  const rows = list(block.rows);
  problems.between(`${at}.rows`, rows.length, 1, limits.table.rows, 'rows');
  checkCells(problems, at, rows, limits.table);
}

export function checkDataTable(problems: Problems, at: string, block: Block) {
  const rows = list(block.rows);
  problems.between(`${at}.rows`, rows.length, 2, limits.dataTable.rows, 'rows');
  problems.text(`${at}.caption`, block.caption, limits.section.text);
  const widths = new Set(rows.map((row) => list(row).length));
  if (widths.size > 1) problems.add(`${at}.rows`, 'rows differ in length');
  if (list(rows[0]).some((cell) => isObject(cell) && cell.type === 'rich_text'))
    problems.add(`${at}.rows[0]`, 'the header takes no rich_text');
  if (block.page_size !== undefined)
    problems.between(`${at}.page_size`, Number(block.page_size), 1, limits.dataTable.pageSize, 'rows a page');
  checkCells(problems, at, rows, limits.dataTable);
}

function checkCells(problems: Problems, at: string, rows: unknown[], most: { columns: number; characters: number }) {
  let characters = 0;
  rows.forEach((row, r) => {
    problems.between(`${at}.rows[${r}]`, list(row).length, 1, most.columns, 'columns');
    for (const [c, cell] of list(row).entries()) {
      checkCell(problems, `${at}.rows[${r}][${c}]`, cell);
      characters += [...textOf(cell)].length;
    }
  });
  problems.atMost(`${at}.rows`, characters, most.characters, 'characters');
}

function checkCell(problems: Problems, at: string, cell: unknown) {
  if (!isObject(cell)) problems.add(at, 'is no cell');
  else if (cell.type === 'raw_number') checkNumber(problems, at, cell.value);
  else if (cell.type === 'raw_text') problems.text(`${at}.text`, cell.text, limits.table.characters);
  else if (cell.type !== 'rich_text') problems.add(at, `unknown cell type “${cell.type}”`);
}

function checkNumber(problems: Problems, at: string, value: unknown) {
  if (typeof value !== 'number' || !Number.isFinite(value)) problems.add(at, 'raw_number needs a number in value');
}

export function checkChart(problems: Problems, at: string, block: Block) {
  const most = limits.chart;
  problems.text(`${at}.title`, block.title, most.title);
  const chart = isObject(block.chart) ? block.chart : {};
  if (chart.type === 'pie') return checkSlices(problems, `${at}.chart.segments`, list(chart.segments));
  if (!['bar', 'line', 'area'].includes(String(chart.type))) return problems.add(`${at}.chart`, 'unknown chart type');
  const axis = isObject(chart.axis_config) ? chart.axis_config : {};
  const categories = list(axis.categories);
  problems.between(`${at}.chart.axis_config.categories`, categories.length, 1, most.points, 'categories');
  categories.forEach((name, i) => void problems.text(`${at}.chart.axis_config.categories[${i}]`, name, most.label));
  for (const key of ['x_label', 'y_label'])
    if (axis[key] !== undefined) problems.text(`${at}.chart.axis_config.${key}`, axis[key], most.axisLabel);
  const series = list(chart.series);
  problems.between(`${at}.chart.series`, series.length, 1, most.series, 'series');
  series.filter(isObject).forEach((line, i) => {
    const place = `${at}.chart.series[${i}]`;
    problems.text(`${place}.name`, line.name, most.label);
    const labels = list(line.data).map((point) => (isObject(point) ? point.label : undefined));
    if (categories.some((name) => !labels.includes(name)) || labels.length !== categories.length)
      problems.add(place, 'every series needs every category, once');
    list(line.data).forEach((point, j) => {
      checkNumber(problems, `${place}.data[${j}]`, isObject(point) ? point.value : undefined);
    });
  });
}

function checkSlices(problems: Problems, at: string, segments: unknown[]) {
  problems.between(at, segments.length, 1, limits.chart.slices, 'segments');
  segments.filter(isObject).forEach((segment, i) => {
    problems.text(`${at}[${i}].label`, segment.label, limits.chart.label);
    if (!(Number(segment.value) > 0)) problems.add(`${at}[${i}].value`, 'must be more than 0');
  });
}
