import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { GovinfoError } from '../errors.ts';

/**
 * Makes the first call with a token. Throws `E-SLACK-TOKEN` where Slack refuses the token that `variable` holds, and
 * `E-SLACK-UNREACHABLE` where Slack does not answer.
 */
export async function signIn<T>(variable: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof WebAPIPlatformError) throw refused(variable, cause);
    if (cause instanceof WebAPIRequestError || cause instanceof WebAPIHTTPError) throw unreachable(cause);
    throw cause;
  }
}

function refused(variable: string, cause: WebAPIPlatformError): GovinfoError {
  const { error } = cause.data;
  return new GovinfoError(
    'E-SLACK-TOKEN',
    {
      zh: `Slack 不接受 ${variable} 里的令牌（${error}），请在应用的设置页面重新复制`,
      en: `Slack refuses the token in ${variable} (${error}); copy it again from the app's settings page`,
    },
    { cause },
  );
}

function unreachable(cause: Error): GovinfoError {
  return new GovinfoError(
    'E-SLACK-UNREACHABLE',
    {
      zh: 'Slack 没有应答，请检查网络或稍后再启动；已收到的文件都在库里，启动后接着处理',
      en: 'Slack does not answer; check the network or start again later. Files already taken in stand in the store and go on then',
    },
    { cause },
  );
}
