import { eastAsianWidth } from 'get-east-asian-width';

/**
 * What stands in each half width of a line, as wide as it looks: a Han character takes two, '' being the second, a box
 * character or a curly quotation mark one or two.
 */
export const halfWidths = (text: string, ambiguousAsWide: boolean): string[] =>
  [...text.trimEnd()].flatMap((sign) =>
    eastAsianWidth(sign.codePointAt(0)!, { ambiguousAsWide }) === 2 ? [sign, ''] : [sign],
  );
