/** How many decimals a percentage is printed with in its sentence; those of the number where it is not found there. */
export function decimalsOf(sentence: string, percent: number): number {
  for (const [, printed] of sentence.matchAll(/(\d+(?:\.\d+)?)\s*(?:%|个百分点)/g))
    if (Number(printed) === Math.abs(percent)) return printed!.split('.')[1]?.length ?? 0;
  return String(percent).split('.')[1]?.length ?? 0;
}

/** Whether a printed percentage is right for an exact one, rounded or cut off. */
export const printedRight = (percent: number, exact: number, decimals: number): boolean =>
  standsFor(percent, 10 ** -decimals, exact);

/** Whether a printed number, `unit` being one of its last decimal, may stand for an exact one: rounded or cut off. */
export function standsFor(printed: number, unit: number, exact: number): boolean {
  const slack = unit * 1e-7;
  return exact >= printed - unit / 2 - slack && exact < printed + unit - slack;
}
