import { type Fact, type FactChannel, type FactSubject, factChannels } from '../fact.ts';

/** Something that only the text counts: items published in all or in one channel, trainings, calls to the hotline. */
export type SaidId =
  | `published/${FactChannel}`
  | Extract<
      FactSubject,
      | 'published'
      | 'policyDocuments'
      | 'interpretations'
      | 'gazettes'
      | 'pressConferences'
      | 'interviews'
      | 'opinions'
      | 'responses'
      | 'complaints'
      | 'consultations'
      | 'proposals'
      | 'trainings'
      | 'openDays'
      | 'meetings'
      | 'inspections'
      | 'accounts'
      | 'followers'
      | 'visits'
    >
  | 'interpretations/normative'
  | 'hotline';

/** What the text says of one thing. `several`: it states different numbers, of which this is the largest. */
export interface Said {
  value: number;
  precision: Fact['precision'];
  several: boolean;
}

const channelIds = Object.keys(factChannels) as FactChannel[];
const whole: readonly SaidId[] = [
  'published',
  'policyDocuments',
  'interpretations',
  'gazettes',
  'pressConferences',
  'interviews',
  'opinions',
  'responses',
  'complaints',
  'consultations',
  'proposals',
  'trainings',
  'openDays',
  'meetings',
  'inspections',
  'accounts',
  'followers',
  'visits',
];
/** In the order in which they are offered. */
export const saidIds: readonly SaidId[] = [
  'published',
  ...channelIds.map((channel) => `published/${channel}` as const),
  ...whole.slice(1),
  'interpretations/normative',
  'hotline',
];

/** Persons, shares and money are not counts of what was held or published. */
const notThings = /^(?:人|名|人次|余人|户|%|％|元|万元)/;
const countsPeople: ReadonlySet<string> = new Set(['followers', 'visits']);
const isHotline = ({ channel, of = '' }: Fact): boolean => channel === 'hotline' || /12345|热线/.test(of);

/** The statements of a report's text that answer for one thing; a part of something answers only for its own channel. */
export function statementsOf(facts: readonly Fact[], id: SaidId): (Fact & { value: number })[] {
  const [subject, part] = id === 'hotline' ? ['complaints', undefined] : id.split('/');
  const counts = facts.filter(
    (fact): fact is Fact & { value: number } =>
      fact.value !== null &&
      (fact.subject === subject || (id === 'hotline' && fact.subject === 'consultations')) &&
      (countsPeople.has(fact.subject) || !notThings.test(fact.unit)),
  );
  if (id === 'hotline') return counts.filter((fact) => fact.partOf === undefined && isHotline(fact));
  if (part === 'normative') return counts.filter(({ of = '' }) => of.includes('规范性文件'));
  if (part !== undefined)
    return counts.filter(
      ({ channel, partOf }) => channel === part && (partOf === undefined || facts[partOf]?.channel === undefined),
    );
  return counts.filter(({ channel, partOf }) => channel === undefined && partOf === undefined);
}

/** What the text says of one thing; `undefined` where it gives no number for it. Never from a table. */
export function saidIn(facts: readonly Fact[], id: SaidId): Said | undefined {
  const found = statementsOf(facts, id);
  const [first] = found.toSorted((a, b) => b.value - a.value);
  if (!first) return undefined;
  return {
    value: first.value,
    precision: first.precision,
    several: new Set(found.map(({ value }) => value)).size > 1,
  };
}
