import { checks as all } from '../checks/index.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { severitySign } from '../views/report/issues.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';

/** What is checked: the list, or one check with its rule, its basis and its known false alarms. */
export const checks = defineCommand({
  id: 'checks',
  usage: { zh: '检查 [检查名]', en: 'checks [id]' },
  examples: ['检查 applications-balance'],
  suits: ({ verb, check }) => check !== null || verb === 'checks',
  run({ question, asker: { locale } }) {
    const one = all.find(({ id }) => id === question.check);
    if (one) {
      const sentences = one.docs[locale].split(locale === 'zh' ? /(?<=。)/ : /(?<=\.)\s+/);
      return answerMessage({
        title: `${severitySign[one.severity]} ${one.title[locale]}　${one.id}`,
        lines: [
          ...sentences.map((sentence) => sentence.trim()).filter(Boolean),
          say(locale, `severity.${one.severity}`),
        ],
        buttons: [{ label: say(locale, 'button.checks'), question: '检查' }],
      });
    }
    return answerMessage({
      title: say(locale, 'checks.title', { count: all.length }),
      lines: [say(locale, 'checks.example')],
      table: {
        caption: say(locale, 'checks.title', { count: all.length }),
        columns: [say(locale, 'column.check'), say(locale, 'column.severity'), say(locale, 'column.id')],
        rows: all
          .slice((question.page - 1) * 50)
          .map(({ id, title, severity }) => [title[locale], say(locale, `severity.short.${severity}`), id]),
      },
      buttons:
        all.length > question.page * 50
          ? [{ label: say(locale, 'button.next'), question: `检查 第${question.page + 1}页` }]
          : [],
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});
