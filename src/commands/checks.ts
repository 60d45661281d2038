import { checks as all } from '../checks/index.ts';
import { isOn, type KeptSwitch } from '../report/switch.ts';
import { actionIds } from '../views/actions.ts';
import { type AnswerButton, answerMessage } from '../views/answer/answer.ts';
import type { Message } from '../views/message.ts';
import { momentText } from '../views/report/decided.ts';
import { severitySign } from '../views/report/issues.ts';
import { checkTitle, reachText } from '../views/switches.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { scopeOf } from './scope.ts';

const perPage = 50;

/** What is checked: the list with what is switched, or one check with its rule, its basis and its known false alarms. */
export const checks = defineCommand({
  id: 'checks',
  usage: { zh: '检查 [检查名]', en: 'checks [id]' },
  examples: ['检查 applications-balance'],
  suits: ({ verb, check }) => check !== null || verb === 'checks',
  run: (asked) => (asked.question.check === null ? list(asked) : card(asked, asked.question.check)),
});

async function list(asked: Asked): Promise<Message> {
  const { question, asker } = asked;
  const { locale } = asker;
  const on = await switchesFor(asked);
  return answerMessage({
    title: say(locale, 'checks.title', { count: all.length }),
    lines: [
      say(locale, 'checks.example'),
      ...(on.length ? [say(locale, 'switch.active', { count: on.length }), ...(await linesOf(on, asked))] : []),
    ],
    table: {
      caption: say(locale, 'checks.title', { count: all.length }),
      columns: [say(locale, 'column.check'), say(locale, 'column.severity'), say(locale, 'column.id')],
      rows: all.slice((question.page - 1) * perPage).map(({ id, title, severity }) => {
        const state = on.find(({ check }) => check === id);
        const weight = say(locale, `severity.short.${severity}`);
        return [title[locale], state ? `${weight} · ${say(locale, `switch.state.${state.to}`)}` : weight, id];
      }),
    },
    buttons:
      all.length > question.page * perPage
        ? [{ label: say(locale, 'button.next'), question: `检查 第${question.page + 1}页` }]
        : [],
    more: (count) => say(locale, 'ranking.more', { count }),
  });
}

/** One check: what it says, how it is switched, and the buttons to change that. */
async function card(asked: Asked, id: string): Promise<Message> {
  const { question, directory, asker } = asked;
  const { locale } = asker;
  const check = all.find((one) => one.id === id)!;
  const sentences = check.docs[locale].split(locale === 'zh' ? /(?<=。)/ : /(?<=\.)\s+/);
  const on = (await switchesFor(asked)).filter((one) => one.check === id);
  const named = question.places.length ? scopeOf(question, directory).bureaus : [];
  const about = named.length === 1 ? ` ${named[0]!.key}` : '';
  const change: AnswerButton[] = asker.user
    ? [
        { label: say(locale, 'switch.off'), action: actionIds.switchCheck, value: `off ${id}${about}` },
        { label: say(locale, 'switch.lower'), action: actionIds.switchCheck, value: `lower ${id}${about}` },
        ...on.slice(0, 5).map((one) => ({
          label: `${say(locale, 'switch.on')}${on.length > 1 ? `：${reachText(one, asker.channel, locale)}` : ''}`,
          action: actionIds.restoreCheck,
          value: one.id,
        })),
      ]
    : [];
  return answerMessage({
    title: `${severitySign[check.severity]} ${check.title[locale]}　${check.id}`,
    lines: [
      ...sentences.map((sentence) => sentence.trim()).filter(Boolean),
      say(locale, `severity.${check.severity}`),
      ...exampleOf(check.invalid()[0]?.says[0]).map((says) => say(locale, 'checks.says', { says })),
      ...(await linesOf(on, asked)),
      ...(asker.user ? [say(locale, 'switch.byWords', { id, until: yearFrom(asked.now) })] : []),
    ],
    buttons: [...change, { label: say(locale, 'button.checks'), question: '检查' }],
  });
}

/** The same day a year later. */
const yearFrom = (now: Date): string => new Date(now.getTime() + (8 + 365 * 24) * 3_600_000).toISOString().slice(0, 10);

const exampleOf = (says: string | undefined): string[] => (says === undefined ? [] : [says]);

/** Switches that hold today, as far as the asker may see where. */
async function switchesFor({ store, asker, directory, now }: Asked): Promise<KeptSwitch[]> {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const on = (await store.switches.list()).filter((one) => isOn(one, today));
  const seen = await Promise.all(
    on.map(({ bureauKey, channel }) =>
      bureauKey !== undefined
        ? directory.byKey(bureauKey) !== undefined
        : channel === undefined || channel === asker.channel || asker.maySee({ scope: 'channel', channel }),
    ),
  );
  return on.filter((_, index) => seen[index]);
}

/** A line a switch: how far, until when, why, by whom; and whether it still holds anything. */
async function linesOf(on: readonly KeptSwitch[], { store, asker }: Asked): Promise<string[]> {
  const { locale, channel } = asker;
  const names = (await asker.names?.(on.map(({ by }) => by))) ?? ((user: string) => user);
  return Promise.all(
    on.map(async (one) => {
      const line = say(locale, 'switch.line', {
        state: say(locale, `switch.state.${one.to}`),
        title: checkTitle(one.check, locale),
        reach: reachText(one, channel, locale),
        until: one.until,
        reason: one.reason,
        who: names(one.by),
        when: momentText(one.at),
      });
      return (await store.switches.matches(one)) ? line : `${line} · ${say(locale, 'switch.holdsNothing')}`;
    }),
  );
}
