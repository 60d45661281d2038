import { answerMessage } from '../views/answer/answer.ts';
import type { Message } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import type { Asked } from './command.ts';
import { namesText } from './scope.ts';

/** Of a bureau or region nothing is stored: what there is near it instead. */
export function nothingHeld({ asker: { locale }, directory, question }: Asked, name: string | null): Message {
  if (directory.years.length === 0)
    return answerMessage({ title: say(locale, 'store.empty'), lines: [say(locale, 'store.howToUpload')] });
  const held = { from: directory.years[0]!, to: directory.years.at(-1)! };
  const region = question.places.find(({ is }) => is === 'unheld' || is === 'region');
  const near = region && 'region' in region ? directory.within(region.region) : [];
  return answerMessage({
    title: say(locale, 'lookup.unknownHere', { name: name ?? question.text }),
    lines: [
      near.length > 0
        ? say(locale, 'lookup.nearby', {
            names: namesText(
              near.map((bureau) => bureau.name),
              locale,
            ),
          })
        : say(locale, 'lookup.heldYears', held),
    ],
    buttons: [
      ...near.slice(0, 4).map((bureau) => ({ label: bureau.name, question: bureau.name })),
      { label: say(locale, 'button.bureaus'), question: '机关' },
    ],
  });
}
