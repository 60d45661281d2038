import type { CheerioAPI } from 'cheerio';
import { GovinfoError } from '../../../errors.ts';
import type { Line } from '../../document.ts';

const signIn = /登[录陆]|身份认证|sign.?in|log.?in/i;
/** Words of text beyond which a page says more than that one has to sign in. */
const longest = 2000;

/** Refuses the page that a site gives instead of a file to whoever is not signed in, whatever its name. Throws `E-LOGIN-PAGE`. */
export function refuseLoginPage($: CheerioAPI, lines: readonly Line[]): void {
  const asksForPassword = $('input[type="password" i]').length > 0 || signIn.test($('title').text());
  if (!asksForPassword) return;
  const text = lines.map((line) => line.text).join('');
  if (text.length < longest && !text.includes('信息公开')) throw loginPage();
}

const loginPage = () =>
  new GovinfoError('E-LOGIN-PAGE', {
    zh: '这是网站的登录页，不是报告，下载时可能没有登录。请登录后重新下载再发',
    en: 'this is the sign-in page of a site and no report; please sign in, download the file again and send that',
  });
