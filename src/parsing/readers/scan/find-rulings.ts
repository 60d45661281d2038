import type { Ruling } from '../pdf/rulings.ts';
import { type GreyImage, isDark } from './grey-image.ts';

/** Shortest runs of dark pixels that are lines and no strokes of letters, at 200 dots an inch. */
const shortest = { level: 70, upright: 44 };
/** So short an upright run is a line only if it ends at level lines both ways: a table's single row on a page. */
const shortestBetween = 16;
/** So short a level run is a line only if it carries on a longer one: a line that leans a little goes down in steps. */
const shortestStep = 12;
/** A thicker run is a bar or a picture. */
const thickest = 8;

/** Drawn lines on a picture of a page, in points from the top left corner; `scale` is pixels for each point. */
export function findRulings(image: GreyImage, scale: number): Ruling[] {
  const level = withSteps(runs(image, false, shortestStep));
  const upright = runs(image, true, shortestBetween).filter(
    (run) => run.to - run.from >= shortest.upright || (endsAt(run, run.from, level) && endsAt(run, run.to, level)),
  );
  return [...level, ...upright].map((run) => ({
    ...run,
    at: run.at / scale,
    from: run.from / scale,
    to: run.to / scale,
  }));
}

/** The long level runs, and the short ones that touch them end to end. */
function withSteps(runs: Ruling[]): Ruling[] {
  const lines = runs.filter((run) => run.to - run.from >= shortest.level);
  const long = new Map<number, Ruling[]>();
  for (const line of lines) long.set(line.at, [...(long.get(line.at) ?? []), line]);
  const carriesOn = (run: Ruling) =>
    [-2, -1, 0, 1, 2].some((step) =>
      long.get(run.at + step)?.some((line) => Math.abs(line.to - run.from) <= 3 || Math.abs(line.from - run.to) <= 3),
    );
  return [...lines, ...runs.filter((run) => run.to - run.from < shortest.level && carriesOn(run))];
}

/** Whether a level line passes an upright run's end. */
const endsAt = (run: Ruling, end: number, level: Ruling[]) =>
  level.some((line) => Math.abs(line.at - end) <= 8 && line.from <= run.at + 8 && line.to >= run.at - 8);

function runs(image: GreyImage, upright: boolean, least: number): Ruling[] {
  const found: Ruling[] = [];
  const [across, along] = upright ? [image.width, image.height] : [image.height, image.width];
  const dark = (at: number, on: number) => (upright ? isDark(image, at, on) : isDark(image, on, at));
  for (let at = 0; at < across; at++) {
    let from = -1;
    for (let on = 0; on <= along; on++) {
      if (on < along && dark(at, on)) {
        if (from < 0) from = on;
      } else if (from >= 0) {
        if (on - from >= least && isThin(dark, at, from, on, across)) found.push({ upright, at, from, to: on });
        from = -1;
      }
    }
  }
  return found;
}

/** Thin somewhere along the run: elsewhere another line may cross it. */
function isThin(
  dark: (at: number, on: number) => boolean,
  at: number,
  from: number,
  to: number,
  across: number,
): boolean {
  return [0.15, 0.35, 0.5, 0.65, 0.85].some((part) => {
    const on = Math.floor(from + part * (to - from));
    let [low, high] = [at, at];
    while (low > 0 && at - low <= thickest && dark(low - 1, on)) low--;
    while (high < across - 1 && high - at <= thickest && dark(high + 1, on)) high++;
    return high - low < thickest;
  });
}
