/** How many decimals a percentage is printed with in its sentence; those of the number where it is not found there. */
export function decimalsOf(sentence: string, percent: number): number {
  for (const [, printed] of sentence.matchAll(/(\d+(?:\.\d+)?)\s*(?:%|个百分点)/g))
    if (Number(printed) === Math.abs(percent)) return printed!.split('.')[1]?.length ?? 0;
  return String(percent).split('.')[1]?.length ?? 0;
}

/** Whether a printed percentage is right for an exact one, rounded or cut off. */
export function printedRight(percent: number, exact: number, decimals: number): boolean {
  const unit = 10 ** -decimals;
  const slack = 1e-9;
  return exact >= percent - unit / 2 - slack && exact < percent + unit + slack;
}
