import { h, svg } from '../dom.ts';
import { isJson, type Json, jsons, list, str } from '../shapes.ts';

const WIDTH = 640;
const HEIGHT = 280;
const EDGE = { left: 56, right: 16, top: 16, bottom: 44 };
const colours = [
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
  'var(--chart-5)',
  'var(--chart-6)',
];
const dashes = ['', '6 4', '2 3', '8 3 2 3', '1 4', '10 4'];
const colour = (index: number): string => colours[index % colours.length] ?? '';

interface Series {
  name: string;
  values: Map<string, number>;
}

/** A `data_visualization` block as SVG; every value also stands as text in a table for screen readers. */
export function chart(block: Json): HTMLElement {
  const drawing = isJson(block.chart) ? block.chart : {};
  const title = str(block.title);
  if (drawing.type === 'pie') return pie(title, jsons(drawing.segments));
  const axis = isJson(drawing.axis_config) ? drawing.axis_config : {};
  const categories = list(axis.categories).map(String);
  const series = jsons(drawing.series).map((entry) => ({
    name: str(entry.name),
    values: new Map(jsons(entry.data).map((point) => [str(point.label), Number(point.value)])),
  }));
  const values = series.flatMap((entry) => [...entry.values.values()]);
  const scale = scaleFor(Math.min(0, ...values), Math.max(1, ...values));
  const slot = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, categories.length);
  const middle = (index: number) => EDGE.left + slot * (index + 0.5);
  const marks =
    drawing.type === 'bar'
      ? bars(series, categories, slot, scale.y)
      : lines(series, categories, middle, scale.y, drawing.type === 'area');
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, title),
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}：${said(series)}` },
      scale.ticks.map((tick) => [
        svg('line', { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: scale.y(tick), y2: scale.y(tick), class: 'grid' }),
        svg('text', { x: EDGE.left - 8, y: scale.y(tick) + 4, class: 'tick end' }, tick.toLocaleString()),
      ]),
      categories.map((name, i) =>
        svg('text', { x: middle(i), y: HEIGHT - EDGE.bottom + 20, class: 'tick middle' }, short(name, slot)),
      ),
      axis.x_label ? svg('text', { x: WIDTH / 2, y: HEIGHT - 4, class: 'tick middle' }, str(axis.x_label)) : null,
      axis.y_label ? svg('text', { x: 4, y: 10, class: 'tick' }, str(axis.y_label)) : null,
      marks,
    ),
    series.length > 1 && legend(series.map((entry) => entry.name)),
  );
}

const said = (series: Series[]): string =>
  series
    .map(({ name, values }) => `${name} ${[...values].map(([label, value]) => `${label} ${value}`).join('，')}`)
    .join('；');

const short = (name: string, room: number): string => {
  const fits = Math.max(2, Math.floor(room / 13));
  return [...name].length > fits ? `${[...name].slice(0, fits - 1).join('')}…` : name;
};

function scaleFor(least: number, most: number) {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const low = Math.floor(least / step) * step;
  const high = Math.ceil(most / step) * step;
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - ((value - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
  return { y, ticks };
}

function bars(series: Series[], categories: string[], slot: number, y: (value: number) => number): SVGElement[] {
  const width = Math.min(48, (slot * 0.7) / series.length);
  return series.flatMap(({ name, values }, s) =>
    categories.flatMap((category, c) => {
      const value = values.get(category);
      if (value === undefined) return [];
      const x = EDGE.left + slot * (c + 0.5) + (s - series.length / 2) * width;
      const top = Math.min(y(value), y(0));
      const height = Math.max(1, Math.abs(y(value) - y(0)));
      const bar = svg(
        'rect',
        { x: x + 1, y: top, width: width - 2, height, rx: 2, fill: colour(s) },
        svg('title', {}, `${name} ${category} ${value}`),
      );
      const label = svg('text', { x: x + width / 2, y: top - 5, class: 'value middle' }, value.toLocaleString());
      return width >= 18 ? [bar, label] : [bar];
    }),
  );
}

function lines(
  series: Series[],
  categories: string[],
  x: (i: number) => number,
  y: (value: number) => number,
  filled: boolean,
): SVGElement[] {
  return series.flatMap(({ name, values }, s) => {
    const points = categories.flatMap((category, i) => {
      const value = values.get(category);
      return value === undefined ? [] : [{ category, value, x: x(i), y: y(value) }];
    });
    const path = points.map((point, i) => `${i ? 'L' : 'M'}${point.x} ${point.y}`).join('');
    const [first, last] = [points[0], points.at(-1)];
    const area =
      filled && first && last
        ? [svg('path', { d: `${path}L${last.x} ${y(0)}L${first.x} ${y(0)}Z`, fill: colour(s), opacity: 0.18 })]
        : [];
    return [
      ...area,
      svg('path', {
        d: path,
        fill: 'none',
        stroke: colour(s),
        'stroke-width': 2.5,
        'stroke-dasharray': dashes[s % dashes.length],
      }),
      ...points.map((point) =>
        svg(
          'circle',
          { cx: point.x, cy: point.y, r: 4, fill: colour(s) },
          svg('title', {}, `${name} ${point.category} ${point.value}`),
        ),
      ),
      ...(series.length === 1
        ? points.map((point) =>
            svg('text', { x: point.x, y: point.y - 10, class: 'value middle' }, point.value.toLocaleString()),
          )
        : []),
    ];
  });
}

function pie(title: string, segments: Json[]): HTMLElement {
  const sum = segments.reduce((total, segment) => total + Number(segment.value), 0) || 1;
  let angle = -Math.PI / 2;
  const at = (turn: number) => `${110 + 100 * Math.cos(turn)} ${110 + 100 * Math.sin(turn)}`;
  const slices = segments.map((segment, i) => {
    const start = angle;
    angle += (Number(segment.value) / sum) * 2 * Math.PI;
    const large = angle - start > Math.PI ? 1 : 0;
    if (segments.length === 1) return svg('circle', { cx: 110, cy: 110, r: 100, fill: colour(i) });
    return svg('path', {
      d: `M110 110L${at(start)}A100 100 0 ${large} 1 ${at(angle)}Z`,
      fill: colour(i),
      class: 'slice',
    });
  });
  const names = segments.map((segment) => `${str(segment.label)} ${Number(segment.value).toLocaleString()}`);
  return h(
    'figure',
    { class: 'chart pie' },
    h('figcaption', {}, title),
    svg('svg', { viewBox: '0 0 220 220', role: 'img', 'aria-label': `${title}：${names.join('，')}` }, slices),
    legend(names),
  );
}

const legend = (names: string[]): HTMLElement =>
  h(
    'ul',
    { class: 'legend' },
    names.map((name, i) => {
      const mark = svg(
        'svg',
        { viewBox: '0 0 10 10', width: 10, height: 10, 'aria-hidden': 'true' },
        svg('rect', { width: 10, height: 10, rx: 2, fill: colour(i) }),
      );
      return h('li', {}, mark, name);
    }),
  );
