import { GovinfoError } from '../../errors.ts';
import { limits } from '../intake/limits.ts';

/** A table no report holds: spans of a web page can claim any size. */
export const tooManyCells = () =>
  new GovinfoError('E-TABLE-SIZE', {
    zh: `表格过大，最多只能读 ${limits.tableCells} 个单元格`,
    en: `a table is too large; the most that is read is ${limits.tableCells} cells`,
  });
