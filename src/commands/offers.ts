import type { AnswerButton } from '../views/answer/answer.ts';
import type { Locale } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import type { Asked } from './command.ts';
import type { Question } from './question/question.ts';

/** What may be done next with an answer. Every offer is a question again. */
export type Offer = 'publish' | 'export' | 'chart';

const questions: Record<Offer, (text: string) => string> = {
  publish: (text) => text,
  export: (text) => `导出 ${text} csv`,
  chart: (text) => `${text} 柱状图`,
};

export const answerButtons = ({ question, asker: { locale } }: Asked, offers: readonly Offer[]): AnswerButton[] =>
  offers.map((offer) => ({
    label: say(locale, `button.${offer}`),
    question: questions[offer](question.text),
    ...(offer === 'publish' ? { publish: true } : {}),
  }));

/** The page before and the page after, where there are any. */
export const pageButtons = (
  { text }: Pick<Question, 'text'>,
  page: number,
  more: boolean,
  locale: Locale,
): AnswerButton[] => [
  ...(page > 1 ? [{ label: say(locale, 'button.previous'), question: `${text} 第${page - 1}页` }] : []),
  ...(more ? [{ label: say(locale, 'button.next'), question: `${text} 第${page + 1}页` }] : []),
];
