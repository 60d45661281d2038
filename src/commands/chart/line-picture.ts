import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { chineseFont, shown } from './font.ts';
import { pngOf } from './png.ts';

/** A line of the picture: a number for each point, or the word for its absence. */
export interface PictureLine {
  name: string;
  points: (number | string)[];
}

const [width, height] = [1200, 675];
const plot = { left: 110, right: 960, top: 110, bottom: 560 };
/** Told apart by colour-blind people, and by dash and marker too. */
const styles = [
  { colour: '#0072B2', dash: [], marker: 'circle' },
  { colour: '#D55E00', dash: [14, 6], marker: 'square' },
  { colour: '#009E73', dash: [4, 6], marker: 'triangle' },
  { colour: '#8C4A7D', dash: [16, 5, 4, 5], marker: 'diamond' },
] as const;
/**
 * Lines over the years as a PNG of 1200 × 675, for what the native chart cannot show: a year without a number breaks
 * the line and says why. At most four lines. `null` where this machine has no font with Chinese characters: boxes tell
 * nobody anything.
 */
export function linePicture(title: string, years: readonly number[], lines: readonly PictureLine[]): Uint8Array | null {
  const name = chineseFont();
  if (name === null) return null;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  const font = (size: number, weight = 'normal') => {
    pen.font = `${weight} ${size}px "${name}"`;
  };
  const numbers = lines.flatMap(({ points }) => points.filter((point): point is number => typeof point === 'number'));
  const scale = scaleOf(numbers);
  const x = (index: number) =>
    years.length === 1
      ? (plot.left + plot.right) / 2
      : plot.left + 40 + (index * (plot.right - plot.left - 80)) / (years.length - 1);
  const y = (value: number) =>
    plot.bottom - ((value - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top);
  font(30, 'bold');
  pen.fillStyle = '#1d1c1d';
  pen.fillText(title, 40, 60, width - 80);
  font(20);
  for (let value = scale.from; value <= scale.to + scale.step / 2; value += scale.step) {
    pen.strokeStyle = '#dddddd';
    pen.lineWidth = 1;
    stroke(pen, [
      [plot.left, y(value)],
      [plot.right, y(value)],
    ]);
    pen.fillStyle = '#616061';
    pen.textAlign = 'right';
    pen.fillText(shown(value), plot.left - 12, y(value) + 7);
  }
  pen.textAlign = 'center';
  for (const [index, year] of years.entries()) pen.fillText(String(year), x(index), plot.bottom + 36);
  const labels: { name: string; at: number; colour: string }[] = [];
  for (const [number, { name, points }] of lines.slice(0, styles.length).entries()) {
    const { colour, dash, marker } = styles[number]!;
    pen.strokeStyle = pen.fillStyle = colour;
    pen.lineWidth = 4;
    for (const run of unbroken(points)) {
      pen.setLineDash([...dash]);
      stroke(
        pen,
        run.map((index) => [x(index), y(points[index] as number)]),
      );
    }
    pen.setLineDash([]);
    font(20, 'bold');
    pen.textAlign = 'center';
    for (const [index, point] of points.entries()) {
      if (typeof point === 'number') {
        mark(pen, marker, x(index), y(point));
        pen.fillText(shown(point), x(index), y(point) + (number % 2 === 0 ? -16 : 32));
      } else {
        font(18);
        pen.fillText(`× ${point}`, x(index), plot.bottom - 14 - number * 24);
        font(20, 'bold');
      }
    }
    const last = points.findLastIndex((point) => typeof point === 'number');
    labels.push({ name, colour, at: last < 0 ? plot.bottom : y(points[last] as number) });
  }
  font(20);
  pen.textAlign = 'left';
  for (const { name, colour, at } of apart(labels)) {
    pen.fillStyle = colour;
    pen.fillText(name, plot.right + 12, at + 7, width - plot.right - 24);
  }
  return pngOf(canvas);
}

/** Round steps from 0, or from below it. */
function scaleOf(numbers: readonly number[]): { from: number; to: number; step: number } {
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  return { from: Math.floor(low / step) * step, to: Math.max(Math.ceil(high / step) * step, step), step };
}

/** Runs of neighbouring points that have numbers. */
function unbroken(points: PictureLine['points']): number[][] {
  const runs: number[][] = [[]];
  for (const [index, point] of points.entries())
    if (typeof point === 'number') runs.at(-1)!.push(index);
    else runs.push([]);
  return runs.filter(({ length }) => length > 1);
}

function stroke(pen: SKRSContext2D, [first, ...others]: [number, number][]): void {
  pen.beginPath();
  pen.moveTo(...first!);
  for (const point of others) pen.lineTo(...point);
  pen.stroke();
}

function mark(pen: SKRSContext2D, marker: (typeof styles)[number]['marker'], x: number, y: number): void {
  pen.beginPath();
  if (marker === 'circle') pen.arc(x, y, 8, 0, 2 * Math.PI);
  else {
    const corners = { square: [45, 135, 225, 315], triangle: [-90, 30, 150], diamond: [0, 90, 180, 270] }[marker];
    for (const degrees of corners)
      pen.lineTo(x + 11 * Math.cos((degrees * Math.PI) / 180), y + 11 * Math.sin((degrees * Math.PI) / 180));
    pen.closePath();
  }
  pen.fill();
}

/** Labels that would stand on one another, moved down. */
function apart<L extends { at: number }>(labels: readonly L[]): L[] {
  const sorted = labels.toSorted((a, b) => a.at - b.at);
  for (const [index, label] of sorted.entries())
    if (index > 0) label.at = Math.max(label.at, sorted[index - 1]!.at + 28);
  return sorted;
}
