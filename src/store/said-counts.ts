import type { Fact } from '../report/fact.ts';
import { type Said, type SaidId, saidIds, saidIn } from '../report/measures/said.ts';

const signs = { exact: '', atLeast: '+', atMost: '-', about: '~' } as const satisfies Record<Said['precision'], string>;
const precisions = { '': 'exact', '+': 'atLeast', '-': 'atMost', '~': 'about' } as const;

/** What a report's text counts, in one short string: `published=213;published/website=141;trainings=5+?`. */
export const encodeSaid = (facts: readonly Fact[]): string =>
  saidIds
    .flatMap((id) => {
      const said = saidIn(facts, id);
      return said ? [`${id}=${said.value}${signs[said.precision]}${said.several ? '?' : ''}`] : [];
    })
    .join(';');

/** One count of an encoded string; `undefined` where the text says no number. */
export function decodeSaid(encoded: string, id: SaidId): Said | undefined {
  if (encoded === '') return undefined;
  const start = encoded.startsWith(`${id}=`) ? 0 : encoded.indexOf(`;${id}=`) + 1;
  if (start === 0 && !encoded.startsWith(`${id}=`)) return undefined;
  const end = encoded.indexOf(';', start);
  const text = encoded.slice(start + id.length + 1, end < 0 ? undefined : end);
  const [, value, sign, several] = /^(-?[\d.]+(?:e[+-]?\d+)?)([+~-]?)(\??)$/.exec(text) ?? [];
  if (value === undefined) return undefined;
  return {
    value: Number(value),
    precision: precisions[(sign ?? '') as keyof typeof precisions],
    several: several === '?',
  };
}
