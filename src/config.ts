import { z } from 'zod';
import { GovinfoError } from './errors.ts';

/** How the app meets Slack. `local` is the workspace that govinfo brings along. */
export type Connection =
  | { kind: 'local'; port: number }
  | { kind: 'socket'; botToken: string; appToken: string }
  | { kind: 'http'; botToken: string; signingSecret: string; port: number };

export interface Config {
  connection: Connection;
  /** Address of the Web API; `undefined` is Slack's own. */
  slackApiUrl: string | undefined;
  /** URL of the store, `undefined` for the embedded one under `dataFolder`. */
  store: string | undefined;
  dataFolder: string;
  /** Port of `/healthz` and `/metrics`; `undefined` opens none. */
  healthPort: number | undefined;
  /** Channels shared with other organisations in which files are read all the same. */
  sharedChannels: readonly string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const setting = z.string().trim().optional();
const port = z.coerce.number().int().min(1).max(65_535);
const webAddress = z.url({ protocol: /^https?$/ });

/** Every variable that govinfo reads, each with what it may hold and the sentence for when it does not. */
const environmentSchema = z.object({
  SLACK_BOT_TOKEN: setting.refine((token) => !token || token.startsWith('xoxb-'), '应以 xoxb- 开头（机器人令牌）'),
  SLACK_APP_TOKEN: setting.refine((token) => !token || token.startsWith('xapp-'), '应以 xapp- 开头（应用级令牌）'),
  SLACK_SIGNING_SECRET: setting,
  PORT: setting,
  SLACK_API_URL: setting.refine((url) => !url || webAddress.safeParse(url).success, '应是 http:// 或 https:// 地址'),
  GOVINFO_STORE: setting,
  GOVINFO_DATA: setting,
  GOVINFO_WORKSPACE_PORT: setting.refine(isPort, '应是 1 到 65535 之间的端口号'),
  GOVINFO_HEALTH_PORT: setting.refine(isPort, '应是 1 到 65535 之间的端口号'),
  GOVINFO_SHARED_CHANNELS: setting,
  GOVINFO_LOG: setting.refine(
    (level) => !level || ['debug', 'info', 'warn', 'error', 'silent'].includes(level),
    '应是 debug、info、warn、error 或 silent',
  ),
});
type Environment = z.infer<typeof environmentSchema>;

/** Environment to configuration. Throws `E-CONFIG` with one sentence that names the variable and what to do. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw invalid(`${String(path[0])} 的值不对：${message}`, `${String(path[0])} has a value that cannot be right`);
  }
  const env = parsed.data;
  return {
    connection: connectionOf(env),
    slackApiUrl: env.SLACK_API_URL || undefined,
    store: env.GOVINFO_STORE || undefined,
    dataFolder: env.GOVINFO_DATA || 'data',
    healthPort: env.GOVINFO_HEALTH_PORT ? Number(env.GOVINFO_HEALTH_PORT) : undefined,
    sharedChannels: env.GOVINFO_SHARED_CHANNELS?.split(/[\s,]+/).filter(Boolean) ?? [],
    logLevel: (env.GOVINFO_LOG || 'info') as Config['logLevel'],
  };
}

function connectionOf(env: Environment): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (signingSecret) {
    if (!botToken) throw missing('SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET');
    if (!env.PORT) throw missing('PORT', 'SLACK_SIGNING_SECRET');
    if (!isPort(env.PORT)) throw invalid('PORT 的值不对：应是 1 到 65535 之间的端口号', 'PORT must be 1 to 65535');
    return { kind: 'http', botToken, signingSecret, port: Number(env.PORT) };
  }
  if (botToken && appToken) return { kind: 'socket', botToken, appToken };
  if (botToken) throw missing('SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN');
  if (appToken) throw missing('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN');
  return { kind: 'local', port: Number(env.GOVINFO_WORKSPACE_PORT || 3979) };
}

function isPort(text: string | undefined): boolean {
  return !text || port.safeParse(text).success;
}

const invalid = (zh: string, en: string) => new GovinfoError('E-CONFIG', { zh, en });
const missing = (name: string, given: string) =>
  invalid(
    `设置了 ${given}，但缺少 ${name}；两个都设置才能连接 Slack，都不设置则打开本地工作区`,
    `${given} is set but ${name} is missing; set both to connect to Slack, or neither to open the local workspace`,
  );
