import { cellsOf } from '../../report/doubt.ts';
import type { Entry } from '../../report/entry.ts';
import { type MeasureId, namedMeasure } from '../../report/measures/catalogue.ts';
import { figureOf } from '../../report/measures/measure.ts';
import type { Report } from '../../report/report.ts';
import { figureText } from '../figure.ts';
import type { Locale } from '../message.ts';
import { changeText } from '../numbers.ts';
import { say } from '../words/say.ts';

const watched: readonly MeasureId[] = [
  'licences',
  'penalties',
  'measures',
  'fees',
  'applications',
  'concluded',
  'reconsideration',
  'litigation',
];

/**
 * `较 2022：处罚 38 → 44（+6） · 结转衔接 ✅ 0 ＝ 0`: at most four figures that changed, the largest first, only where both
 * forms mean the same. A side without a number is named, never taken as 0. `null` where nothing can be said.
 */
export function changesLine(entry: Entry, previous: Report, locale: Locale): string | null {
  const now = cellsOf(entry);
  const then = cellsOf({ report: previous, findings: [] });
  const changes = watched.flatMap((id) => {
    const measure = namedMeasure(id);
    const [before, after] = [figureOf(then, measure), figureOf(now, measure)];
    const title = say(locale, `short.${id}`);
    if (after.state !== 'number' || before.state === 'otherForm') return [];
    const value = figureText(after, measure.unit, { locale });
    if (before.state !== 'number')
      return [
        {
          size: 0,
          text: say(locale, 'changes.noneBefore', {
            title,
            value,
            state: figureText(before, measure.unit, { locale }),
          }),
        },
      ];
    const change = Number((after.value - before.value).toFixed(6));
    if (change === 0) return [];
    const words = { title, before: figureText(before, measure.unit, { locale }), after: value };
    return [
      {
        size: Math.abs(change),
        text: say(locale, 'changes.item', { ...words, change: changeText(change, measure.unit, locale) }),
      },
    ];
  });
  const parts = changes
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 4)
    .map(({ text }) => text);
  const [out, into] = [figureOf(then, namedMeasure('carried-out')), figureOf(now, namedMeasure('carried-in'))];
  if (out.state === 'number' && into.state === 'number')
    parts.push(
      say(locale, out.value === into.value ? 'changes.carryHolds' : 'changes.carryDiffers', {
        out: figureText(out, 'count', { locale }),
        into: figureText(into, 'count', { locale }),
      }),
    );
  if (parts.length === 0) return null;
  return say(locale, 'changes.line', {
    year: previous.year ?? say(locale, 'state.absent'),
    changes: parts.join(' · '),
  });
}
