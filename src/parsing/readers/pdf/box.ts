/** `[x, y, width, height]` in points from the top left corner of the page. */
export type Box = [number, number, number, number];

/** The smallest box around all of them. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((b) => b[0]));
  const top = Math.min(...boxes.map((b) => b[1]));
  const right = Math.max(...boxes.map((b) => b[0] + b[2]));
  const bottom = Math.max(...boxes.map((b) => b[1] + b[3]));
  return round([left, top, right - left, bottom - top]);
}

/** Tenths of a point are finer than any printed line. */
export const round = (box: Box): Box => box.map((n) => Math.round(n * 10) / 10) as Box;
