import { clip } from '../../views/escape.ts';
import type { Locale, MessageFile } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import type { Panel } from './bar-picture.ts';

/** Bars as a file whose alternative text repeats every figure; `null` where this machine cannot draw it. */
export async function barFile(title: string, panels: readonly Panel[], locale: Locale): Promise<MessageFile | null> {
  // The library behind it is large, and most questions draw nothing.
  const { barPicture } = await import('./bar-picture.ts');
  const bytes = barPicture(title, panels);
  const words = panels.map(
    ({ title: of, bars }) => `${of ? `${of}：` : ''}${bars.map(({ name, text }) => `${name} ${text}`).join(' · ')}`,
  );
  const altText = clip(say(locale, 'bars.alt', { title, words: words.join('；') }), 900);
  return bytes && { name: 'bars.png', bytes, altText };
}
