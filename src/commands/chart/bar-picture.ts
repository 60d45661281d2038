import { createCanvas } from '@napi-rs/canvas';
import { chineseFont } from './font.ts';
import { pngOf } from './png.ts';

/** Bars of one scale: a heading, and for each name a number, or the word for its absence. */
export interface Panel {
  title: string;
  bars: { name: string; value: number | string; text: string }[];
}

const width = 1200;
const names = 400;
const right = 150;
const [barHeight, gap, head] = [26, 12, 44];

/**
 * Lying bars as a PNG 1200 wide, in panels of a scale of their own, for what the native chart cannot show: long names,
 * many bureaus, measures of different units side by side. What has no number has no bar and says why. `null` where this
 * machine has no font with Chinese characters.
 */
export function barPicture(title: string, panels: readonly Panel[]): Uint8Array | null {
  const family = chineseFont();
  if (family === null) return null;
  const bars = panels.reduce((sum, panel) => sum + panel.bars.length, 0);
  const canvas = createCanvas(width, 100 + panels.length * head + bars * (barHeight + gap));
  const pen = canvas.getContext('2d');
  const font = (size: number, weight = 'normal') => {
    pen.font = `${weight} ${size}px "${family}"`;
  };
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#1d1c1d';
  font(30, 'bold');
  pen.fillText(title, 40, 56, width - 80);
  let top = 90;
  for (const panel of panels) {
    const values = panel.bars.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const x = (value: number) => names + 10 + ((value - low) / (high - low || 1)) * (width - names - right - 20);
    if (panel.title) {
      font(22, 'bold');
      pen.fillStyle = '#1d1c1d';
      pen.textAlign = 'left';
      pen.fillText(panel.title, 40, top + 24, width - 80);
      top += head;
    }
    for (const { name, value, text } of panel.bars) {
      font(20);
      pen.textAlign = 'right';
      pen.fillStyle = '#1d1c1d';
      pen.fillText(name, names, top + 20, names - 40);
      pen.textAlign = 'left';
      if (typeof value === 'number') {
        pen.fillStyle = '#0072B2';
        pen.fillRect(
          Math.min(x(0), x(value)),
          top,
          Math.max(Math.abs(x(value) - x(0)), value === 0 ? 0 : 2),
          barHeight,
        );
        pen.fillStyle = '#1d1c1d';
        pen.fillText(text, Math.max(x(value), x(0)) + 8, top + 20);
      } else {
        pen.fillStyle = '#616061';
        pen.fillText(`× ${value}`, x(0) + 8, top + 20);
      }
      top += barHeight + gap;
    }
  }
  return pngOf(canvas);
}
