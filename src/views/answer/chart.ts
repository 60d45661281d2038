import type { KnownBlock } from '@slack/web-api';
import { clip, oneLine } from '../escape.ts';

/** Lines or bars over the same points; every figure also stands in the text of the answer. */
export interface AnswerChart {
  kind: 'line' | 'bar';
  title: string;
  points: string[];
  series: { name: string; values: number[] }[];
}

/** Slack's native chart. Its block is newer than the published types. */
interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

/** Names of 20 characters that differ: two that are cut alike get a number. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const short = clip(oneLine(name), 20) || '—';
    const count = (seen.get(short) ?? 0) + 1;
    seen.set(short, count);
    return count === 1 ? short : `${clip(short, 16)} (${count})`;
  });
}

/** At most 12 series of 20 points, as Slack takes them; whoever makes the chart keeps to that and says what is left out. */
export function chartBlock({ kind, title, points, series }: AnswerChart): KnownBlock {
  const categories = distinct(points.slice(0, 20));
  const names = distinct(series.slice(0, 12).map(({ name }) => name));
  const block: ChartBlock = {
    type: 'data_visualization',
    title: clip(oneLine(title), 50),
    chart: {
      type: kind,
      series: names.map((name, index) => ({
        name,
        data: categories.map((label, point) => ({ label, value: series[index]!.values[point]! })),
      })),
      axis_config: { categories },
    },
  };
  return block as ChartBlock & KnownBlock;
}
