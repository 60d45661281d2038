/** Text of a report, a file name or a person, made inert for Slack's mrkdwn: no mention, link or entity survives. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The reverse, for surfaces that know no mrkdwn such as the command line. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Cuts to a number of code points with an ellipsis; never through a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}

/** `escapeText`, cut to what a message or a block takes once escaped; never through an entity or a surrogate pair. */
export function clipEscaped(text: string, limit = 3900): string {
  const escaped = escapeText(text);
  return escaped.length <= limit
    ? escaped
    : `${escaped.slice(0, limit - 1).replace(/&[a-z]{0,3}$|[\uD800-\uDBFF]$/, '')}…`;
}

/** One line: control characters and line breaks of hostile text become blanks. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
