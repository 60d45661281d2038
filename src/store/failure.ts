import { z } from 'zod';
import { GovinfoError } from '../errors.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a driver threw, as something a person can act on. Throws on what is a bug of ours. */
export function failed(error: unknown): GovinfoError {
  if (error instanceof GovinfoError) return error;
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof z.ZodError) throw error;
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code) || (error instanceof SyntaxError && /JSON/.test(error.message)))
    return damaged(error);
  if (/^SQLITE_(FULL|READONLY|CANTOPEN|PERM)/.test(code) || /^(ENOSPC|EACCES|EROFS|ENOTDIR|EPERM)$/.test(code))
    return new GovinfoError(
      'E-STORE-WRITE',
      {
        zh: '数据目录写不进去：请检查磁盘空间和权限',
        en: 'the data folder cannot be written: check space and permissions',
      },
      { cause: error },
    );
  return new GovinfoError(
    'E-STORE-UNREACHABLE',
    { zh: '数据库暂时连不上，请稍后再试', en: 'the store cannot be reached just now; please try again' },
    { cause: error },
  );
}

export const damaged = (cause: unknown): GovinfoError =>
  new GovinfoError(
    'E-STORE-DAMAGED',
    {
      zh: '数据文件已损坏，没有改动它；请用 govinfo restore 恢复最近的备份',
      en: 'the data file is damaged and was left as it is; bring back the latest backup with govinfo restore',
    },
    { cause },
  );

export const foreign = (): GovinfoError =>
  new GovinfoError('E-STORE-FOREIGN', {
    zh: '这个位置存有别的数据，不是 govinfo 的库；没有改动它',
    en: 'this place holds other data and is no govinfo store; it was left as it is',
  });
