import type { Document } from '../../../src/parsing/document.ts';

/** A plain text document of these lines. */
export const documentOf = (...lines: string[]): Document => ({
  format: 'text',
  pageCount: null,
  recognised: false,
  lines: lines.map((text, at) => ({ text, place: { line: at + 1 } })),
  grids: [],
  tokens: [],
  declaredTitle: null,
});
