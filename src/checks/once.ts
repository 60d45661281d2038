import type { Report } from '../report/report.ts';

/** Works something out once for a report, however many checks ask; reports are data and never change. */
export function once<T>(workOut: (report: Report) => T): (report: Report) => T {
  const known = new WeakMap<Report, T>();
  return (report) => {
    const found = known.get(report);
    if (found !== undefined || known.has(report)) return found as T;
    const made = workOut(report);
    known.set(report, made);
    return made;
  };
}
