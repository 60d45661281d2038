/** The number that is there most often; -1 where there are none. */
export function mostOf(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return numbers.reduce((best, number) => (times.get(number)! > times.get(best)! ? number : best), numbers[0] ?? -1);
}
