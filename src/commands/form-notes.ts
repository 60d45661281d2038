import { partsOf } from '../report/address.ts';
import type { Measure } from '../report/measures/measure.ts';
import type { Outline } from '../store/store.ts';
import type { Locale } from '../views/message.ts';
import { say } from '../views/words/say.ts';

/** What the versions of the form mean for these figures; nothing where all reports follow one form. */
export function formNotes(rows: readonly Outline[], measures: readonly Measure[], locale: Locale): string[] {
  const tables = new Set(measures.flatMap(({ sums }) => sums.flat().map((address) => partsOf(address).table)));
  const formsOf = (table: 'disclosures' | 'applications') =>
    new Set(rows.map(({ forms }) => forms[table]).filter(Boolean));
  const notes: string[] = [];
  if (tables.has('disclosures')) {
    const forms = formsOf('disclosures');
    const decisions = measures.some(({ sums }) => sums.flat().some((address) => address.endsWith('.decisions')));
    if (forms.has('2019') && decisions)
      notes.push(say(locale, forms.size > 1 ? 'form.decisionsBoth' : 'form.decisions2019'));
    else if (forms.size > 1) notes.push(say(locale, 'form.disclosuresDiffer'));
  }
  const other = measures.some(({ sums }) => sums.flat().some((address) => /^applications\.other(\.|$)/.test(address)));
  if (tables.has('applications') && other && formsOf('applications').size > 1)
    notes.push(say(locale, 'form.otherSummed'));
  return notes;
}
