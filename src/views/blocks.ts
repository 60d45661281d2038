import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  MrkdwnElement,
  Overflow,
  SectionBlock,
} from '@slack/web-api';
import { clip, escapeText, oneLine } from './escape.ts';

/** A piece of a line: plain words, which are escaped, or bold ones. */
export type Piece = string | { bold: string };

export const bold = (text: string): Piece => ({ bold: text });

const mark = (piece: Piece): string =>
  typeof piece === 'string' ? escapeText(piece) : `*${escapeText(oneLine(piece.bold).replaceAll('*', '∗'))}*`;

/** Lines of pieces as mrkdwn; what comes from outside can neither mention, link nor break out. */
export const mrkdwn = (lines: readonly (string | readonly Piece[])[], limit = 3000): MrkdwnElement => ({
  type: 'mrkdwn',
  text:
    clip(lines.map((line) => (typeof line === 'string' ? mark(line) : line.map(mark).join(''))).join('\n'), limit) ||
    ' ',
  verbatim: true,
});

/** A section of lines; a long one is shown in full. */
export const section = (...lines: (string | readonly Piece[])[]): SectionBlock => ({
  type: 'section',
  text: mrkdwn(lines),
  expand: true,
});

/** Label and value pairs in two columns, ten at most. */
export const fields = (pairs: readonly (readonly [label: string, value: string])[]): SectionBlock => ({
  type: 'section',
  fields: pairs.slice(0, 10).map(([label, value]) => mrkdwn([[bold(label)], value], 2000)),
});

export const context = (...lines: string[]): ContextBlock => ({ type: 'context', elements: [mrkdwn(lines)] });

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clip(oneLine(text), 150) || ' ', emoji: false },
});

/** Up to five buttons in a row; a longer list is cut by whoever makes it. */
export const actions = (buttons: readonly ActionsBlock['elements'][number][]): ActionsBlock => ({
  type: 'actions',
  elements: [...buttons],
});

interface ButtonWords {
  label: string;
  /** What screen readers say, where the label alone does not tell: 确认 #1 表三勾稽不平. */
  spoken?: string;
  style?: 'primary' | 'danger';
}

/** A button: `action` is its handler's name, `value` ids only (or a question, see `actions.ts`). */
export const button = (action: string, value: string, { label, spoken, style }: ButtonWords): Button => ({
  type: 'button',
  action_id: action,
  value: clip(value, 2000),
  text: { type: 'plain_text', text: clip(label, 75), emoji: true },
  ...(spoken ? { accessibility_label: clip(oneLine(spoken), 75) } : {}),
  ...(style ? { style } : {}),
});

/** The menu behind ⋯: one to five entries, each with a value of ids only, or an address that Slack opens by itself. */
export const overflow = (
  action: string,
  entries: readonly { label: string; value: string; url?: string }[],
): Overflow => ({
  type: 'overflow',
  action_id: action,
  options: entries.map(({ label, value, url }) => ({
    text: { type: 'plain_text', text: clip(label, 75), emoji: true },
    value,
    ...(url && { url }),
  })),
});
