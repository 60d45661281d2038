import type { Outline } from '../store/store.ts';
import { letterOffer } from '../views/answer/letter-offer.ts';
import { type Asked, defineCommand } from './command.ts';
import { scopeOf } from './scope.ts';

/** Drafts of letters to bureaus, for reports of which something is confirmed; in a thread, for the reports in it. */
export const letter = defineCommand({
  id: 'letter',
  usage: { zh: '核实函 <机关> [年份]', en: 'letter <bureau> [year]' },
  examples: ['核实函 金凤区 2021'],
  suits: ({ verb }) => verb === 'letter',
  async run(asked) {
    const rows = rowsAsked(asked);
    const confirmed = (await asked.store.cases.list()).filter(({ state }) => state === 'confirmed');
    const reports = rows.map(({ bureauKey, bureau, year }) => ({
      ...{ bureauKey, bureau, year },
      confirmed: confirmed.filter((issue) => issue.bureauKey === bureauKey && issue.year === year).length,
    }));
    return letterOffer(reports, asked.asker.locale);
  },
});

/** The reports that are named, or those of the thread that is asked in; years descending. */
function rowsAsked({ question, directory, asker }: Asked): Outline[] {
  const { places, years } = question;
  const inThread = ({ origins }: Outline): boolean =>
    asker.thread !== undefined &&
    origins.some(({ channel, thread }) => channel === asker.channel && thread === asker.thread);
  const bureaus = places.length > 0 ? scopeOf(question, directory).bureaus : directory.bureaus;
  return bureaus
    .flatMap(({ rows }) => [...rows.values()])
    .filter((row) => (years.length === 0 || years.includes(row.year)) && (places.length > 0 || inThread(row)))
    .sort((a, b) => b.year - a.year);
}
